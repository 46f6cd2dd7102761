package org.spsrules.workbench;

import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.LintReport;

/** What was checked and how much was found, in one line. */
final class LintSummary {

    private LintSummary() {}

    static String of(LintReport report) {
        long errors = report.findings().stream().filter(Diagnostic::isError).count();
        long warnings = report.findings().size() - errors;
        String found = errors + warnings == 0
                ? "nothing to find"
                : counted(errors, "error") + " and " + counted(warnings, "warning");
        return found + " in " + counted(report.rules(), "rule") + ", " + counted(report.scenarios(), "scenario") + ", "
                + counted(report.concepts(), "concept") + " and " + counted(report.statements(), "statement");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
