package org.spsrules.authoring.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.ShortForm;
import org.spsrules.internal.rule.Condition;

/** What has a short form is not written out, so that there is one way to say it. */
final class ShortForms implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        Set<Location> seen = new HashSet<>();
        for (ParsedRule rule : subject.written()) {
            for (Condition condition : rule.rule().conditions()) {
                Optional<String> shorter = condition instanceof Condition.AnyOf group
                        ? ShortForm.of(group).filter(form -> !form.equals(group.text()))
                        : subject.care().annotation(condition).filter(annotation -> !isOfCare(condition, rule));
                Location place = rule.places().of(condition);
                shorter.filter(form -> seen.add(place))
                        .ifPresent(form ->
                                diagnostics.add(place, LintCode.LONG_FORM, "there is a short form of this: " + form));
            }
        }
    }

    private static boolean isOfCare(Condition condition, ParsedRule rule) {
        return rule.care().isPresent()
                && rule.places().of(condition).equals(rule.places().of(Part.CARE));
    }
}
