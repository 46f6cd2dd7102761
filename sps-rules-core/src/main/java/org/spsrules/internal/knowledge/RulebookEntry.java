package org.spsrules.internal.knowledge;

/**
 * Background that no report needs and a reader of the rules does: a definition, where a claim comes from.
 *
 * @param title what it is about
 * @param note what it says
 */
public record RulebookEntry(String title, Note note) {}
