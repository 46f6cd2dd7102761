package org.spsrules.internal.engine;

import org.spsrules.internal.fact.Course;
import org.spsrules.internal.fact.Diagnosis;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.History;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.fact.Tests;

/** The facts of which each case has exactly one. */
public record SingleFacts(Patient patient, Diagnosis diagnosis, Course course, History history, Tests tests)
        implements InCase {

    static SingleFacts of(Facts facts) {
        return new SingleFacts(facts.patient(), facts.diagnosis(), facts.course(), facts.history(), facts.tests());
    }

    @Override
    public SingleFacts single() {
        return this;
    }
}
