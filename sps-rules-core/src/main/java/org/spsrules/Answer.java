package org.spsrules;

/** The answer to a clinical question: yes, no, or not known. Unknown is never read as no. */
public enum Answer {
    YES,
    NO,
    UNKNOWN
}
