package org.spsrules.authoring.diagnostic;

import java.util.List;
import java.util.function.BiConsumer;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;

/** What an author does about a file that is no YAML; its parser speaks of its own grammar. */
public final class YamlAdvice {

    private static final int LINES_BEFORE = 2;
    private static final String NO_BREAK_SPACE = "\u00a0";

    private YamlAdvice() {}

    /** Says in words on which an author can act what is wrong, and at the place where something can be done. */
    public static void report(Problem problem, String text, BiConsumer<Position, String> fail) {
        Position position = problem.position().orElse(new Position(1, 1));
        List<String> lines = text.lines().toList();
        for (int line = Math.max(1, position.line() - LINES_BEFORE); line <= position.line(); line++) {
            String content = line <= lines.size() ? lines.get(line - 1) : "";
            if (content.contains(NO_BREAK_SPACE)) {
                fail.accept(
                        new Position(line, content.indexOf(NO_BREAK_SPACE) + 1),
                        "a no-break space stands here, which looks like a blank and is none; type a blank");
                return;
            } else if (content.matches("\\s*\t.*")) {
                fail.accept(
                        new Position(line, content.indexOf('\t') + 1),
                        "a tabulator stands at the beginning of the line; YAML wants blanks");
                return;
            }
        }
        fail.accept(position, words(problem.message()));
    }

    private static String words(String said) {
        if (said.contains("mapping values are not allowed")) {
            return "not YAML: a colon and a blank begin a new entry; if the colon belongs to the text, put the text in"
                    + " quotes";
        } else if (said.contains("block end") || said.contains("block mapping start")) {
            return "not YAML: this line stands too far to the left or to the right; what belongs together begins in the same"
                    + " column";
        } else if (said.contains("expected ',' or '}'") && said.contains("got :")) {
            return "not YAML: inside { } a colon begins the value of an entry; if the colon belongs to the text, put the text"
                    + " in quotes";
        } else if (said.contains("expected ',' or")) {
            return "not YAML: inside { } and [ ] entries are separated by commas, and the bracket is closed; if a comma or a"
                    + " bracket belongs to a text, put the text in quotes";
        } else if (said.contains("could not find expected ':'")) {
            return "not YAML: the line above is no entry; a key is followed by a colon and a blank";
        }
        return said;
    }
}
