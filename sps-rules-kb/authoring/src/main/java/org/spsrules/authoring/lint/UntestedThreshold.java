package org.spsrules.authoring.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.Dose;
import org.spsrules.InvalidCaseException;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.Spelling;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.io.PatientCaseReader;

/** The scenarios of a rule try both sides of every number in it, and the number itself. */
final class UntestedThreshold implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        CaseFacts caseFacts = new CaseFacts(subject.vocabulary(), subject.knowledge());
        PatientCaseReader reader = new PatientCaseReader(subject.vocabulary());
        for (ParsedRule rule : subject.rules()) {
            List<Scenario> scenarios = subject.scenariosOf(rule);
            if (scenarios.isEmpty()) {
                // That is reported, and this would be its echo.
                continue;
            }
            for (Pattern pattern : rule.rule().patterns()) {
                for (Constraint constraint : pattern.constraints()) {
                    if (hasThreshold(pattern, constraint)) {
                        List<Object> facts = scenarios.stream()
                                .flatMap(scenario -> facts(scenario, reader, caseFacts).stream())
                                .filter(fact -> fact.getClass().getSimpleName().equals(pattern.factType()))
                                .toList();
                        check(rule, pattern, constraint, facts, diagnostics);
                    }
                }
            }
        }
    }

    private static boolean hasThreshold(Pattern pattern, Constraint constraint) {
        boolean dose = FactModel.instance()
                .type(pattern.factType())
                .flatMap(type -> type.question(constraint.asked()))
                .map(Question::says)
                .filter(says -> says.dose())
                .isPresent();
        return Asked.number(constraint).isPresent() || dose && !Asked.isOpen(constraint);
    }

    private static List<Object> facts(Scenario scenario, PatientCaseReader reader, CaseFacts caseFacts) {
        try {
            return caseFacts.of(reader.read(scenario.patientCase()));
        } catch (InvalidCaseException e) {
            return List.of();
        }
    }

    /** Only facts count that meet the rest of the pattern: the dose of another drug tells nothing about this one. */
    private static void check(
            ParsedRule rule, Pattern pattern, Constraint constraint, List<Object> facts, Diagnostics diagnostics) {
        List<Object> fitting = facts.stream()
                .filter(fact -> pattern.constraints().stream()
                        .filter(other -> other != constraint && !Asked.isOpen(other))
                        .allMatch(other -> Asked.holds(other, fact)))
                .toList();
        List<String> missing = new ArrayList<>();
        if (fitting.stream().noneMatch(fact -> Asked.holds(constraint, fact))) {
            missing.add("is met");
        }
        if (fitting.stream().noneMatch(fact -> isKnown(constraint, fact) && !Asked.holds(constraint, fact))) {
            missing.add("is not met by a value that is known");
        }
        if (missing.isEmpty() && fitting.stream().noneMatch(fact -> isAtLimit(constraint, fact))) {
            missing.add("is asked of the limit itself");
        }
        if (!missing.isEmpty()) {
            diagnostics.add(
                    rule.places().of(constraint),
                    LintCode.UNTESTED_THRESHOLD,
                    "no scenario of this rule shows a case in which " + Spelling.of(constraint) + " "
                            + String.join(", and none in which it ", missing));
        }
    }

    private static boolean isAtLimit(Constraint constraint, Object fact) {
        if (constraint instanceof Constraint.Comparison comparison) {
            Object actual = Asked.answer(fact, comparison.field(), List.of());
            return actual != null
                    && Asked.number(constraint)
                            .filter(limit -> limit.compareTo(new BigDecimal(actual.toString())) == 0
                                    || actual instanceof Integer && hasFraction(limit))
                            .isPresent();
        }
        Dose limit = Dose.parse(Asked.texts(constraint).get(0));
        return fact instanceof Treatment treatment
                && treatment.stated().dose().filter(dose -> isSame(dose, limit)).isPresent();
    }

    /** No whole number ever stands at such a limit. */
    private static boolean hasFraction(BigDecimal limit) {
        return limit.stripTrailingZeros().scale() > 0;
    }

    private static boolean isSame(Dose one, Dose other) {
        return one.unit().comparableWith(other.unit()) && one.compareTo(other) == 0;
    }

    private static boolean isKnown(Constraint constraint, Object fact) {
        if (constraint instanceof Constraint.Comparison comparison) {
            return Asked.answer(fact, comparison.field(), List.of()) != null;
        }
        return !Boolean.TRUE.equals(Asked.answer(fact, "doseUnknown", List.of()));
    }
}
