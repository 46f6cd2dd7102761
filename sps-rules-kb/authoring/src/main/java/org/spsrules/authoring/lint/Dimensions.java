package org.spsrules.authoring.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.Sex;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What some constraints on one fact can tell apart. Immutable. */
final class Dimensions {

    private static final Set<String> AGE = Set.of("age", "adult", "child", "ageUnknown");
    private static final Set<String> LISTED = Set.of("has", "hasAny", "hasNot", "unclear", "mayHave");
    private static final Set<String> GIVEN =
            Set.of("had", "hadAny", "neverHad", "untried", "takes", "takesNo", "mayTake");
    private static final Set<String> TESTED = Set.of("positive", "negative", "noResult");
    private static final Set<String> THERAPY = Set.of("isA", "therapy", "concerns");
    private static final Set<String> DOSE = Set.of("doseBelow", "doseAtLeast", "doseUnknown");
    private static final List<BigDecimal> USUAL_AGES = List.of(BigDecimal.valueOf(17), BigDecimal.valueOf(18));
    private static final List<BigDecimal> USUAL_CLEARANCES =
            Stream.of(30, 59, 60, 79, 80).map(BigDecimal::valueOf).toList();
    private static final BigDecimal LITTLE = new BigDecimal("0.001");

    private final Vocabulary vocabulary;
    private final Collection<Constraint> constraints;

    private Dimensions(Vocabulary vocabulary, Collection<Constraint> constraints) {
        this.vocabulary = vocabulary;
        this.constraints = constraints;
    }

    /** The dimensions of a fact type in which these constraints can differ; none for a type that is not known here. */
    static List<Dimension> of(String factType, Collection<Constraint> constraints, Vocabulary vocabulary) {
        Dimensions dimensions = new Dimensions(vocabulary, constraints);
        return switch (factType) {
            case "Patient" -> dimensions.patient();
            case "Diagnosis" -> dimensions.diagnosis();
            case "Course" -> dimensions.course();
            case "History" -> dimensions.history();
            case "Tests" -> dimensions.tests();
            case "Treatment" -> dimensions.treatment();
            case "Plan" -> dimensions.plan();
            case "Option" -> dimensions.option();
            default -> List.of();
        };
    }

    private List<Dimension> patient() {
        List<Dimension> all = new ArrayList<>();
        all.add(numbers(AGE, "age", USUAL_AGES, BigDecimal.ONE, (draft, age) -> draft.builder.age(age.intValue())));
        all.add(Dimension.of(Set.of("female", "male"), options(Sex.values(), (draft, sex) -> draft.builder.sex(sex))));
        all.add(numbers(
                Set.of("weight"), "weight", List.of(), LITTLE, (draft, weight) -> draft.builder.weight(weight)));
        all.add(numbers(
                Set.of("creatinineClearance", "creatinineClearanceUnknown"),
                "creatinineClearance",
                USUAL_CLEARANCES,
                LITTLE,
                (draft, clearance) -> draft.builder.creatinineClearance(clearance)));
        all.add(Dimension.of(
                Set.of("setting"), options(Setting.values(), (draft, setting) -> draft.builder.setting(setting))));
        for (String code : codes(LISTED)) {
            all.add(new Dimension(
                    LISTED, code, List.of(draft -> {}, draft -> draft.present(code), draft -> draft.absent(code))));
        }
        for (String code : codes(Set.of("allergicTo"))) {
            all.add(new Dimension(
                    Set.of("allergicTo"), code, List.of(draft -> {}, draft -> draft.allergies.add(code))));
        }
        return all;
    }

