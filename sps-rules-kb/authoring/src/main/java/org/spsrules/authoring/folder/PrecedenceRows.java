package org.spsrules.authoring.folder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.rule.Verb;

/** The rows that say what outranks what, of one drug: read, and checked against each other. */
final class PrecedenceRows {

    private static final Verb[] WITHHELD = Arrays.stream(Verb.values())
            .filter(verb -> verb.role() == Verb.Role.ADVICE || verb.role() == Verb.Role.EXPOSURE)
            .toArray(Verb[]::new);

    private PrecedenceRows() {}

    static Optional<PrecedenceRow> row(DataFile.Entry entry) {
        return Optional.of(new PrecedenceRow(
                entry.optional("finding"),
                entry.optional("said").flatMap(any -> entry.oneOf("said", WITHHELD, Verb::word)),
                entry.optional("once").flatMap(any -> entry.oneOf("once", WITHHELD, Verb::word)),
                entry.allOf("withholds", WITHHELD, Verb::word),
                entry.allOf("behind", WITHHELD, Verb::word),
                entry.optional("among")));
    }

    /** A row says what outranks; what it withholds is not said of anything that comes before it, so there is no circle. */
    static void check(List<Placed<PrecedenceRow>> rows, Diagnostics diagnostics) {
        Set<Verb> above = EnumSet.noneOf(Verb.class);
        for (Placed<PrecedenceRow> placed : rows) {
            PrecedenceRow row = placed.value();
            long kinds = Stream.of(row.finding(), row.said(), row.once())
                    .filter(Optional::isPresent)
                    .count();
            boolean delays = !row.behind().isEmpty();
            if (kinds != 1
                    || row.once().isPresent() != row.withholds().isEmpty()
                    || delays != row.among().isPresent()
                    || delays && row.once().isEmpty()
                    || row.once().filter(row.behind()::contains).isPresent()) {
                placed.fail(
                        LintCode.DATA_FILE,
                        "a row of precedence is one of {finding: …, withholds: […]}, {said: …, withholds: […]}, {once: …}"
                                + " and {once: …, behind: [other verbs], among: a class}",
                        diagnostics);
            }
            row.said().ifPresent(above::add);
            row.withholds().stream()
                    .filter(above::contains)
                    .findFirst()
                    .ifPresent(verb -> placed.fail(
                            LintCode.DATA_FILE,
                            "a row above says that " + verb.word()
                                    + " outranks others, so none from there on withholds it;"
                                    + " put this row before that one",
                            diagnostics));
        }
    }
}
