package org.spsrules.authoring.folder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.scaffold.Scaffold;

/** What an author still has to fill in after {@link Scaffold} has written a rule. */
public final class Blanks {

    /** What every blank begins with. */
    private static final String MARK = "FILL IN";

    private static final Pattern BLANK = Pattern.compile(MARK + "(?:: ([^\"\\n]*))?");

    private Blanks() {}

    /**
     * Names every blank.
     *
     * @param files texts by path
     */
    static void find(Map<String, String> files, Diagnostics diagnostics) {
        files.forEach((path, text) -> {
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                Matcher blank = BLANK.matcher(lines[i]);
                while (blank.find()) {
                    String what = blank.group(1) == null ? "" : ": " + blank.group(1);
                    diagnostics.add(
                            path, new Position(i + 1, blank.start() + 1), LintCode.BLANK, "to be filled in" + what);
                }
            }
        });
    }

    /** Problems without those that only say that a blank is not the code, statement or text that it stands for. */
    public static List<Diagnostic> withoutEchoes(List<Diagnostic> found) {
        List<Diagnostic> blanks = found.stream()
                .filter(diagnostic -> diagnostic.code().equals(LintCode.BLANK.code()))
                .toList();
        Set<String> lines = blanks.stream().map(Blanks::line).collect(Collectors.toSet());
        Set<String> files = blanks.stream().map(Diagnostic::file).collect(Collectors.toSet());
        return found.stream()
                .filter(diagnostic -> diagnostic.code().equals(LintCode.BLANK.code())
                        || !lines.contains(line(diagnostic))
                                && !(files.contains(diagnostic.file())
                                        && diagnostic.message().contains(MARK)))
                .toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.file() + ":" + diagnostic.line();
    }
}