    private List<Dimension> diagnosis() {
        Set<String> certainty = Set.of("confirmed", "suspected", "excluded", "notStated");
        List<Consumer<CaseDraft>> variants = new ArrayList<>(List.of(draft -> {}));
        codes(Set.of("variant")).forEach(code -> variants.add(draft -> draft.builder.variant(code)));
        List<Dimension> all = new ArrayList<>(List.of(
                Dimension.of(certainty, options(Status.values(), (draft, status) -> draft.builder.diagnosis(status))),
                Dimension.of(
                        certainty, options(Answer.values(), (draft, answer) -> draft.builder.treatedAsSps(answer))),
                Dimension.of(Set.of("variant"), variants),
                numbers(
                        Set.of("monthsSinceOnset"),
                        "monthsSinceOnset",
                        List.of(),
                        BigDecimal.ONE,
                        (draft, months) -> draft.onset(months.intValue()))));
        for (String code : codes(Set.of("labelled"))) {
            all.add(new Dimension(Set.of("labelled"), code, List.of(draft -> {}, draft -> draft.labels.add(code))));
        }
        return all;
    }

    private List<Dimension> course() {
        return List.of(
                Dimension.of(
                        Set.of("control", "uncontrolled", "maybeUncontrolled"),
                        options(Control.values(), (draft, control) -> draft.builder.control(control))),
                Dimension.of(
                        Set.of("disabling", "maybeDisabling"),
                        options(Answer.values(), (draft, answer) -> draft.builder.disabling(answer))),
                Dimension.of(
                        Set.of("acuteSevereExacerbation"),
                        options(Answer.values(), (draft, answer) -> draft.builder.acuteSevereExacerbation(answer))),
                Dimension.of(
                        Set.of("relapse"), options(Answer.values(), (draft, answer) -> draft.builder.relapse(answer))));
    }

    private List<Dimension> history() {
        List<Dimension> all = new ArrayList<>(List.of(
                Dimension.of(
                        Set.of("neverHad", "untried"),
                        options(
                                Completeness.values(),
                                (draft, completeness) -> draft.builder.treatmentHistory(completeness))),
                Dimension.of(
                        Set.of("takesNo", "mayTake"),
                        options(
                                Completeness.values(),
                                (draft, completeness) -> draft.builder.medicationList(completeness)))));
        for (String code : codes(GIVEN)) {
            all.add(new Dimension(
                    GIVEN,
                    code,
                    List.of(
                            draft -> {},
                            draft -> draft.builder.past(code, details -> {}),
                            draft -> draft.builder.current(code))));
        }
        for (String code : codes(Set.of("unavailable"))) {
            all.add(new Dimension(
                    Set.of("unavailable"), code, List.of(draft -> {}, draft -> draft.unavailable.add(code))));
        }
        for (String code : codes(Set.of("declined"))) {
            all.add(new Dimension(Set.of("declined"), code, List.of(draft -> {}, draft -> draft.declined.add(code))));
        }
        return all;
    }

    private List<Dimension> tests() {
        List<Dimension> all = new ArrayList<>();
        for (String code : codes(TESTED)) {
            all.add(new Dimension(
                    TESTED,
                    code,
                    List.of(
                            draft -> {},
                            draft -> draft.builder.test(code, Result.POSITIVE, details -> {}),
                            draft -> draft.builder.test(code, Result.NEGATIVE, details -> {}))));
        }
        return all;
    }

    private List<Dimension> treatment() {
        List<Dimension> all = new ArrayList<>(List.of(
                Dimension.of(
                        Set.of("current", "past"), List.of(draft -> draft.past = false, draft -> draft.past = true)),
                Dimension.of(
                        Set.of("response", "inadequate", "failed", "fellShort", "helped"),
                        options(
                                Response.values(),
                                (draft, response) -> draft.details.add(details -> details.response(response)))),
                Dimension.of(
                        Set.of("adequateTrial", "inadequateTrial", "maybeInadequateTrial", "inadequate", "failed"),
                        options(
                                Answer.values(),
                                (draft, answer) -> draft.details.add(details -> details.adequateTrial(answer)))),
                Dimension.of(
                        Set.of("tolerated", "notTolerated"),
                        options(
                                Answer.values(),
                                (draft, answer) -> draft.details.add(details -> details.tolerated(answer)))),
                Dimension.of(
                        Set.of("woreOff"),
                        options(
                                Answer.values(),
                                (draft, answer) -> draft.details.add(details -> details.woreOff(answer)))),
                Dimension.of(
                        Set.of("scheduled", "asNeeded"),
                        options(
                                Schedule.values(),
                                (draft, schedule) -> draft.details.add(details -> details.schedule(schedule)))),
                Dimension.of(DOSE, doses()),
                therapies()));
        for (String code : codes(Set.of("sideEffect"))) {
            all.add(new Dimension(
                    Set.of("sideEffect"),
                    code,
                    List.of(draft -> {}, draft -> draft.details.add(details -> details.sideEffects(code)))));
        }
        return all;
    }

