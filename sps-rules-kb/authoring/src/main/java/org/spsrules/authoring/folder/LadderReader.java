package org.spsrules.authoring.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Line;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.folder.LadderRow.Skipped;
import org.spsrules.authoring.folder.LadderRow.StillOpen;
import org.spsrules.internal.knowledge.LadderStep;

/** Reads the rows of the ladder. */
final class LadderReader {

    private static final Line[] LINES = {Line.FIRST, Line.SECOND, Line.THIRD, Line.FOURTH};
    private static final Map<String, Boolean> YES = Map.of("true", true);
    private static final List<String> PLACED = List.of(
            "after",
            "beside",
            "any-time",
            "therapies",
            "once-closed",
            "once-impossible",
            "once-disabling-and-fit",
            "closed-by",
            "closed-with-class",
            "fails-with",
            "passed-by",
            "line-entered-by");

    private LadderReader() {}

    /** The row in an entry, if its form is right. */
    static Optional<LadderRow> row(DataFile.Entry entry) {
        Optional<Line> line = entry.oneOf("line", LINES, Line::name);
        String code = entry.text("code");
        String step = entry.text("step");
        String title = entry.text("title");
        List<String> therapies = entry.texts("therapies");
        List<String> enteredBy = entry.texts("entered-by");
        List<String> lineEnteredBy = entry.texts("line-entered-by");
        Map<String, String> numbered = entry.map("numbered");
        Optional<String> differ = entry.optional("differ");
        List<String> sources = entry.texts("sources");
        LadderStep.Gate gate = new LadderStep.Gate(
                isSet(entry, "any-time"),
                isSet(entry, "at-once"),
                entry.optional("beside"),
                entry.texts("once-closed"),
                entry.optional("once-impossible"),
                entry.optional("once-disabling-and-fit"));
        Optional<Line> passedBy =
                entry.optional("passed-by").flatMap(word -> entry.oneOf("passed-by", LINES, Line::name));
        Map<String, Position> places = new HashMap<>(Map.of("", entry.position()));
        PLACED.forEach(field -> places.put(field, entry.positionOf(field)));
        Optional<String> after = entry.optional("after");
        List<String> closedBy = entry.texts("closed-by");
        Optional<String> closedWithClass = entry.optional("closed-with-class");
        List<String> failsWith = entry.texts("fails-with");
        List<Skipped> skipped = entry.entries("skipped", LadderReader::skipped);
        List<StillOpen> stillOpen = entry.entries("still-open", LadderReader::stillOpen);
        return line.map(value -> new LadderRow(
                new LadderStep(
                        code, value, step, title, therapies, enteredBy, lineEnteredBy, gate, numbered, differ, sources),
                after,
                closedBy,
                closedWithClass,
                failsWith,
                passedBy,
                skipped,
                stillOpen,
                places));
    }

    private static boolean isSet(DataFile.Entry entry, String field) {
        return entry.optional(field).isPresent() && entry.oneOf(field, YES).isPresent();
    }

    private static Optional<Skipped> skipped(DataFile.Entry entry) {
        return Optional.of(new Skipped(
                entry.text("before"),
                entry.text("called"),
                entry.optional("because"),
                entry.optional("also-for"),
                entry.texts("sources"),
                entry.position()));
    }

    private static Optional<StillOpen> stillOpen(DataFile.Entry entry) {
        return Optional.of(new StillOpen(
                entry.text("about"),
                entry.texts("untried"),
                entry.optional("instead-of"),
                entry.optional("remember"),
                entry.optional("because"),
                entry.texts("sources"),
                entry.texts("evidence"),
                entry.position()));
    }
}
