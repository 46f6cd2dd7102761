package org.spsrules.authoring.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Everything that a case can state, as parts and sets of variables. Not thread-safe. */
final class CaseSpace {

    /** How many treatments by one therapy, and plans of one action and therapy, a case can have. */
    static final int COPIES = 2;

    /** The day of every case. */
    static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    final FormulaFactory formulas;
    final Vocabulary vocabulary;
    final SymbolicPart<PatientCase> whole;
    final SymbolicPart<Person> person;
    final SymbolicPart<PatientCase.Diagnosis> diagnosis;
    final SymbolicPart<PatientCase.Course> course;
    final SymbolicPart<Treatments> lists;
    final Map<Concept.Kind, Listed> listed = new EnumMap<>(Concept.Kind.class);
    final Listed allergies;
    final SymbolicSet labels;
    final SymbolicSet unavailable;
    final SymbolicSet declined;
    final SymbolicSet unsuitable;
    final SymbolicSet never;
    final SymbolicSet ever;
    final List<TestSet> tests = new ArrayList<>();
    final List<Given> given = new ArrayList<>();
    final List<SymbolicPart<Plan>> plans = new ArrayList<>();
    /** The therapies and classes that a case can state. */
    final List<String> therapies;

    private final PartKinds kinds;
    private final List<SymbolicPart<?>> parts = new ArrayList<>();
    private final List<SymbolicSet> sets = new ArrayList<>();

    /** A list of what is present and absent. */
    record Listed(
            Field<PatientCase, Checklist> field,
            SymbolicPart<Checklist> part,
            SymbolicSet present,
            SymbolicSet absent) {}

    /** The tests with one result that was had so many days ago, or nobody says when. */
    record TestSet(Test.Result result, Optional<Integer> daysAgo, SymbolicSet codes) {}

    /** A treatment and its side effects. */
    record Given(SymbolicPart<Treatment> part, SymbolicSet sideEffects) {
        String therapy() {
            return part.template().therapy();
        }
    }

    /**
     * The cases that these patterns tell apart.
     *
     * @param asked the patterns of all rules
     */
    CaseSpace(Knowledge knowledge, Collection<Pattern> asked, FormulaFactory formulas) {
        this.formulas = formulas;
        this.vocabulary = knowledge.vocabulary();
        this.kinds = new PartKinds(vocabulary, new CaseFacts(vocabulary, knowledge), asked);
        therapies = Stream.concat(
                        vocabulary.concepts().stream()
                                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                                .map(Concept::code),
                        StandIns.of(knowledge.unlisted(), COPIES))
                .sorted()
                .toList();
        whole = single("case", kinds.of(CaseFields.PART, "Patient", blankCase(), stated -> stated), stated -> stated);
        person = single(PersonFields.PART, "Patient", CaseFields.PERSON);
        diagnosis = single(DiagnosisFields.PART, "Diagnosis", CaseFields.DIAGNOSIS);
        course = single(CourseFields.PART, "Course", CaseFields.COURSE);
        lists = single(TreatmentsFields.PART, "History", CaseFields.TREATMENTS);
        listed.put(Concept.Kind.CONDITION, listed(CaseFields.CONDITIONS, CaseFields.CONDITION_LIST.part()));
        listed.put(Concept.Kind.SYMPTOM, listed(CaseFields.SYMPTOMS, CaseFields.SYMPTOM_LIST.part()));
        listed.put(Concept.Kind.TRIGGER, listed(CaseFields.TRIGGERS, CaseFields.TRIGGER_LIST.part()));
        allergies = listed(CaseFields.ALLERGIES, CaseFields.ALLERGY_LIST.part());
        labels = set("labels", stated -> stated.diagnosis().psychiatricLabels());
        unavailable = set("unavailable", stated -> stated.treatments().unavailable());
        declined = set("declined", stated -> stated.treatments().declined());
        unsuitable = set("unsuitable", stated -> stated.treatments().unsuitable());
        never = set("never", stated -> stated.treatments().never());
        ever = set("ever", stated -> stated.treatments().ever());
        tests(DaysAgo.of(asked));
        treatments();
        plans();
    }

