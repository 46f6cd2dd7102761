package org.spsrules.fhir.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A question to the clinician that any number of terms answer.
 *
 * @param field the field of the case, which is the id of the question too
 * @param text the question
 * @param kinds what the terms may be
 * @param setter how a draft takes a term
 */
record ListAnswer(String field, String text, Set<Concept.Kind> kinds, Setter setter) {

    private static final List<ListAnswer> ALL = List.of(
            list(
                    "symptoms.present",
                    "Which symptoms are there?",
                    Concept.Kind.SYMPTOM,
                    Checklist.Kind.SYMPTOMS,
                    Checklist::present),
            list(
                    "symptoms.absent",
                    "Which symptoms are not there?",
                    Concept.Kind.SYMPTOM,
                    Checklist.Kind.SYMPTOMS,
                    Checklist::absent),
            list(
                    "symptoms.severe",
                    "Which symptoms are severe?",
                    Concept.Kind.SYMPTOM,
                    Checklist.Kind.SYMPTOMS,
                    Checklist::severe),
            list(
                    "triggers.present",
                    "What brings on spasms?",
                    Concept.Kind.TRIGGER,
                    Checklist.Kind.TRIGGERS,
                    Checklist::present),
            list(
                    "triggers.absent",
                    "What brings on none?",
                    Concept.Kind.TRIGGER,
                    Checklist.Kind.TRIGGERS,
                    Checklist::absent),
            list(
                    "triggers.severe",
                    "What brings on severe spasms?",
                    Concept.Kind.TRIGGER,
                    Checklist.Kind.TRIGGERS,
                    Checklist::severe),
            list(
                    "conditions.present",
                    "Which further conditions are there?",
                    Concept.Kind.CONDITION,
                    Checklist.Kind.CONDITIONS,
                    Checklist::present),
            list(
                    "conditions.absent",
                    "Which conditions are ruled out?",
                    Concept.Kind.CONDITION,
                    Checklist.Kind.CONDITIONS,
                    Checklist::absent),
            list(
                    "conditions.severe",
                    "Which conditions are severe?",
                    Concept.Kind.CONDITION,
                    Checklist.Kind.CONDITIONS,
                    Checklist::severe),
            new ListAnswer(
                    "allergies.severe",
                    "Which allergies are severe?",
                    Vocabulary.therapies(),
                    (draft, term, reference) ->
                            draft.list(Checklist.Kind.ALLERGIES).severe(term, reference)),
            set(
                    TermSet.PSYCHIATRIC_LABELS,
                    "To which psychiatric conditions have the symptoms been put down?",
                    Set.of(Concept.Kind.CONDITION)),
            set(TermSet.DECLINED, "Which therapies has the patient declined?", Vocabulary.therapies()),
            set(TermSet.UNAVAILABLE, "Which therapies cannot be had?", Vocabulary.therapies()),
            set(
                    TermSet.UNSUITABLE,
                    "Which therapies have been judged unsuitable for the patient?",
                    Vocabulary.therapies()),
            set(TermSet.NEVER, "Which therapies were never given?", Vocabulary.therapies()),
            set(
                    TermSet.EVER,
                    "Which therapies were given, without a word on whether they still are?",
                    Vocabulary.therapies()));

    /** How a draft takes a term. */
    interface Setter {
        void add(CaseDraft draft, String term, String reference);
    }

    /** How a list takes a term. */
    private interface Entry {
        void add(Checklist list, String term, String reference);
    }

    private static ListAnswer list(String field, String text, Concept.Kind kind, Checklist.Kind list, Entry entry) {
        return new ListAnswer(
                field, text, Set.of(kind), (draft, term, reference) -> entry.add(draft.list(list), term, reference));
    }

    private static ListAnswer set(TermSet set, String text, Set<Concept.Kind> kinds) {
        return new ListAnswer(set.field(), text, kinds, (draft, term, reference) -> draft.add(set, term, reference));
    }

    /** All of them. */
    static List<ListAnswer> all() {
        return ALL;
    }

    /** The question of this id. */
    static Optional<ListAnswer> of(String id) {
        return ALL.stream().filter(question -> question.field.equals(id)).findFirst();
    }
}
