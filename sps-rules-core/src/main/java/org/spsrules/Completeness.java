package org.spsrules;

/**
 * How far a list of facts can be trusted to be all there is. Only in a {@link #COMPLETE} list does a missing entry mean
 * "no" (decision D-30).
 */
public enum Completeness {
    COMPLETE,
    PARTIAL,
    UNKNOWN
}
