package org.spsrules.authoring.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.Dose;
import org.spsrules.InvalidCaseException;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.Conditions;
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
                        List<Fact> facts = scenarios.stream()
                                .flatMap(scenario -> facts(scenario, reader, caseFacts))
                                .<Fact>flatMap(of -> of.of(pattern.factType()).stream())
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
        return constraint.number().isPresent() || dose && !constraint.dependsOnOthers();
    }

    private static Stream<Facts> facts(Scenario scenario, PatientCaseReader reader, CaseFacts caseFacts) {
        try {
            return Stream.of(caseFacts.of(reader.read(scenario.patientCase())));
        } catch (InvalidCaseException e) {
            return Stream.empty();
        }
    }

    /** Only facts count that meet the rest of the pattern: the dose of another drug tells nothing about this one. */
    private static void check(
            ParsedRule rule, Pattern pattern, Constraint constraint, List<Fact> facts, Diagnostics diagnostics) {
        List<Fact> fitting = facts.stream()
                .filter(fact -> pattern.constraints().stream()
                        .filter(other -> other != constraint && !other.dependsOnOthers())
                        .allMatch(other -> Conditions.holds(other, fact, Map.of())))
                .toList();
        List<String> missing = new ArrayList<>();
        if (fitting.stream().noneMatch(fact -> Conditions.holds(constraint, fact, Map.of()))) {
            missing.add("is met");
        }
        if (fitting.stream()
                .noneMatch(fact -> isKnown(constraint, fact) && !Conditions.holds(constraint, fact, Map.of()))) {
            missing.add("is not met by a value that is known");
        }
        if (missing.isEmpty() && fitting.stream().noneMatch(fact -> isAtLimit(constraint, fact))) {
            missing.add("is asked of the limit itself");
        }
        if (!missing.isEmpty()) {
            diagnostics.add(
                    rule.places().of(constraint),
                    LintCode.UNTESTED_THRESHOLD,
                    "no scenario of this rule shows a case in which " + constraint.spelling() + " "
                            + String.join(", and none in which it ", missing));
        }
    }

    private static boolean isAtLimit(Constraint constraint, Fact fact) {
        if (constraint instanceof Constraint.Comparison) {
            Object actual = answer(fact, constraint.asked());
            return actual != null
                    && constraint
                            .number()
                            .filter(limit -> limit.compareTo(new BigDecimal(actual.toString())) == 0
                                    || actual instanceof Integer && hasFraction(limit))
                            .isPresent();
        }
        Dose limit = Dose.parse(constraint.texts().get(0));
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

    private static boolean isKnown(Constraint constraint, Fact fact) {
        return constraint instanceof Constraint.Comparison
                ? answer(fact, constraint.asked()) != null
                : !Boolean.TRUE.equals(answer(fact, "doseUnknown"));
    }

    private static @Nullable Object answer(Fact fact, String question) {
        return FactModel.instance().question(fact, question).ask(fact, List.of());
    }
}
