package org.spsrules;

/** The patient's sex as far as it matters to a rule (pregnancy). */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
}
