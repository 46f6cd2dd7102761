package org.spsrules.authoring.invariant;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;

/** Holds reports of one knowledge base to the invariants. Thread-safe. */
public final class Scrutiny {

    private final CaseTerms terms;
    private final Outcome.Reader outcomes;

    /** Holds the reports of this knowledge base to them. */
    public Scrutiny(Knowledge knowledge) {
        this.terms = new CaseTerms(knowledge.vocabulary());
        this.outcomes = new Outcome.Reader(knowledge);
    }

    /** Every invariant of any knowledge base that a report on a valid case breaks, and by what, in words. */
    public List<String> of(PatientCase patientCase, Report report) {
        Outcome outcome = outcomes.of(terms.resolve(patientCase), report);
        List<String> broken = new ArrayList<>();
        for (Invariant invariant : Invariants.ofAnyBase()) {
            invariant
                    .breach(outcome)
                    .ifPresent(breach -> broken.add("breaks what must hold of every patient: "
                            + invariant.brokenBy(breach)
                            + breach.ruleId()
                                    .filter(ruleId -> !breach.detail().contains(ruleId))
                                    .map(ruleId -> " (" + ruleId + ")")
                                    .orElse("")));
        }
        return broken;
    }
}
