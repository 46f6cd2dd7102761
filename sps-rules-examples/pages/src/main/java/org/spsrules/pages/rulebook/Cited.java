package org.spsrules.pages.rulebook;

/**
 * A statement that something rests on.
 *
 * @param id its id, which leads to its source
 * @param text what it says, in our own words
 * @param unverified whether its source tells what others say, and nobody has read it there
 */
public record Cited(Ref id, String text, boolean unverified) {}
