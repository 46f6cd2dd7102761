package org.spsrules.vocabulary;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A code of a public system, and what it has to do with a concept.
 *
 * @param system whose code it is
 * @param code the code, for example {@code 3322}
 * @param display what the system calls it, if that has been seen
 * @param match whether it means the concept
 * @param verified where the code was seen with its display
 */
public record Coding(CodeSystem system, String code, Optional<String> display, Match match, String verified) {

    /** Nothing is null. */
    public Coding {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(display, "display");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(verified, "verified");
    }

    /** What a code has to do with a concept. */
    public enum Match {
        /** It means the concept. */
        EXACT,
        /** It means a kind, a brand or a part of the concept, so whoever has it has the concept. */
        NARROWER,
        /** It says less, so it is given out for the concept, and not taken for it. */
        BROADER;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the code alone is enough to know the concept. */
        public boolean isEnough() {
            return this != BROADER;
        }
    }

    @Override
    public String toString() {
        return system.displayName() + " " + code;
    }
}
