package org.spsrules.internal.knowledge;

/**
 * Why a term is in the vocabulary although nothing reads it, or what to state or ask instead.
 *
 * @param term code of the term
 * @param text says it in a sentence
 * @param background whether it is part of the picture of SPS, so that nobody misses an answer to it
 */
public record UnreadNote(String term, String text, boolean background) {}
