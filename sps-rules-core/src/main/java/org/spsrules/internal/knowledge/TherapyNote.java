package org.spsrules.internal.knowledge;

/**
 * A note that stands beside every offer of a therapy.
 *
 * @param therapy code of a therapy or of a class
 * @param note what it says
 */
public record TherapyNote(String therapy, Note note) {}
