package org.spsrules.workbench;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.authoring.diff.Difference;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.workbench.Colours.Tone;

/** Drafts what CHANGELOG.md says of a difference: which rule, and which patients change. */
final class ChangelogDraft {

    private final Page page;

    ChangelogDraft(Page page) {
        this.page = page;
    }

    void write(Difference difference) {
        if (difference.changes().isEmpty()) {
            page.paragraph(Tone.NORMAL, "- No patient changes, as far as " + difference.cases() + " cases tell.");
        }
        difference.byRule().forEach((ruleId, changes) -> page.bullet(entry(ruleId, changes)));
    }

    private static String entry(String ruleId, List<Changed> changes) {
        String what = changes.stream().map(ChangeWords::of).distinct().collect(Collectors.joining("; "));
        return (ruleId.isEmpty() ? "**Lines and cases**: " : "**Say what is new** (`" + ruleId + "`): ") + what
                + ". For example: `" + changes.get(0).witness().patientCase() + "`.";
    }
}