    private List<Dimension> plan() {
        return List.of(
                Dimension.of(
                        Set.of("action", "abruptEnd", "maybeAbruptEnd"),
                        options(Action.values(), (draft, action) -> draft.action = Optional.of(action))),
                Dimension.of(
                        Set.of("abrupt", "gradual", "maybeAbrupt", "abruptEnd", "maybeAbruptEnd"),
                        options(Manner.values(), (draft, manner) -> draft.manner = manner)),
                Dimension.of(
                        Set.of("requestedBy"), options(RequestedBy.values(), (draft, by) -> draft.requestedBy = by)),
                therapies());
    }

    private List<Dimension> option() {
        List<Consumer<CaseDraft>> states = List.of(
                draft -> draft.declined.add(draft.therapy.orElseThrow()),
                draft -> draft.unavailable.add(draft.therapy.orElseThrow()));
        return List.of(therapies(), Dimension.of(Set.of("declined", "unavailable"), states));
    }

    /** One therapy at a time: each that is named, and one that is several of them at once, if there is one. */
    private Dimension therapies() {
        Set<String> named = codes(THERAPY);
        Set<String> candidates = new TreeSet<>(named);
        vocabulary.concepts().stream()
                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                .map(Concept::code)
                .filter(code -> named.stream()
                                .filter(name -> vocabulary.isA(code, name))
                                .count()
                        > 1)
                .forEach(candidates::add);
        List<Consumer<CaseDraft>> options = new ArrayList<>();
        candidates.forEach(code -> options.add(draft -> draft.therapy = Optional.of(code)));
        return Dimension.of(THERAPY, options);
    }

    private List<Consumer<CaseDraft>> doses() {
        List<Consumer<CaseDraft>> options = new ArrayList<>(List.of(draft -> {}));
        for (String text : codes(DOSE)) {
            Dose dose = Dose.parse(text);
            for (BigDecimal amount : around(dose.amount(), LITTLE, 1)) {
                options.add(draft -> draft.details.add(details ->
                        details.dose(amount.toPlainString() + " " + dose.unit().symbol())));
            }
        }
        return options;
    }

    private Dimension numbers(
            Set<String> questions,
            String field,
            List<BigDecimal> usual,
            BigDecimal step,
            BiConsumer<CaseDraft, BigDecimal> set) {
        Set<BigDecimal> values = new TreeSet<>(usual);
        constraints.stream()
                .filter(constraint -> Asked.question(constraint).equals(field))
                .flatMap(constraint -> Asked.number(constraint).stream())
                .forEach(number -> values.addAll(around(number, step, 0)));
        List<Consumer<CaseDraft>> options = new ArrayList<>(List.of(draft -> {}));
        values.forEach(value -> options.add(draft -> set.accept(draft, value)));
        return Dimension.of(questions, options);
    }

    private static List<BigDecimal> around(BigDecimal number, BigDecimal step, int leastSign) {
        return Stream.of(number.subtract(step), number, number.add(step))
                .filter(value -> value.signum() >= leastSign)
                .toList();
    }

    private Set<String> codes(Set<String> questions) {
        Set<String> codes = new TreeSet<>();
        constraints.stream()
                .filter(constraint -> questions.contains(Asked.question(constraint)))
                .forEach(constraint -> codes.addAll(Asked.texts(constraint)));
        return codes;
    }

    private static <T> List<Consumer<CaseDraft>> options(T[] values, BiConsumer<CaseDraft, T> set) {
        return Arrays.stream(values)
                .<Consumer<CaseDraft>>map(value -> draft -> set.accept(draft, value))
                .toList();
    }
}
