package org.spsrules.authoring.lint;

import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;

/** No rule says only what another rule has said already whenever it applies. */
final class SubsumedRule implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule rule : subject.rules()) {
            for (ParsedRule other : subject.allRules()) {
                if (rule != other && isSubsumed(rule, other, subject.space())) {
                    diagnostics.add(
                            rule.places().of(Part.TITLE),
                            LintCode.SUBSUMED_RULE,
                            "whenever this rule applies, " + other.rule().id() + " says the same");
                }
            }
        }
    }

    private static boolean isSubsumed(ParsedRule rule, ParsedRule other, FactSpace space) {
        if (!mayRepeat(rule.rule().then(), other.rule().then())) {
            return false;
        }
        Premises own = Premises.of(rule.rule());
        Premises others = Premises.of(other.rule());
        if (!objects(own, rule).equals(objects(others, other)) || !others.followFrom(own, space)) {
            return false;
        }
        return own.followFrom(others, space)
                ? rule.rule().id().compareTo(other.rule().id()) > 0
                : addsNothing(rule.rule().then(), other.rule().then());
    }

    /** Alerts are about harm, and two harms of one drug are two alerts. */
    private static boolean mayRepeat(Sentence sentence, Sentence other) {
        return sentence.verb() == other.verb()
                && sentence.level().equals(other.level())
                && (sentence.verb().role() != Verb.Role.ALERT
                        || sentence.because().equals(other.because()));
    }

    /** What rules advise alike is shown once, with what each of them adds in special circumstances. */
    private static boolean addsNothing(Sentence sentence, Sentence other) {
        return isIn(sentence.because(), other.because())
                && isIn(sentence.dose(), other.dose())
                && isIn(sentence.how(), other.how())
                && isIn(sentence.forPatient(), other.forPatient())
                && other.after().containsAll(sentence.after());
    }

    private static boolean isIn(Optional<String> text, Optional<String> other) {
        return text.isEmpty() || text.equals(other);
    }

    private static List<Operand> objects(Premises premises, ParsedRule rule) {
        return rule.rule().then().objects().stream().map(premises::plain).toList();
    }
}
