package org.spsrules.internal.reading;

/**
 * A fact that a case states and that the knowledge base does not read.
 *
 * @param field the path of the field in a case file, without the numbers of entries
 * @param code the term, or that of the treatment or test which the fact is about; empty if there is neither
 * @param isTerm whether it is the term itself that goes unread
 * @param text says it in a phrase
 */
public record UnreadFact(String field, String code, boolean isTerm, String text) {}
