package org.spsrules.internal.fact;

import java.util.List;
import java.util.Map;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Vocabulary;

/** Facts that fail when a rule asks them something, which those made from a case never do. */
public final class BrokenFacts {

    private BrokenFacts() {}

    /** The facts of a case, with a patient who cannot say whether any condition is present. */
    public static Facts of(PatientCase patientCase, Vocabulary vocabulary, Knowledge knowledge) {
        Known broken = new Known(vocabulary, List.of(), List.of(), Completeness.UNKNOWN) {
            @Override
            Answer stated(String code) {
                throw new IllegalStateException("the patient's secret");
            }
        };
        Patient patient = new Patient(patientCase, Map.of(), broken, vocabulary);
        Facts facts = new CaseFacts(vocabulary, knowledge).of(patientCase);
        return new Facts(
                patient,
                facts.diagnosis(),
                facts.course(),
                facts.history(),
                facts.tests(),
                facts.testResults(),
                facts.treatments(),
                facts.options(),
                facts.plans(),
                facts.contraindications(),
                facts.interactions(),
                facts.findings());
    }
}
