package org.spsrules.internal.fact;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Person;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Turns a patient case into the facts that rules match. Thread-safe. */
public final class CaseFacts {

    /** The condition that a plan of a pregnancy is. */
    public static final String PLANNING_PREGNANCY = "planning-pregnancy";

    /** The order in which a case lists things must not show in its report, so facts have an order of their own. */
    private static final Comparator<PatientCase.Treatment> TREATMENT_ORDER = Comparator.comparing(
                    PatientCase.Treatment::therapy)
            .thenComparing(PatientCase.Treatment::current)
            .thenComparing(PatientCase.Treatment::toString);

    private static final Comparator<PatientCase.Plan> PLAN_ORDER =
            Comparator.comparing(PatientCase.Plan::action).thenComparing(PatientCase.Plan::toString);

    private static final Comparator<PatientCase.Test> TEST_ORDER =
            Comparator.comparing(PatientCase.Test::test).thenComparing(PatientCase.Test::toString);

    /** Rules ask for the words of constants all the time. */
    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    private final Vocabulary vocabulary;
    private final RowsByCode<ContraindicationRow> contraindications;
    private final RowsByCode<InteractionRow> interactions;
    private final Hypersensitivity hypersensitivity;
    private final Set<String> together;

    /** Turns cases into facts by this vocabulary and the rows of this knowledge base. */
    public CaseFacts(Vocabulary vocabulary, Knowledge knowledge) {
        this.vocabulary = vocabulary;
        this.contraindications = new RowsByCode<>(knowledge.contraindications(), row -> Stream.of(row.condition()));
        this.interactions = new RowsByCode<>(knowledge.interactions(), row -> Stream.of(row.therapy(), row.with()));
        this.together = knowledge.contraindications().stream()
                .filter(row -> !row.also().isEmpty() || !row.untested().isEmpty())
                .flatMap(row -> Stream.concat(Stream.of(row.condition()), row.also().stream()))
                .collect(Collectors.toUnmodifiableSet());
        this.hypersensitivity = new Hypersensitivity(knowledge, vocabulary);
    }

