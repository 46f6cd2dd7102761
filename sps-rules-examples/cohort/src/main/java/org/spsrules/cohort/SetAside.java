package org.spsrules.cohort;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.Problem;

/**
 * A line that could not be evaluated. Quotes the case, so it is patient data.
 *
 * @param at where it stands, {@code cases.ndjson:12}
 * @param id what its owner calls the case, if it could be read
 * @param patientUnknown whether it is of an export and does not say about whom it is
 * @param problems everything that is wrong with it
 * @param text the line; its beginning if it is very long
 */
record SetAside(String at, @Nullable String id, boolean patientUnknown, List<Reason> problems, String text) {

    private static final int LONGEST_TEXT = 100_000;

    /**
     * Something that is wrong with a line.
     *
     * @param column where in the line, counted from 1, if that is known
     * @param path where in the case
     * @param message what is wrong, and what would be right
     */
    record Reason(@Nullable Integer column, String path, String message) {

        private static Reason of(Problem problem) {
            return new Reason(
                    problem.position().map(Problem.Position::column).orElse(null), problem.path(), problem.message());
        }
    }

    static SetAside of(String at, Optional<String> id, boolean patientUnknown, List<Problem> problems, String text) {
        return new SetAside(
                at,
                id.orElse(null),
                patientUnknown,
                problems.stream().map(Reason::of).toList(),
                shown(text));
    }

    /** Without a mark that says nothing but that this is UTF-8, and that not every reader of files hands on. */
    private static String shown(String text) {
        String content = text.startsWith(CaseLine.BYTE_ORDER_MARK) ? text.substring(1) : text;
        return content.substring(0, Math.min(LONGEST_TEXT, content.length()));
    }
}
