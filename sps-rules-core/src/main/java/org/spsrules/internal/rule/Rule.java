package org.spsrules.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule as its author wrote it, parsed.
 *
 * <p>One file can be about each row of a table of the knowledge base. Then there is a rule for each row, and its id is that
 * of the file, {@code #} and the code of the row: {@code pitfalls/step-skipped#ivig}.
 *
 * @param id folder, with the rooms in it, and file name without ending, for example {@code first-line/start-diazepam}
 * @param title the imperative sentence that names it
 * @param sources ids of the statements that it rests on
 * @param grades codes of the evidence grades behind it
 * @param reviewed who reviewed it clinically and when, or {@code none}
 * @param conditions what must hold, all of it
 * @param then what follows
 * @param stratum how many layers of conclusions it waits for; 0 reads only facts of the case
 */
public record Rule(
        String id,
        String title,
        List<String> sources,
        List<String> grades,
        String reviewed,
        List<Condition> conditions,
        Sentence then,
        int stratum) {

    private static final char ROW = '#';

    /** The id of the rule that a file holds for a row. */
    public static String idOf(String file, String row) {
        return file + ROW + row;
    }

    /** The id of the file that holds a rule: that of the rule, without the row that it is about. */
    public static String fileOf(String id) {
        int row = id.indexOf(ROW);
        return row < 0 ? id : id.substring(0, row);
    }

    /** The same rule under other conditions. */
    public Rule when(List<Condition> others) {
        return new Rule(id, title, sources, grades, reviewed, others, then, stratum);
    }

    /** The rule with another sentence. */
    public Rule then(Sentence other) {
        return new Rule(id, title, sources, grades, reviewed, conditions, other, stratum);
    }

    /** The rule in another stratum. */
    public Rule in(int otherStratum) {
        return new Rule(id, title, sources, grades, reviewed, conditions, then, otherStratum);
    }

    /** The row that the rule is about, if it is about one. */
    public Optional<String> row() {
        return rowOf(id);
    }

    /** The code of the row that a rule is about; empty if it is about none. */
    public static Optional<String> rowOf(String id) {
        int row = id.indexOf(ROW);
        return row < 0 ? Optional.empty() : Optional.of(id.substring(row + 1));
    }

    /** Whether it concludes this finding, about whatever. */
    public boolean concludes(String finding) {
        return then.finding().filter(finding::equals).isPresent();
    }

    /** The folder of the rule, for example {@code first-line}; that of {@code appraisal/closing/tried} is appraisal. */
    public String folder() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Every value that its conditions and its sentence name. */
    public Stream<Operand> operands() {
        return Stream.concat(patterns().stream().flatMap(Pattern::operands), then.objects().stream());
    }

    /** Every text among them, mostly codes of concepts. */
    public Stream<String> texts() {
        return operands().flatMap(operand -> operand.text().stream());
    }

    /** Every pattern of its conditions, also inside groups. */
    public List<Pattern> patterns() {
        return conditions.stream()
                .flatMap(condition -> condition.patterns().stream())
                .toList();
    }
}
