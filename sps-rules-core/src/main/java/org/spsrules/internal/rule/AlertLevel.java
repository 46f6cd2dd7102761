package org.spsrules.internal.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent an alert is, the gravest first. */
public enum AlertLevel {
    /** Harm threatens now. */
    CRITICAL,
    /** Harm may come. */
    WARNING,
    /** Good to know; interrupts nobody. */
    NOTE;

    /** The spelling in rules, for example {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level that rules spell so. */
    public static Optional<AlertLevel> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}
