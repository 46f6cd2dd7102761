package org.spsrules.pages.rulebook;

import org.spsrules.internal.rule.AlertLevel;

/** The tones of the pages, each of which goes with a word. */
enum Tone {
    CRITICAL,
    WARNING,
    INFORMATION;

    String css() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Tone of(AlertLevel level) {
        return switch (level) {
            case CRITICAL -> CRITICAL;
            case WARNING -> WARNING;
            case NOTE -> INFORMATION;
        };
    }
}
