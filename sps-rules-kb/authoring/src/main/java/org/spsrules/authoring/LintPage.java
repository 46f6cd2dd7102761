package org.spsrules.authoring;

import java.util.Arrays;

/** What lint finds, on one page, made from the codes. */
public final class LintPage {

    private static final String INTRODUCTION = """
            # What lint finds

            Generated from the codes by the build; do not edit. `./sps lint` checks the knowledge base and prints what it
            finds as `path:line:column: severity: message [code]`; `./sps lint --explain CODE` prints what stands here.

            An **error** means that the knowledge base must not be used as it is. A **warning** means that something in it
            is most likely not what its author meant. `lint` ends with exit code 1 in either case.
            """;

    private LintPage() {}

    /** The page, in Markdown. */
    public static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n| Code | Severity | What it is |\n|---|---|---|\n");
        for (LintCode code : LintCode.values()) {
            page.append("| [`")
                    .append(code.code())
                    .append("`](#")
                    .append(code.code())
                    .append(") | ")
                    .append(code.severity().word())
                    .append(" | ")
                    .append(code.summary())
                    .append(" |\n");
        }
        Arrays.stream(LintCode.values()).forEach(code -> page.append("\n").append(section(code)));
        return page.toString();
    }

    private static String section(LintCode code) {
        return "## " + code.code() + "\n\n" + code.summary() + " " + code.why() + "\n\nNot so:\n\n" + block(code.bad())
                + "\nBut so:\n\n" + block(code.good());
    }

    private static String block(String example) {
        return "```\n" + example + "\n```\n";
    }
}
