package org.spsrules.internal.engine;

import java.util.List;
import org.spsrules.internal.fact.Course;
import org.spsrules.internal.fact.Diagnosis;
import org.spsrules.internal.fact.History;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.fact.Tests;

/** The facts of which each case has exactly one. */
public record SingleFacts(Patient patient, Diagnosis diagnosis, Course course, History history, Tests tests)
        implements InCase {

    /**
     * Those among the facts of a case.
     *
     * @throws IllegalArgumentException if one of them is missing
     */
    static SingleFacts among(List<Object> facts) {
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
            }
        }
        if (patient == null || diagnosis == null || course == null || history == null || tests == null) {
            throw new IllegalArgumentException("a case has one fact of each of the types that are single");
        }
        return new SingleFacts(patient, diagnosis, course, history, tests);
    }

    boolean holds(Object fact) {
        return fact == patient || fact == diagnosis || fact == course || fact == history || fact == tests;
    }

    @Override
    public SingleFacts single() {
        return this;
    }
}