    private static PatientCase blankCase() {
        return CaseFields.PART.make(CaseFields.PART.unstated().with(CaseFields.AS_OF, AS_OF));
    }

    private <P> SymbolicPart<P> single(Part<P> part, String factType, Field<PatientCase, P> field) {
        return single(
                field.name(),
                kinds.of(
                        part,
                        factType,
                        part.make(part.unstated()),
                        stated -> CaseFields.PART.with(blankCase(), field, stated)),
                field::of);
    }

    private <P> SymbolicPart<P> single(String name, PartKind<P> kind, Function<PatientCase, P> reading) {
        return add(new SymbolicPart<>(
                name,
                kind,
                kind.blank(),
                Set.of(),
                formulas.verum(),
                stated -> Optional.of(reading.apply(stated)),
                formulas));
    }

    private <P> SymbolicPart<P> add(SymbolicPart<P> part) {
        parts.add(part);
        return part;
    }

    private Listed listed(Field<PatientCase, Checklist> field, Part<Checklist> part) {
        return new Listed(
                field,
                single(part, "Patient", field),
                set(field.name() + ".present", stated -> field.of(stated).present()),
                set(field.name() + ".absent", stated -> field.of(stated).absent()));
    }

    private SymbolicSet set(String name, Function<PatientCase, Set<String>> reading) {
        SymbolicSet set = new SymbolicSet(name, reading, formulas);
        sets.add(set);
        return set;
    }

    /** When a result was had is told only of those that are known. */
    private void tests(DaysAgo days) {
        for (Test.Result result : List.of(Test.Result.POSITIVE, Test.Result.NEGATIVE)) {
            days.all().forEach(daysAgo -> tests(result, daysAgo, days));
        }
        tests(Test.Result.PENDING, Optional.empty(), DaysAgo.of(List.of()));
    }

    private void tests(Test.Result result, Optional<Integer> daysAgo, DaysAgo days) {
        tests.add(new TestSet(
                result,
                daysAgo,
                set(
                        result.name() + daysAgo.map(count -> "." + count).orElse(""),
                        stated -> stated.tests().stream()
                                .filter(test -> test.result() == result)
                                .filter(test -> days.like(test).equals(daysAgo))
                                .map(Test::test)
                                .collect(Collectors.toSet()))));
    }

    private void treatments() {
        if (therapies.isEmpty()) {
            return;
        }
        Treatment blank = treatment(therapies.get(0));
        PartKind<Treatment> kind = kinds.of(
                TreatmentFields.PART,
                "Treatment",
                blank,
                stated -> CaseFields.PART.with(
                        blankCase(),
                        CaseFields.TREATMENTS,
                        TreatmentsFields.PART.make(
                                TreatmentsFields.PART.unstated().with(TreatmentsFields.GIVEN, List.of(stated)))));
        for (int copy = 0; copy < COPIES; copy++) {
            for (String therapy : therapies) {
                String name = "treatment." + therapy + "." + copy;
                Function<PatientCase, Optional<Treatment>> reading = nth(
                        stated -> stated.treatments().given(),
                        treatment -> treatment.therapy().equals(therapy),
                        copy);
                given.add(new Given(
                        add(new SymbolicPart<>(
                                name,
                                kind,
                                treatment(therapy),
                                Set.of(TreatmentFields.THERAPY),
                                formulas.variable(name),
                                reading,
                                formulas)),
                        set(
                                name + ".sideEffects",
                                stated -> reading.apply(stated)
                                        .map(Treatment::sideEffects)
                                        .orElse(Set.of()))));
            }
        }
    }

    private static Treatment treatment(String therapy) {
        return TreatmentFields.PART.make(TreatmentFields.PART.unstated().with(TreatmentFields.THERAPY, therapy));
    }

