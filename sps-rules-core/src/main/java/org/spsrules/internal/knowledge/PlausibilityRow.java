package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.Sex;

/**
 * How likely it is of a patient with SPS what a case leaves open (decision D-67). What no row is about is a remote
 * possibility, which nobody is asked about.
 *
 * @param about codes of what may be so: conditions, symptoms, results of tests, therapies that may have been given
 * @param field the field of a treatment that is asked for, as {@code indication}; empty if the question is whether it is so
 * @param chance how likely it is
 * @param with codes of which a case has to state one, for it to be more than remote; empty if it is likely without
 * @param ages the ages at which it is possible; empty if at any
 * @param sex the sex of those of whom it is possible; empty if of anybody
 * @param sources ids of the statements that it rests on
 */
public record PlausibilityRow(
        List<String> about,
        Optional<String> field,
        Chance chance,
        List<String> with,
        Optional<Ages> ages,
        Optional<Sex> sex,
        List<String> sources) {

    /** The chances, the best first. */
    public enum Chance {
        OFTEN,
        SELDOM;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A span of years of age.
     *
     * @param from the first year of it
     * @param to the last year of it
     */
    public record Ages(int from, int to) {}
}
