package org.spsrules.internal.counterfactual;

import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.FactChange;
import org.spsrules.internal.shape.TreatmentFields;

/** How to ask for what is not known. */
final class QuestionWords {

    private QuestionWords() {}

    /** The question that all of these answer. */
    static String of(List<Change> answers) {
        FactChange shown = answers.get(0).shown();
        Slot slot = answers.get(0).slot();
        if (slot.feeds(TreatmentFields.THERAPY)) {
            return ofTherapies(answers);
        }
        String asks = slot.aspect().asks();
        return asks.isEmpty()
                ? "What is known of this: " + shown.subject() + "?"
                : asks.replace("{0}", slot.index() < 0 ? shown.subject() : about(shown));
    }

    private static String ofTherapies(List<Change> answers) {
        boolean onlyBegun =
                answers.stream().allMatch(answer -> answer.shown().to().equals(TreatmentChanges.BEGUN));
        String asks = onlyBegun ? "Does the patient take " : "Has the patient ever had ";
        List<String> names = answers.stream()
                .map(answer -> answer.shown().subject())
                .distinct()
                .toList();
        int last = names.size() - 1;
        return last == 0
                ? asks + names.get(0) + "? It is not on record."
                : asks + names.stream().limit(last).collect(Collectors.joining(", ")) + " or " + names.get(last)
                        + "? None is on record.";
    }

    /** What comes before the first colon or comma. */
    private static String about(FactChange shown) {
        String subject =
                shown.subject().startsWith("plan: ") ? shown.subject().replaceFirst(":", " to") : shown.subject();
        return subject.replaceFirst("(: |, how).*", "");
    }
}
