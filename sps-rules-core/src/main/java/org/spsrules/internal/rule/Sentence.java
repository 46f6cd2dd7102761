package org.spsrules.internal.rule;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says: its {@code then}. For example {@code start( "diazepam" ).because( "…" );}
 *
 * @param verb what is done
 * @param objects what it is done to
 * @param because the reason, in words for a clinician
 * @param how how to do it, in words for a clinician
 * @param forPatient the same in words for the patient
 * @param after codes of the tests or care that must come first
 */
public record Sentence(
        Verb verb,
        List<Operand> objects,
        Optional<String> because,
        Optional<String> how,
        Optional<String> forPatient,
        List<String> after) {

    /** The names of the variables that the sentence speaks of, in order. */
    public List<String> variables() {
        return objects.stream()
                .filter(Operand.Variable.class::isInstance)
                .map(operand -> ((Operand.Variable) operand).name())
                .distinct()
                .toList();
    }
}
