package org.spsrules.workbench;

import java.util.Locale;
import org.spsrules.authoring.proof.Coverage;

/** Writes a coverage as text: a line for each side that is missing, and the sum. */
final class CoveragePage {

    private final OpenKnowledge opened;
    private final Look look;
    private final StringBuilder text = new StringBuilder();

    CoveragePage(OpenKnowledge opened, Look look) {
        this.opened = opened;
        this.look = look;
    }

    String of(Coverage coverage) {
        for (Coverage.Seen seen : coverage.uncovered()) {
            line(
                    seen.file(),
                    seen.line(),
                    seen.column(),
                    missing(seen) + ": " + seen.text() + "; " + seen.suggestion());
        }
        coverage.rows().stream()
                .filter(row -> !row.isCovered())
                .forEach(row -> line(
                        row.file(),
                        row.line(),
                        row.column(),
                        "no scenario fails without " + row.text() + "; write one that expects what it says"));
        long whole =
                coverage.conditions().stream().filter(Coverage.Seen::isCovered).count();
        long rows = coverage.rows().stream().filter(Coverage.Row::isCovered).count();
        text.append(String.format(
                Locale.ROOT,
                "%s %% covered: %d of %d conditions seen true and false, %d of %d rows%n",
                coverage.percent(),
                whole,
                coverage.conditions().size(),
                rows,
                coverage.rows().size()));
        return text.toString();
    }

    private static String missing(Coverage.Seen seen) {
        return seen.met() ? "never seen false" : seen.unmet() ? "never seen true" : "never asked";
    }

    private void line(String file, int line, int column, String message) {
        text.append(look.alphabet().spell(opened.shown(file) + ":" + line + ":" + column + ": " + message))
                .append('\n');
    }
}
