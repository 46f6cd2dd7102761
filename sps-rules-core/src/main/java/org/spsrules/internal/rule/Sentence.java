package org.spsrules.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                .flatMap(operand -> operand.variable().stream())
                .distinct()
                .toList();
    }

    /** What it is said of: the first object, or what a conclusion calls the finding. */
    public Optional<Operand> object() {
        return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get(0));
    }

    /** What it is said of, given the values of the variables. */
    public List<String> objectsIn(Map<String, Object> variables) {
        List<String> words = new ArrayList<>(objects.size());
        for (Operand object : objects) {
            words.add(object.wordIn(variables));
        }
        return List.copyOf(words);
    }

    /** The name of the finding that it concludes, if it does. */
    public Optional<String> finding() {
        return verb == Verb.CONCLUDE ? object().flatMap(Operand::text) : Optional.empty();
    }

    /** What the finding that it concludes is about, if it is about anything. */
    public Optional<Operand> findingIsAbout() {
        return verb == Verb.CONCLUDE && objects.size() > 1 ? Optional.of(objects.get(1)) : Optional.empty();
    }
}
