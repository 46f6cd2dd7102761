package org.spsrules.pages.cohort;

import java.util.List;
import java.util.Set;
import org.spsrules.pages.Frame;

/**
 * The numbers of a cohort on one page.
 *
 * @param frame what surrounds them
 * @param head lines below the title
 * @param tables the numbers
 */
public record CohortView(Frame frame, List<String> head, List<Table> tables) {

    /** The tones that a row can have. */
    public static final Set<String> TONES =
            Set.of("critical", "warning", "information", "first", "second", "third", "fourth");

    /**
     * Numbers of one sort, with a chart of bars.
     *
     * @param name what links call it
     * @param title its heading
     * @param meaning what its numbers mean
     * @param rows the numbers
     */
    public record Table(String name, String title, String meaning, List<Row> rows) {}

    /**
     * A number of patients.
     *
     * @param label what it is the number of
     * @param note a word beside it; may be empty
     * @param tone one of {@link #TONES}; empty if it has none
     * @param cases how many, as it is shown
     * @param percent how many of a hundred; empty if that is not told
     */
    public record Row(String label, String note, String tone, String cases, String percent) {}
}
