package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.spelling.Suggestion;

/**
 * The order of the ladder: steps follow each other as they are written, and one that says after which step it comes stands
 * right behind that one, be it in another file or an overlay. Immutable.
 */
final class LadderOrder {

    private final List<LadderRow> rows;

    private LadderOrder(List<LadderRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The order of these rows; what is wrong with it goes into the diagnostics. */
    static LadderOrder of(List<Placed<LadderRow>> written, Diagnostics diagnostics) {
        List<LadderRow> ordered = new ArrayList<>();
        List<Placed<LadderRow>> waiting = new ArrayList<>();
        for (Placed<LadderRow> row : written) {
            if (row.value().after().isEmpty()) {
                ordered.add(row.value());
            } else {
                waiting.add(row);
            }
        }
        boolean moved = true;
        while (moved) {
            moved = waiting.removeIf(row -> insert(row.value(), ordered));
        }
        List<String> codes = written.stream().map(row -> row.value().code()).toList();
        for (Placed<LadderRow> row : waiting) {
            String after = row.value().after().orElseThrow();
            diagnostics.add(
                    row.file(),
                    row.value().placeOf("after"),
                    codes.contains(after) ? LintCode.CIRCLE : LintCode.UNKNOWN_CONCEPT,
                    codes.contains(after)
                            ? row.value().code() + " comes after " + after + ", which comes after it"
                            : "there is no step " + after + Suggestion.didYouMean(after, codes));
        }
        LadderOrder order = new LadderOrder(ordered);
        written.forEach(row -> order.check(row, diagnostics));
        return order;
    }

    private static boolean insert(LadderRow row, List<LadderRow> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            if (row.after().equals(Optional.of(ordered.get(i).code()))) {
                ordered.add(i + 1, row);
                return true;
            }
        }
        return false;
    }

    private void check(Placed<LadderRow> placed, Diagnostics diagnostics) {
        LadderRow row = placed.value();
        Optional<LadderRow> before = before(row);
        if (before.filter(earlier -> earlier.step().line().compareTo(row.step().line()) > 0)
                .isPresent()) {
            diagnostics.add(
                    placed.file(),
                    placed.position(),
                    LintCode.DATA_FILE,
                    row.code() + " would come after " + before.get().code()
                            + ", which belongs to a later line; say after which step it comes, as in after: "
                            + lastUntil(row).map(LadderRow::code).orElse("…"));
        }
        boolean followed = rows.stream().anyMatch(next -> before(next).equals(Optional.of(row)));
        if (followed && !row.canClose()) {
            diagnostics.add(
                    placed.file(),
                    placed.position(),
                    LintCode.DATA_FILE,
                    "nothing closes " + row.code() + ", so what comes after it could never be reached; write closed-by,"
                            + " closed-with-class or fails-with");
        }
    }

    private Optional<LadderRow> lastUntil(LadderRow row) {
        return rows.stream()
                .filter(other -> other != row && other.step().isInOrder())
                .filter(other -> other.step().line().compareTo(row.step().line()) <= 0)
                .reduce((first, second) -> second);
    }

    /** All rows in order, those without a place in it where they are written. */
    List<LadderRow> rows() {
        return rows;
    }

    /** The row before another one; nothing for the first, and for one that has no place in the order. */
    Optional<LadderRow> before(LadderRow row) {
        return row.step().isInOrder()
                ? rows.subList(0, Math.max(0, rows.indexOf(row))).stream()
                        .filter(earlier -> earlier.step().isInOrder())
                        .reduce((first, second) -> second)
                : Optional.empty();
    }
}
