package org.spsrules.authoring.diagnostic;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
    /** The knowledge base must not be used as it is. */
    ERROR,
    /** It can be used, but something in it is most likely not what its author meant. */
    WARNING;

    /** How problems spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
