package org.spsrules;

/** A line of the treatment ladder, lowest first. {@link #NONE} says that something else comes before any line. */
public enum Line {
    NONE,
    FIRST,
    SECOND,
    THIRD,
    FOURTH
}
