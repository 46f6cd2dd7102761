package org.spsrules.workbench;

import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.workbench.Colours.Tone;

/** What a code of lint means, on a page. */
final class LintExplanation {

    private static final String INDENT = "    ";

    private LintExplanation() {}

    static String of(LintCode code, Look look) {
        TextPage page = new TextPage(look);
        page.paragraph(Tone.NORMAL, code.code() + " (" + code.severity().word() + ")");
        page.gap();
        page.paragraph(Tone.NORMAL, code.summary() + " " + code.why());
        return page.text() + example("Not so:", code.bad(), look) + example("But so:", code.good(), look);
    }

    /** Examples keep their lines. */
    private static String example(String heading, String example, Look look) {
        StringBuilder text = new StringBuilder("\n" + heading + "\n\n");
        example.lines()
                .forEach(line ->
                        text.append(INDENT).append(look.alphabet().spell(line)).append('\n'));
        return text.toString();
    }
}
