package org.spsrules.authoring.proof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which conditions of rules the scenarios beside them have seen true and false, and which rows they would miss.
 *
 * @param conditions every condition, by place
 * @param rows every row of contraindications, interactions and doses
 */
public record Coverage(List<Seen> conditions, List<Row> rows) {

    /**
     * A condition: what a pattern asks of a fact, or that a finding is there or is not.
     *
     * @param file where it stands, relative to the folder of the knowledge base
     * @param line the line
     * @param column the column
     * @param ruleId the rule
     * @param text the condition as a rule spells it
     * @param met whether a scenario of the rule saw it hold
     * @param unmet whether a scenario of the rule saw it not hold
     * @param suggestion what to write so that nothing is missing; empty if nothing is
     */
    public record Seen(
            String file,
            int line,
            int column,
            String ruleId,
            String text,
            boolean met,
            boolean unmet,
            String suggestion) {

        /** Whether both sides were seen. */
        public boolean isCovered() {
            return met && unmet;
        }
    }

    /**
     * A row.
     *
     * @param file where it stands, relative to the folder of the knowledge base
     * @param line the line
     * @param column the column
     * @param text what it is about
     * @param isCovered whether a scenario fails without it
     */
    public record Row(String file, int line, int column, String text, boolean isCovered) {}

    /** How many sides of conditions, and rows, there are. */
    public int total() {
        return 2 * conditions.size() + rows.size();
    }

    /** How many of them are covered. */
    public int covered() {
        return (int) (Stream.concat(
                                conditions.stream().map(Seen::met),
                                conditions.stream().map(Seen::unmet))
                        .filter(seen -> seen)
                        .count()
                + rows.stream().filter(Row::isCovered).count());
    }

    /** The share in percent with one digit, rounded down, so that only all is 100. */
    public double percent() {
        return Share.percent(covered(), total());
    }

    /** The conditions of which a side is missing, by place. */
    public List<Seen> uncovered() {
        return conditions.stream()
                .filter(seen -> !seen.isCovered())
                .sorted(Comparator.comparing(Seen::file)
                        .thenComparing(Seen::line)
                        .thenComparing(Seen::column))
                .toList();
    }
}
