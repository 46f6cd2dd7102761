package org.spsrules.internal.counterfactual;

import java.util.List;
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
            boolean onlyBegun =
                    answers.stream().allMatch(answer -> answer.shown().to().equals(TreatmentChanges.BEGUN));
            return onlyBegun
                    ? "Does the patient take " + shown.subject() + "? It is not on record."
                    : "Has the patient ever had " + shown.subject() + "? It is not on record.";
        }
        String asks = slot.aspect().asks();
        return asks.isEmpty()
                ? "What is known of this: " + shown.subject() + "?"
                : asks.replace("{0}", slot.index() < 0 ? shown.subject() : about(shown));
    }

    /** What comes before the first colon or comma. */
    private static String about(FactChange shown) {
        String subject =
                shown.subject().startsWith("plan: ") ? shown.subject().replaceFirst(":", " to") : shown.subject();
        return subject.replaceFirst("(: |, how).*", "");
    }
}
