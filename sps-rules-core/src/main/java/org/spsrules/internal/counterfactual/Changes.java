package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.spsrules.Answer;
import org.spsrules.FactChange;
import org.spsrules.FactChange.Kind;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.Patient;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Every single change of a case that can matter to some rules, in a fixed order. What has happened stays as it is: age and
 * sex, results of tests, and what is known of past treatments. What is not known may be answered, but what is known does
 * not become unknown.
 */
final class Changes {

    static final String NOT_KNOWN = "not known";

    private final PatientCase patientCase;
    private final Patient patient;
    private final ReferencedTerms mentions;
    private final Vocabulary vocabulary;
    private final List<Change> found = new ArrayList<>();

    private Changes(PatientCase patientCase, Patient patient, ReferencedTerms mentions, Vocabulary vocabulary) {
        this.patientCase = patientCase;
        this.patient = patient;
        this.mentions = mentions;
        this.vocabulary = vocabulary;
    }

    /** The changes, each with a place of its own in the list. */
    static List<Change> of(PatientCase patientCase, Patient patient, ReferencedTerms mentions, Vocabulary vocabulary) {
        Changes changes = new Changes(patientCase, patient, mentions, vocabulary);
        new CourseChanges(changes).find();
        new TreatmentChanges(changes).find();
        new PlanChanges(changes).find();
        new ConceptChanges(changes).find();
        new PersonChanges(changes).find();
        return List.copyOf(changes.found);
    }

    PatientCase patientCase() {
        return patientCase;
    }

    Patient patient() {
        return patient;
    }

    ReferencedTerms mentions() {
        return mentions;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Adds a change; one from what is not known is an answer. */
    void add(Slot slot, String field, String subject, String from, String to, Consumer<CaseDraft> edit) {
        Kind kind = from.equals(NOT_KNOWN) ? Kind.ANSWER : Kind.CHANGE;
        found.add(new Change(slot, new FactChange(kind, field, subject, from, to), edit));
    }

    /** Every other known value of an enumeration. */
    <E extends Enum<E>> void others(
            Slot slot, String field, String subject, E now, E unknown, E[] values, Setter<E> setter) {
        for (E value : values) {
            if (value != now && value != unknown) {
                add(slot, field, subject, word(now, unknown), word(value, unknown), draft -> setter.set(draft, value));
            }
        }
    }

    /** The same, only if it is not known yet. */
    <E extends Enum<E>> void answers(
            Slot slot, String field, String subject, E now, E unknown, E[] values, Setter<E> setter) {
        if (now == unknown) {
            others(slot, field, subject, now, unknown, values, setter);
        }
    }

    void others(Slot slot, String field, String subject, Answer now, Setter<Answer> setter) {
        others(slot, field, subject, now, Answer.UNKNOWN, Answer.values(), setter);
    }

    void answers(Slot slot, String field, String subject, Answer now, Setter<Answer> setter) {
        answers(slot, field, subject, now, Answer.UNKNOWN, Answer.values(), setter);
    }

    static <E extends Enum<E>> String word(E value, E unknown) {
        return value == unknown ? NOT_KNOWN : word(value);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Sets a value. */
    interface Setter<T> {
        void set(CaseDraft draft, T value);
    }
}
