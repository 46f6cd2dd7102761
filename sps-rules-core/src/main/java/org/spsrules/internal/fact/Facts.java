package org.spsrules.internal.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The facts of one case, and what rules have concluded of them. The order in which the case lists things does not show in
 * it. Immutable.
 *
 * @param findings what rules have concluded, by name; none before they were evaluated
 */
public record Facts(
        Patient patient,
        Diagnosis diagnosis,
        Course course,
        History history,
        Tests tests,
        List<TestResult> testResults,
        List<Treatment> treatments,
        List<Option> options,
        List<Plan> plans,
        List<Contraindication> contraindications,
        List<Interaction> interactions,
        Map<String, List<Finding>> findings) {

    /** The types of which each case has exactly one fact. */
    private static final Map<Class<? extends Fact>, Function<Facts, Fact>> SINGLE = new LinkedHashMap<>();

    /** The types of which a case can have any number of facts. */
    private static final Map<Class<? extends Fact>, Function<Facts, List<? extends Fact>>> SEVERAL =
            new LinkedHashMap<>();

    private static final Map<String, Function<Facts, List<? extends Fact>>> BY_NAME = new LinkedHashMap<>();

    static {
        SINGLE.put(Patient.class, Facts::patient);
        SINGLE.put(Diagnosis.class, Facts::diagnosis);
        SINGLE.put(Course.class, Facts::course);
        SINGLE.put(History.class, Facts::history);
        SINGLE.put(Tests.class, Facts::tests);
        SEVERAL.put(TestResult.class, Facts::testResults);
        SEVERAL.put(Treatment.class, Facts::treatments);
        SEVERAL.put(Option.class, Facts::options);
        SEVERAL.put(Plan.class, Facts::plans);
        SEVERAL.put(Contraindication.class, Facts::contraindications);
        SEVERAL.put(Interaction.class, Facts::interactions);
        SEVERAL.put(Finding.class, Facts::allFindings);
        SINGLE.forEach((type, one) -> BY_NAME.put(type.getSimpleName(), facts -> List.of(one.apply(facts))));
        SEVERAL.forEach((type, all) -> BY_NAME.put(type.getSimpleName(), all));
    }

    public Facts {
        testResults = List.copyOf(testResults);
        treatments = List.copyOf(treatments);
        options = List.copyOf(options);
        plans = List.copyOf(plans);
        contraindications = List.copyOf(contraindications);
        interactions = List.copyOf(interactions);
        findings = Collections.unmodifiableMap(findings);
    }

    /** The types of facts, in a fixed order. */
    static List<Class<? extends Fact>> types() {
        List<Class<? extends Fact>> types = new ArrayList<>(SINGLE.keySet());
        types.addAll(SEVERAL.keySet());
        return types;
    }

    /** Whether a type is one of those of which each case has exactly one fact. */
    static boolean isSingle(Class<?> type) {
        return SINGLE.containsKey(type);
    }

    /** The facts of a type, which is called as rules call it; none if there is no such type. */
    public List<? extends Fact> of(String factType) {
        Function<Facts, List<? extends Fact>> all = BY_NAME.get(factType);
        return all == null ? List.of() : all.apply(this);
    }

    /** Whether there may be facts of the type that are not listed: treatments, in a history that is not complete. */
    public boolean mayLack(String factType) {
        return factType.equals(Treatment.class.getSimpleName()) && !history.isComplete();
    }

    /**
     * Whether others are the same in what a report reads beside what rules say: therapies, what stands against them, and tests.
     */
    public boolean areSameOfTherapies(Facts others) {
        return areSameButForContraindications(others) && contraindications.equals(others.contraindications);
    }

    /** The same, whatever in the patient stands against therapies. */
    public boolean areSameButForContraindications(Facts others) {
        return tests == others.tests
                && treatments.equals(others.treatments)
                && options.equals(others.options)
                && plans.equals(others.plans)
                && interactions.equals(others.interactions);
    }

    /** The findings of a name. */
    public List<Finding> findings(String name) {
        return findings.getOrDefault(name, List.of());
    }

    /** Whether rules have concluded a finding, about whatever. */
    public boolean holds(String name) {
        return findings.containsKey(name);
    }

    /** Whether rules have concluded a finding about this. */
    public boolean holds(String name, String of) {
        return findings(name).contains(new Finding(name, of));
    }

    private List<Finding> allFindings() {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    /** These facts with what rules have concluded; findings of one name keep their order. */
    public Facts with(Collection<Finding> concluded) {
        Map<String, List<Finding>> byName = new LinkedHashMap<>();
        concluded.forEach(finding -> byName.computeIfAbsent(finding.name(), name -> new ArrayList<>())
                .add(finding));
        return new Facts(
                patient,
                diagnosis,
                course,
                history,
                tests,
                testResults,
                treatments,
                options,
                plans,
                contraindications,
                interactions,
                byName);
    }
}
