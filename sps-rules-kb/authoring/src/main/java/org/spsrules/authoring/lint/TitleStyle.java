package org.spsrules.authoring.lint;

import java.util.regex.Pattern;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;

/** Titles are sentences that begin with a capital and end without a full stop. */
final class TitleStyle implements Check {

    private static final Pattern FORM = Pattern.compile("(?!.* {2})[\\p{Lu}\\p{N}].*[^.!?;:, ]");

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            if (!FORM.matcher(rule.rule().title()).matches()) {
                diagnostics.add(
                        rule.places().of(Part.TITLE),
                        LintCode.TITLE_STYLE,
                        "a title begins with a capital, has single spaces, and ends without a full stop");
            }
        }
    }
}
