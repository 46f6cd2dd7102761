package org.spsrules.authoring.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.internal.rule.Verb;

/**
 * What has to lie behind a patient before a step of the ladder is begun, read from the case and not from the rules' own
 * findings (D-02, D-04, D-05, D-06, D-08, D-11).
 */
final class LadderGates {

    /** Verbs that begin a therapy; to repeat what helped, or to raise a dose, needs no earlier step closed (D-07). */
    private static final Set<String> BEGINS =
            Set.of(Verb.START.phrase(), Verb.ADD.phrase(), Verb.SWITCH_TO.phrase(), Verb.REFER_FOR.phrase());

    private static final List<String> BENZODIAZEPINES = List.of("diazepam", "clonazepam", "alprazolam");
    private static final List<String> SECOND_STEP = List.of("pregabalin", "levetiracetam");
    private static final List<String> AFTER_FIRST_LINE =
            List.of("ivig", "intrathecal-baclofen", "plasmapheresis", "immunosuppressant", "hsct");
    private static final List<String> AFTER_IMMUNOGLOBULIN = List.of("immunosuppressant", "hsct");

    /** The gates in order, each with what has to hold for it to be behind the patient. */
    private static final Map<String, Predicate<Outcome>> GATES = gates();

    /** How many gates lie before a therapy or class. */
    private static final Map<String, Integer> BEFORE = before();

    private LadderGates() {}

    private static Map<String, Predicate<Outcome>> gates() {
        Map<String, Predicate<Outcome>> gates = new LinkedHashMap<>();
        gates.put("a benzodiazepine", outcome -> isFirstLineBehind(outcome) || isFirstStepClosed(outcome));
        gates.put("pregabalin or levetiracetam", outcome -> isFirstLineBehind(outcome) || isSecondStepClosed(outcome));
        gates.put(
                "oral baclofen",
                outcome -> isFirstLineBehind(outcome)
                        || outcome.isClosed("oral-baclofen")
                        || outcome.hasLostEffect("oral-baclofen"));
        gates.put(
                "immunoglobulin",
                outcome -> outcome.hasHad(AFTER_IMMUNOGLOBULIN)
                        || outcome.hasEntered(Line.THIRD)
                        || isImmunoglobulinClosed(outcome));
        gates.put("rituximab", outcome -> outcome.isClosed("rituximab"));
        gates.put("tacrolimus", outcome -> outcome.isClosed("tacrolimus"));
        return gates;
    }

    private static Map<String, Integer> before() {
        Map<String, Integer> before = new LinkedHashMap<>();
        SECOND_STEP.forEach(therapy -> before.put(therapy, 1));
        before.put("corticosteroid", 1);
        before.put("oral-baclofen", 2);
        List.of("ivig", "intrathecal-baclofen", "plasmapheresis").forEach(therapy -> before.put(therapy, 3));
        before.put("rituximab", 4);
        before.put("tacrolimus", 5);
        before.put("other-immunosuppressant", 6);
        before.put("hsct", 6);
        return before;
    }

    /** What lies open before a therapy that is begun, if something does. */
    static Optional<String> openBefore(Outcome outcome, Recommendation advice) {
        if (!BEGINS.contains(advice.action())) {
            return Optional.empty();
        }
        String therapy = advice.subject().map(Subject::code).orElse("");
        int gates = BEFORE.entrySet().stream()
                .filter(entry -> outcome.vocabulary().isA(therapy, entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
        return GATES.entrySet().stream()
                .limit(gates)
                .filter(gate -> !gate.getValue().test(outcome))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** An emergency does not wait for the oral steps, and who has entered a later line does not fall back. */
    private static boolean isFirstLineBehind(Outcome outcome) {
        return outcome.hasHad(AFTER_FIRST_LINE)
                || outcome.hasEntered(Line.SECOND)
                || outcome.isConfirmed()
                        && (outcome.patientCase().course().acuteSevereExacerbation() == Answer.YES
                                || outcome.patientCase()
                                        .diagnosis()
                                        .variant()
                                        .filter("perm"::equals)
                                        .isPresent());
    }

    private static boolean isFirstStepClosed(Outcome outcome) {
        return outcome.hasFallenShort("benzodiazepine")
                || outcome.hasLostEffect("benzodiazepine")
                || outcome.hadSideEffect("benzodiazepine", "benzodiazepine-class-effect")
                || outcome.isContraindicated("benzodiazepine")
                || isNotToleratedAsAClass(outcome)
                || BENZODIAZEPINES.stream().allMatch(outcome::isClosed);
    }

    /** A record may say of the class what it does not say of any of its members. */
    private static boolean isNotToleratedAsAClass(Outcome outcome) {
        return outcome.patientCase().treatments().given().stream()
                .anyMatch(given -> given.therapy().equals("benzodiazepine") && given.tolerated() == Answer.NO);
    }

    /** One adequate failure is enough (D-03). */
    private static boolean isSecondStepClosed(Outcome outcome) {
        return SECOND_STEP.stream()
                        .anyMatch(therapy -> outcome.hasFallenShort(therapy) || outcome.hasLostEffect(therapy))
                || SECOND_STEP.stream().allMatch(outcome::isClosed);
    }

    private static boolean isImmunoglobulinClosed(Outcome outcome) {
        return outcome.isClosed("ivig")
                || outcome.patientCase().conditions().present().contains("declines-blood-products");
    }
}
