package org.spsrules.authoring.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What some constraints on one fact can tell apart. Immutable. */
final class Dimensions {

    private static final Set<String> LISTED = Set.of("has", "hasAny", "hasNot", "unclear", "mayHave");
    private static final Set<String> GIVEN =
            Set.of("had", "hadAny", "neverHad", "untried", "takes", "takesNo", "mayTake");
    private static final Set<String> THERAPY = Set.of("isA", "isAny", "therapy", "concerns");
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
            case "TestResult" -> dimensions.testResult();
            case "Treatment" -> dimensions.treatment();
            case "Plan" -> dimensions.plan();
            case "Option" -> dimensions.option();
            default -> List.of();
        };
    }

    private List<Dimension> patient() {
        List<Dimension> all = new ArrayList<>();
        all.add(numbers(
                PersonFields.AGE,
                "age",
                USUAL_AGES,
                BigDecimal.ONE,
                (draft, age) -> draft.person.set(PersonFields.AGE, Optional.of(age.intValue()))));
        all.add(numbers(
                PersonFields.WEIGHT,
                "weight",
                List.of(),
                LITTLE,
                (draft, weight) -> draft.person.set(PersonFields.WEIGHT, Optional.of(weight))));
        all.add(numbers(
                PersonFields.CREATININE_CLEARANCE,
                "creatinineClearance",
                USUAL_CLEARANCES,
                LITTLE,
                (draft, value) -> draft.person.set(PersonFields.CREATININE_CLEARANCE, Optional.of(value))));
        all.add(word(PersonFields.SEX, draft -> draft.person));
        all.addAll(words(CaseFields.PART, draft -> draft.root));
        for (String code : codes(LISTED)) {
            all.add(new Dimension(
                    LISTED, code, List.of(draft -> {}, draft -> draft.present(code), draft -> draft.absent(code))));
        }
        all.addAll(memberships(CaseFields.ALLERGIES, draft -> draft.allergies));
        return all;
    }

    private List<Dimension> diagnosis() {
        List<Consumer<SmallCase>> variants = new ArrayList<>(List.of(draft -> {}));
        codes(questions(DiagnosisFields.VARIANT))
                .forEach(
                        code -> variants.add(draft -> draft.diagnosis.set(DiagnosisFields.VARIANT, Optional.of(code))));
        List<Dimension> all = words(DiagnosisFields.PART, draft -> draft.diagnosis);
        all.add(Dimension.of(questions(DiagnosisFields.VARIANT), variants));
        all.add(numbers(
                DiagnosisFields.ONSET,
                "monthsSinceOnset",
                List.of(),
                BigDecimal.ONE,
                (draft, months) -> draft.onset(months.intValue())));
        all.addAll(memberships(DiagnosisFields.PSYCHIATRIC_LABELS, draft -> draft.labels));
        return all;
    }

    private List<Dimension> course() {
        return words(CourseFields.PART, draft -> draft.course);
    }

    private List<Dimension> history() {
        List<Dimension> all = words(TreatmentsFields.PART, draft -> draft.treatments);
        Set<String> named = codes(GIVEN);
        for (String code : named) {
            String drug = drugOf(code, named);
            all.add(new Dimension(
                    GIVEN,
                    code,
                    List.of(draft -> {}, draft -> draft.given(drug, false), draft -> draft.given(drug, true))));
        }
        all.addAll(memberships(TreatmentsFields.UNAVAILABLE, draft -> draft.unavailable));
        all.addAll(memberships(TreatmentsFields.DECLINED, draft -> draft.declined));
        all.addAll(memberships(TreatmentsFields.UNSUITABLE, draft -> draft.unsuitable));
        return all;
    }

    /** A drug that is of a class and of nothing else that is named: a class by itself leaves open which drug it was. */
    private String drugOf(String code, Set<String> named) {
        return vocabulary.membersOf(code).stream()
                .filter(drug ->
                        named.stream().noneMatch(other -> vocabulary.isA(drug, other) && !vocabulary.isA(code, other)))
                .findFirst()
                .orElse(code);
    }

    private List<Dimension> tests() {
        Set<String> questions = questions(TestFields.RESULT);
        List<Dimension> all = new ArrayList<>();
        for (String code : codes(questions)) {
            all.add(new Dimension(
                    questions,
                    code,
                    List.of(
                            draft -> {},
                            draft -> draft.test(code, Result.POSITIVE),
                            draft -> draft.test(code, Result.NEGATIVE))));
        }
        return all;
    }

    /** One result of one test at a time, of each that is named. */
    private List<Dimension> testResult() {
        Set<String> about = Set.of("isA", "test");
        List<Consumer<SmallCase>> named = new ArrayList<>();
        codes(about).forEach(code -> named.add(draft -> draft.testResult.set(TestFields.TEST, code)));
        List<Consumer<SmallCase>> results = new ArrayList<>();
        for (Result result : List.of(Result.POSITIVE, Result.NEGATIVE)) {
            results.add(draft -> draft.testResult.set(TestFields.RESULT, result));
        }
        return List.of(
                Dimension.of(about, named),
                Dimension.of(Set.of("positive", "negative"), results),
                numbers(
                        TestFields.DATE,
                        "daysAgo",
                        List.of(),
                        BigDecimal.ONE,
                        (draft, days) -> draft.taken(days.intValue())));
    }

    private List<Dimension> treatment() {
        List<Dimension> all = words(TreatmentFields.PART, draft -> draft.treatment);
        all.add(Dimension.of(
                questions(TreatmentFields.CURRENT),
                List.of(
                        draft -> draft.treatment.set(TreatmentFields.CURRENT, true),
                        draft -> draft.treatment.set(TreatmentFields.CURRENT, false))));
        all.add(Dimension.of(questions(TreatmentFields.DOSE), doses()));
        all.add(numbers(
                TreatmentFields.STARTED,
                "daysSinceStart",
                List.of(),
                BigDecimal.ONE,
                (draft, days) -> draft.start(days.intValue())));
        all.add(numbers(
                TreatmentFields.STOPPED,
                "daysSinceEnd",
                List.of(BigDecimal.TEN),
                BigDecimal.ONE,
                (draft, days) -> draft.end(days.intValue())));
        all.add(numbers(
                TreatmentFields.SUPPLY_DAYS,
                "supplyDays",
                List.of(),
                BigDecimal.ONE,
                (draft, days) -> draft.treatment.set(TreatmentFields.SUPPLY_DAYS, Optional.of(days.intValue()))));
        all.add(therapies());
        for (String code : codes(questions(TreatmentFields.SIDE_EFFECTS))) {
            all.add(new Dimension(questions(TreatmentFields.SIDE_EFFECTS), code, List.of(draft -> {}, draft -> {
                Set<String> more = new TreeSet<>(draft.treatment.get(TreatmentFields.SIDE_EFFECTS));
                more.add(code);
                draft.treatment.set(TreatmentFields.SIDE_EFFECTS, more);
            })));
        }
        return all;
    }

    private List<Dimension> plan() {
        List<Dimension> all = words(PlanFields.PART, draft -> draft.plan);
        all.add(therapies());
        return all;
    }

    private List<Dimension> option() {
        List<Consumer<SmallCase>> states = List.of(
                draft -> draft.declined.add(draft.therapy.orElseThrow()),
                draft -> draft.unavailable.add(draft.therapy.orElseThrow()),
                draft -> draft.unsuitable.add(draft.therapy.orElseThrow()));
        return List.of(therapies(), Dimension.of(Set.of("declined", "unavailable", "unsuitable"), states));
    }

    /** A dimension for each field that holds a word which questions read. */
    private static <P> List<Dimension> words(Part<P> part, Function<SmallCase, Draft<P>> draft) {
        List<Dimension> all = new ArrayList<>();
        part.fields().stream()
                .filter(field -> field.aspect().isPresent())
                .forEach(field -> field.accept(new Words<>(draft)).ifPresent(all::add));
        return all;
    }

    private static <P> Dimension word(Field<P, ?> field, Function<SmallCase, Draft<P>> draft) {
        return field.accept(new Words<>(draft)).orElseThrow();
    }

    private record Words<P>(Function<SmallCase, Draft<P>> draft) implements FieldVisitor<P, Optional<Dimension>> {

        @Override
        public Optional<Dimension> other(Field<P, ?> field) {
            return Optional.empty();
        }

        @Override
        public <E extends Enum<E>> Optional<Dimension> word(Field<P, E> field, Types.Word<E> type) {
            List<Consumer<SmallCase>> options = new ArrayList<>();
            type.words().forEach(word -> options.add(small -> draft.apply(small).set(field, word)));
            // A word says nothing of a therapy, even where both are of one aspect, as action and therapy of a plan.
            Set<String> questions = questions(field);
            questions.removeAll(THERAPY);
            return Optional.of(Dimension.of(questions, options));
        }
    }

    /** A dimension for each code that may be on a list or not. */
    private List<Dimension> memberships(Field<?, ?> field, Function<SmallCase, Set<String>> list) {
        Set<String> questions = questions(field);
        List<Dimension> all = new ArrayList<>();
        for (String code : codes(questions)) {
            all.add(new Dimension(
                    questions,
                    code,
                    List.of(draft -> {}, draft -> list.apply(draft).add(code))));
        }
        return all;
    }

    private static Set<String> questions(Field<?, ?> field) {
        Aspect aspect = field.aspect().orElseThrow();
        Set<String> questions = new TreeSet<>(aspect.describing());
        questions.addAll(aspect.others());
        return questions;
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
        List<Consumer<SmallCase>> options = new ArrayList<>();
        candidates.forEach(code -> options.add(draft -> draft.therapy = Optional.of(code)));
        return Dimension.of(THERAPY, options);
    }

    private List<Consumer<SmallCase>> doses() {
        List<Consumer<SmallCase>> options = new ArrayList<>(List.of(draft -> {}));
        for (String text : codes(questions(TreatmentFields.DOSE))) {
            Dose dose = Dose.parse(text);
            for (BigDecimal amount : around(dose.amount(), LITTLE, 1)) {
                options.add(
                        draft -> draft.treatment.set(TreatmentFields.DOSE, Optional.of(new Dose(amount, dose.unit()))));
            }
        }
        return options;
    }

    private Dimension numbers(
            Field<?, ?> read,
            String field,
            List<BigDecimal> usual,
            BigDecimal step,
            BiConsumer<SmallCase, BigDecimal> set) {
        Set<BigDecimal> values = new TreeSet<>(usual);
        constraints.stream()
                .filter(constraint -> constraint.asked().equals(field))
                .flatMap(constraint -> constraint.number().stream())
                .forEach(number -> values.addAll(around(number, step, 0)));
        List<Consumer<SmallCase>> options = new ArrayList<>(List.of(draft -> {}));
        values.forEach(value -> options.add(draft -> set.accept(draft, value)));
        return Dimension.of(questions(read), options);
    }

    private static List<BigDecimal> around(BigDecimal number, BigDecimal step, int leastSign) {
        return Stream.of(number.subtract(step), number, number.add(step))
                .filter(value -> value.signum() >= leastSign)
                .toList();
    }

    private Set<String> codes(Set<String> questions) {
        Set<String> codes = new TreeSet<>();
        constraints.stream()
                .filter(constraint -> questions.contains(constraint.asked()))
                .forEach(constraint -> codes.addAll(constraint.texts()));
        return codes;
    }
}
