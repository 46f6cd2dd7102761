package org.spsrules.internal.counterfactual;

import java.util.List;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.Evaluation;

/**
 * A case as it would be after some changes, with what rules conclude of it as far as it is asked for. Not thread-safe.
 *
 * @param changes the numbers of the changes, in ascending order
 * @param patientCase the changed case
 * @param given its treatments, each in the place where the unchanged case lists it
 * @param stated the codes of every symptom, trigger and condition that it states as present or absent
 * @param facts its facts
 * @param evaluation the rules met with these facts
 * @param conditions single conditions held against them
 */
record Candidate(
        List<Integer> changes,
        PatientCase patientCase,
        List<Treatment> given,
        List<String> stated,
        Facts facts,
        Evaluation evaluation,
        Conditions conditions) {

    /** The codes of every symptom, trigger and condition that a case states as present or absent. */
    static List<String> stated(PatientCase patientCase) {
        return Stream.of(patientCase.symptoms(), patientCase.triggers(), patientCase.conditions())
                .flatMap(list -> Stream.concat(list.present().stream(), list.absent().stream()))
                .toList();
    }
}
