package org.spsrules.internal.rule;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says: its {@code then}. For example {@code start( "diazepam" ).because( "…" );}
 *
 * @param verb what is done
 * @param level how urgent an alert is; empty of all other sentences
 * @param objects what it is done to
 * @param because the reason, in words for a clinician
 * @param dose how it is usually dosed, in words for a clinician; a regimen may put others in their place
 * @param how how else to do it, in words for a clinician
 * @param forPatient the same in words for the patient
 * @param after codes of the tests or care that must come first
 */
public record Sentence(
        Verb verb,
        Optional<AlertLevel> level,
        List<Operand> objects,
        Optional<String> because,
        Optional<String> dose,
        Optional<String> how,
        Optional<String> forPatient,
        List<String> after) {

    /** The same sentence about something else. */
    public Sentence about(List<Operand> others) {
        return new Sentence(verb, level, others, because, dose, how, forPatient, after);
    }

    /** The names of the variables that the sentence speaks of, in order. */
    public List<String> variables() {
        return objects.stream()
                .filter(Operand.Variable.class::isInstance)
                .map(operand -> ((Operand.Variable) operand).name())
                .distinct()
                .toList();
    }
}
