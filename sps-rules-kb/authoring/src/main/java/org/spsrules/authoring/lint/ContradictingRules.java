package org.spsrules.authoring.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** No rule advises for a therapy under conditions under which another always advises against it. */
final class ContradictingRules implements Check {

    private static final Set<Verb> FOR = EnumSet.of(
            Verb.START,
            Verb.ADD,
            Verb.TITRATE,
            Verb.SWITCH_TO,
            Verb.REPEAT,
            Verb.REFER_FOR,
            Verb.CONTINUE,
            Verb.RESTORE);
    private static final Set<Verb> AGAINST = EnumSet.of(Verb.AVOID, Verb.TAPER);

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        for (ParsedRule pro : speaking(subject.allRules(), FOR)) {
            for (ParsedRule contra : speaking(subject.rules(), AGAINST)) {
                if (aboutTheSame(pro.rule(), contra.rule(), subject.vocabulary())
                        && meet(pro.rule(), contra.rule(), subject.space())) {
                    diagnostics.add(
                            contra.places().of(Part.SENTENCE),
                            LintCode.CONTRADICTING_RULES,
                            pro.rule().id() + " advises to "
                                    + pro.rule().then().verb().phrase()
                                    + " what this rule advises to "
                                    + contra.rule().then().verb().phrase()
                                    + ", under conditions that imply each other");
                }
            }
        }
    }

    private static List<ParsedRule> speaking(List<ParsedRule> rules, Set<Verb> verbs) {
        return rules.stream()
                .filter(rule -> verbs.contains(rule.rule().then().verb()))
                .toList();
    }

    private static boolean aboutTheSame(Rule pro, Rule contra, Vocabulary vocabulary) {
        Optional<String> unwanted = contra.then().object().flatMap(Operand::text);
        return pro.then()
                .object()
                .flatMap(Operand::text)
                .filter(wanted ->
                        unwanted.filter(other -> vocabulary.isA(wanted, other)).isPresent())
                .isPresent();
    }

    private static boolean meet(Rule pro, Rule contra, FactSpace space) {
        Premises own = Premises.of(pro);
        Premises others = Premises.of(contra);
        return own.followFrom(others, space) || others.followFrom(own, space);
    }
}
