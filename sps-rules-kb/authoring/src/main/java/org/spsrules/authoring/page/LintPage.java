package org.spsrules.authoring.page;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.LintCode;

/** What lint finds, on one page, made from the codes. */
public final class LintPage {

    private static final String INTRODUCTION = """
            # What lint finds

            Generated from the codes by the build; do not edit. `./sps lint` checks the knowledge base and prints what it
            finds as `path:line:column: severity: message [code]`; `./sps lint --explain CODE` prints what stands here.

            An **error** means that the knowledge base must not be used as it is. A **warning** means that something in it
            is most likely not what its author meant. `lint` ends with exit code 1 in either case. What the last table names
            shows only where rules are run: `Authoring.activate` looks for all of this, and errors keep rules from going live.
            """;

    private LintPage() {}

    /** The page, in Markdown. */
    public static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Predicate<LintCode> later = LintCode.onlyInActivation()::contains;
        page.append("\n").append(table(later.negate()));
        page.append("\nOnly where rules are run, or overlays laid over each other:\n\n")
                .append(table(later));
        Arrays.stream(LintCode.values()).forEach(code -> page.append("\n").append(section(code)));
        return page.toString();
    }

    private static String table(Predicate<LintCode> which) {
        return Arrays.stream(LintCode.values())
                .filter(which)
                .map(code -> "| [`" + code.code() + "`](#" + code.code() + ") | "
                        + code.severity().word() + " | " + code.summary() + " |\n")
                .collect(Collectors.joining("", "| Code | Severity | What it is |\n|---|---|---|\n", ""));
    }

    private static String section(LintCode code) {
        return "## " + code.code() + "\n\n" + code.summary() + " " + code.why() + "\n\nNot so:\n\n" + block(code.bad())
                + "\nBut so:\n\n" + block(code.good());
    }

    private static String block(String example) {
        return "```\n" + example + "\n```\n";
    }
}