    private void plans() {
        PartKind<Plan> kind = kinds.of(
                PlanFields.PART,
                "Plan",
                plan(Plan.Action.SURGERY, Optional.empty()),
                stated -> CaseFields.PART.with(blankCase(), CaseFields.PLANS, List.of(stated)));
        List<Optional<String>> aboutTherapies =
                therapies.stream().map(Optional::of).toList();
        for (int copy = 0; copy < COPIES; copy++) {
            // What is to be continued makes a treatment, and those are here.
            for (Plan.Action action : EnumSet.complementOf(EnumSet.of(Plan.Action.CONTINUE))) {
                for (Optional<String> therapy : aboutTherapies) {
                    plan(action, therapy, copy, kind);
                }
                if (!action.concernsTherapy()) {
                    plan(action, Optional.empty(), copy, kind);
                }
            }
        }
    }

    private void plan(Plan.Action action, Optional<String> therapy, int copy, PartKind<Plan> kind) {
        String name = "plan." + action + "." + therapy.orElse("") + "." + copy;
        plans.add(add(new SymbolicPart<>(
                name,
                kind,
                plan(action, therapy),
                // What a switch is to begin makes the facts of a plan to begin it, and those are here.
                Set.of(PlanFields.ACTION, PlanFields.THERAPY, PlanFields.TO),
                formulas.variable(name),
                nth(
                        PatientCase::plans,
                        plan -> plan.action() == action && plan.therapy().equals(therapy),
                        copy),
                formulas)));
    }

    private static Plan plan(Plan.Action action, Optional<String> therapy) {
        return PlanFields.PART.make(
                PlanFields.PART.unstated().with(PlanFields.ACTION, action).with(PlanFields.THERAPY, therapy));
    }

    private static <T> Function<PatientCase, Optional<T>> nth(
            Function<PatientCase, List<T>> list, Predicate<T> which, int number) {
        return stated -> list.apply(stated).stream().filter(which).skip(number).findFirst();
    }

    /** The list of conditions. */
    Listed conditions() {
        return Objects.requireNonNull(listed.get(Concept.Kind.CONDITION));
    }

    /** One of some tests has a result. */
    Formula hasResult(Test.Result result, Collection<String> codes) {
        return formulas.or(tests.stream()
                .filter(set -> set.result() == result)
                .map(set -> set.codes().holdsAny(codes))
                .toList());
    }

    /** A plan of this action and therapy is there. */
    Formula planned(Plan.Action action, Optional<String> therapy) {
        return formulas.or(plans.stream()
                .filter(plan -> plan.template().action() == action)
                .filter(plan -> plan.template().therapy().equals(therapy))
                .map(SymbolicPart::present)
                .toList());
    }

    /** How much was asked about so far. */
    int size() {
        return parts.stream().mapToInt(SymbolicPart::size).sum()
                + sets.stream().mapToInt(set -> set.members().size()).sum();
    }

    /** What a case can do without: that a part is there, and what is in a list. */
    Stream<Variable> optional() {
        return Stream.concat(
                sets.stream().flatMap(set -> set.members().values().stream()),
                parts.stream()
                        .map(SymbolicPart::present)
                        .filter(Variable.class::isInstance)
                        .map(Variable.class::cast));
    }

    List<SymbolicPart<?>> parts() {
        return parts;
    }

    List<SymbolicSet> sets() {
        return sets;
    }

    /**
     * The variables that are true of a case.
     *
     * @throws BeyondTheModelException if the case is beyond the bounds
     */
    List<Variable> of(PatientCase patientCase) {
        new Bounds(therapies).check(patientCase);
        List<Variable> known = new ArrayList<>();
        for (SymbolicPart<?> part : parts) {
            part.read(patientCase, known::add);
        }
        sets.forEach(set -> set.read(patientCase, known::add));
        return known;
    }
}