    /** How rules spell a constant: {@code INTENSIVE_CARE} is {@code intensive-care}. */
    static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(
                constant, unspelt -> unspelt.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The codes of what stands against a therapy only together with others, or while something has no result. */
    public Set<String> together() {
        return together;
    }

    /**
     * The facts of a case, in an order that does not depend on that of its lists.
     *
     * @param patientCase a case whose terms are codes of the vocabulary
     */
    public Facts of(PatientCase patientCase) {
        return facts(patientCase, Optional.empty());
    }

    /**
     * The facts of a case that differs little from another one: what rests on nothing that differs is not made again.
     *
     * @param baseline the other case
     */
    public Facts of(PatientCase patientCase, Baseline baseline) {
        return facts(patientCase, Optional.of(baseline));
    }

    /**
     * A case and its facts, without what rules conclude.
     *
     * @param patientCase a case whose terms are codes of the vocabulary
     */
    public record Baseline(PatientCase patientCase, Facts facts) {

        /** The facts, if the parts of the case on which they rest are the same in another one. */
        private Optional<Facts> agreeing(PatientCase other, List<Function<PatientCase, ?>> parts) {
            boolean same =
                    parts.stream().allMatch(part -> part.apply(patientCase).equals(part.apply(other)));
            return same ? Optional.of(facts) : Optional.empty();
        }
    }

    private Facts facts(PatientCase patientCase, Optional<Baseline> baseline) {
        Optional<Facts> samePatient = baseline.flatMap(other -> other.agreeing(
                patientCase,
                List.of(
                        PatientCase::person,
                        PatientCase::setting,
                        PatientCase::conditions,
                        PatientCase::symptoms,
                        PatientCase::triggers,
                        PatientCase::allergies,
                        PatientCase::plans)));
        Optional<Facts> sameTreatments = baseline.flatMap(
                other -> other.agreeing(patientCase, List.of(PatientCase::treatments, PatientCase::asOf)));
        Optional<Facts> sameTests = baseline.flatMap(other -> other.agreeing(patientCase, List.of(PatientCase::tests)));
        Optional<Facts> samePlans = baseline.flatMap(other -> other.agreeing(patientCase, List.of(PatientCase::plans)));
        Patient patient = samePatient.map(Facts::patient).orElseGet(() -> patient(patientCase));
        History history =
                sameTreatments.map(Facts::history).orElseGet(() -> new History(patientCase.treatments(), vocabulary));
        Tests tests = sameTests.map(Facts::tests).orElseGet(() -> new Tests(patientCase.tests(), vocabulary));
        return new Facts(
                patient,
                baseline.flatMap(other ->
                                other.agreeing(patientCase, List.of(PatientCase::diagnosis, PatientCase::asOf)))
                        .map(Facts::diagnosis)
                        .orElseGet(() -> new Diagnosis(patientCase.diagnosis(), patientCase.asOf(), vocabulary)),
                baseline.flatMap(other -> other.agreeing(patientCase, List.of(PatientCase::course)))
                        .map(Facts::course)
                        .orElseGet(() -> new Course(patientCase.course())),
                history,
                tests,
                baseline.flatMap(other -> other.agreeing(patientCase, List.of(PatientCase::tests, PatientCase::asOf)))
                        .map(Facts::testResults)
                        .orElseGet(() -> testResults(patientCase)),
                sameTreatments.map(Facts::treatments).orElseGet(() -> treatments(patientCase)),
                sameTreatments.map(Facts::options).orElseGet(() -> options(patientCase.treatments())),
                samePlans.map(Facts::plans).orElseGet(() -> plans(patientCase)),
                samePatient
                        .filter(same -> sameTests.isPresent() && sameTreatments.isPresent())
                        .map(Facts::contraindications)
                        .orElseGet(() -> contraindications(patientCase, patient, tests)),
                samePlans
                        .filter(same -> sameTreatments.isPresent())
                        .map(Facts::interactions)
                        .orElseGet(() -> List.copyOf(interactions(patientCase, history))),
                Map.of());
    }

    private Patient patient(PatientCase patientCase) {
        Map<Concept.Kind, Known> lists = new EnumMap<>(Concept.Kind.class);
        lists.put(Concept.Kind.CONDITION, known(patientCase.conditions()));
        lists.put(Concept.Kind.SYMPTOM, known(patientCase.symptoms()));
        lists.put(Concept.Kind.TRIGGER, known(patientCase.triggers()));
        return new Patient(patientCase, lists, personal(patientCase), vocabulary);
    }

    private List<TestResult> testResults(PatientCase patientCase) {
        return patientCase.tests().stream()
                .filter(test -> TestResult.KNOWN.contains(test.result()))
                .sorted(TEST_ORDER)
                .map(test -> new TestResult(test, patientCase.asOf(), vocabulary))
                .toList();
    }

    private List<Treatment> treatments(PatientCase patientCase) {
        return patientCase.treatments().given().stream()
                .sorted(TREATMENT_ORDER)
                .map(treatment -> new Treatment(treatment, patientCase.asOf(), vocabulary))
                .toList();
    }

    private List<Option> options(PatientCase.Treatments stated) {
        return Stream.of(
                        options(stated.unavailable(), Option.Closed.UNAVAILABLE),
                        options(stated.declined(), Option.Closed.DECLINED),
                        options(stated.unsuitable(), Option.Closed.UNSUITABLE))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Option> options(Set<String> stated, Option.Closed closed) {
        return withMembers(stated).stream().map(code -> new Option(code, closed, vocabulary));
    }

    private List<Plan> plans(PatientCase patientCase) {
        return withStarts(patientCase)
                .sorted(PLAN_ORDER)
                .map(plan -> new Plan(plan, vocabulary))
                .toList();
    }

    /** The plans, and of each switch the start of what is to take the place of what is given. */
    private static Stream<PatientCase.Plan> withStarts(PatientCase patientCase) {
        return Stream.concat(
                        patientCase.plans().stream(),
                        patientCase.plans().stream()
                                .filter(plan -> plan.to().isPresent())
                                .map(plan -> new PatientCase.Plan(
                                        PatientCase.Plan.Action.START,
                                        plan.to(),
                                        PatientCase.Plan.Manner.UNKNOWN,
                                        plan.requestedBy())))
                .distinct();
    }

    private List<Contraindication> contraindications(PatientCase patientCase, Patient patient, Tests tests) {
        return Stream.concat(
                        contraindications
                                .of(Stream.of(patient.present(), tests.positive()))
                                .filter(row -> holds(row, patient, tests))
                                .map(Contraindication::new)
                                .distinct(),
                        hypersensitivity.of(patientCase).stream().distinct())
                .toList();
    }

    /** Of what is taken and of what is to be begun. */
    private Set<Interaction> interactions(PatientCase patientCase, History history) {
        List<String> begun = withStarts(patientCase)
                .filter(plan -> plan.action() == PatientCase.Plan.Action.START)
                .flatMap(plan -> plan.therapy().stream())
                .sorted()
                .distinct()
                .toList();
        Set<Interaction> combined = new LinkedHashSet<>();
        Stream<Set<String>> planned = begun.stream().map(vocabulary::selfAndAncestors);
        interactions.of(Stream.concat(Stream.of(history.taken()), planned)).forEach(row -> {
            boolean therapyTaken = history.takes(row.therapy());
            boolean withTaken = history.takes(row.with());
            if (therapyTaken || withTaken) {
                combined.add(new Interaction(row, therapyTaken, withTaken, null));
            }
            for (String drug : begun) {
                if ((withTaken || isBegun(row.with(), drug, begun)) && vocabulary.isA(drug, row.therapy())
                        || (therapyTaken || isBegun(row.therapy(), drug, begun)) && vocabulary.isA(drug, row.with())) {
                    combined.add(new Interaction(row, therapyTaken, withTaken, drug));
                }
            }
        });
        return combined;
    }

    /** Whether a therapy is to be begun beside another one that is. */
    private boolean isBegun(String therapy, String beside, List<String> begun) {
        return begun.stream().anyMatch(planned -> !planned.equals(beside) && vocabulary.isA(planned, therapy));
    }

    private static boolean holds(ContraindicationRow row, Patient patient, Tests tests) {
        return isThere(row.condition(), patient, tests)
                && row.also().stream().allMatch(code -> isThere(code, patient, tests))
                && row.untested().stream().allMatch(tests::noResult);
    }

    private static boolean isThere(String code, Patient patient, Tests tests) {
        return patient.has(code) || tests.positive(code);
    }

    /** Who declines a class declines each member; who cannot have it can have none. */
    private Set<String> withMembers(Set<String> stated) {
        Set<String> members = new TreeSet<>();
        stated.forEach(code -> members.addAll(vocabulary.selfAndNarrower(code)));
        return members;
    }

    private Known known(Checklist list) {
        return new Known(vocabulary, list.present(), list.absent(), list.completeness());
    }

    /**
     * What the patient section states, together with what the list of conditions says about the same conditions, and a
     * pregnancy that is planned.
     */
    private Known personal(PatientCase patientCase) {
        Person person = patientCase.person();
        Set<String> present = new LinkedHashSet<>(patientCase.conditions().present());
        Set<String> absent = new LinkedHashSet<>(patientCase.conditions().absent());
        if (patientCase.plans().stream().anyMatch(plan -> plan.action() == PatientCase.Plan.Action.PREGNANCY)) {
            present.add(PLANNING_PREGNANCY);
            absent.remove(PLANNING_PREGNANCY);
        }
        for (PersonalCondition condition : PersonalCondition.all()) {
            Answer answer = condition.answer().apply(person);
            if (answer == Answer.YES) {
                present.add(condition.code());
            } else if (answer == Answer.NO) {
                absent.add(condition.code());
            }
        }
        return new Known(vocabulary, present, absent, Completeness.UNKNOWN);
    }
}
