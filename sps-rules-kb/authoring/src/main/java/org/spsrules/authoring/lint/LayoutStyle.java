package org.spsrules.authoring.lint;

import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.RuleLayout;

/** The place from which on a rule file is laid out otherwise than all others. */
final class LayoutStyle implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            String layout = RuleLayout.of(rule);
            if (!rule.text().equals(layout)) {
                diagnostics.add(
                        rule.file(),
                        difference(rule.text(), layout),
                        LintCode.LAYOUT,
                        "from here on the layout is another one; sps format puts it right");
            }
        }
    }

    private static Position difference(String text, String layout) {
        int same = 0;
        while (same < Math.min(text.length(), layout.length()) && text.charAt(same) == layout.charAt(same)) {
            same++;
        }
        String before = text.substring(0, same);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Position(line, same - before.lastIndexOf('\n'));
    }
}
