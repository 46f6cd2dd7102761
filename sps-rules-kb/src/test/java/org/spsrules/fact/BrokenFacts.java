package org.spsrules.fact;

import java.util.List;
import java.util.Map;
import org.spsrules.PatientCase;
import org.spsrules.knowledge.Vocabulary;

/** Facts that fail when a rule asks them something, which those made from a case never do. */
public final class BrokenFacts {

    private BrokenFacts() {}

    /** A patient who cannot say whether any condition is present. */
    public static Object patient(PatientCase patientCase, Vocabulary vocabulary) {
        Known broken = new Known(vocabulary, List.of(), List.of(), org.spsrules.Completeness.UNKNOWN) {
            @Override
            org.spsrules.Answer stated(String code) {
                throw new IllegalStateException("the patient's secret");
            }
        };
        return new Patient(patientCase, Map.of(), broken, vocabulary);
    }
}
