package org.spsrules.internal.engine;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spsrules.fact.Course;
import org.spsrules.fact.Diagnosis;
import org.spsrules.fact.History;
import org.spsrules.fact.Patient;
import org.spsrules.fact.Tests;

/**
 * The facts of which each case has exactly one, as one fact. Compiled rules match it instead of them: what they ask of
 * it is then answered once, when it is inserted, where Drools would otherwise have to join one fact to the other.
 */
public record SingleFacts(Patient patient, Diagnosis diagnosis, Course course, History history, Tests tests) {

    private static final Map<String, String> COMPONENTS = Arrays.stream(SingleFacts.class.getRecordComponents())
            .collect(Collectors.toUnmodifiableMap(
                    component -> component.getType().getSimpleName(), RecordComponent::getName));

    /** By which name compiled rules reach a fact of this type; empty if a case may have any number of such facts. */
    public static Optional<String> component(String factType) {
        return Optional.ofNullable(COMPONENTS.get(factType));
    }

    /** The same facts, with one in the place of those that are held together. */
    static List<Object> joined(List<Object> facts) {
        List<Object> joined = new ArrayList<>(facts.size());
        Patient patient = null;
        Diagnosis diagnosis = null;
        Course course = null;
        History history = null;
        Tests tests = null;
        for (Object fact : facts) {
            if (fact instanceof Patient found) {
                patient = found;
            } else if (fact instanceof Diagnosis found) {
                diagnosis = found;
            } else if (fact instanceof Course found) {
                course = found;
            } else if (fact instanceof History found) {
                history = found;
            } else if (fact instanceof Tests found) {
                tests = found;
            } else {
                joined.add(fact);
            }
        }
        if (patient == null || diagnosis == null || course == null || history == null || tests == null) {
            throw new IllegalArgumentException("a case has one fact of each of the types that are single");
        }
        joined.add(0, new SingleFacts(patient, diagnosis, course, history, tests));
        return joined;
    }
}
