package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.spsrules.FactChange;
import org.spsrules.FactChange.Kind;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.shape.Types;
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

    /**
     * Adds an answer for each number of days that rules ask about, and for one beyond, to when something was.
     *
     * @param question that is asked with such numbers, for example {@code Treatment.daysSinceEnd}
     * @param set puts a day into a draft
     */
    void days(String question, Slot slot, String field, String subject, Setter<Optional<PartialDate>> set) {
        TreeSet<BigDecimal> limits = new TreeSet<>(mentions.numbers(question));
        if (!limits.isEmpty()) {
            limits.add(limits.last().add(BigDecimal.ONE));
        }
        for (BigDecimal days : limits) {
            PartialDate day = PartialDate.of(patientCase.asOf().minusDays(days.longValue()));
            add(
                    slot,
                    field,
                    subject,
                    NOT_KNOWN,
                    days.signum() == 0 ? "today" : days.toPlainString() + " days ago",
                    draft -> set.set(draft, Optional.of(day)));
        }
    }

    /** Every other known word. */
    <E extends Enum<E>> void others(
            Slot slot, String field, String subject, E now, Types.Word<E> type, Setter<E> setter) {
        String from = now == type.unstated() ? NOT_KNOWN : word(now);
        for (E value : type.known()) {
            if (value != now) {
                add(slot, field, subject, from, word(value), draft -> setter.set(draft, value));
            }
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Sets a value. */
    interface Setter<T> {
        void set(CaseDraft draft, T value);
    }
}
