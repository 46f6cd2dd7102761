package org.spsrules.internal.counterfactual;

import java.util.List;
import org.spsrules.FactChange;

/** How to ask for what is not known. */
final class QuestionWords {

    private QuestionWords() {}

    /** The question that all of these answer. */
    static String of(List<Change> answers) {
        FactChange shown = answers.get(0).shown();
        return switch (answers.get(0).slot().aspect()) {
            case CONCEPTS, ALLERGIES -> "Is this present or absent: " + shown.subject() + "?";
            case RESULTS -> "What is the result of this test: " + shown.subject() + "?";
            case CERTAINTY -> "Is SPS suspected, confirmed or excluded?";
            case VARIANT -> "Which variant of SPS is it?";
            case ONSET -> "When did the symptoms begin?";
            case CONTROL -> "How well are the symptoms controlled?";
            case DOSE -> "What is the dose of " + about(shown) + "?";
            case SCHEDULE -> "Is " + about(shown) + " taken on a schedule, or as needed?";
            case DISABLING -> "Does the disease disable the patient?";
            case EXACERBATION -> "Is there an acute severe exacerbation?";
            case RELAPSE -> "Have symptoms come back after they were controlled?";
            case AGE -> "How old is the patient?";
            case SEX -> "What is the sex of the patient?";
            case WEIGHT -> "What does the patient weigh?";
            case CREATININE_CLEARANCE -> "What is the creatinine clearance?";
            case LIVER_FUNCTION -> "How well does the liver work?";
            case SETTING -> "Where is the patient?";
            case THERAPY ->
                answers.stream().allMatch(answer -> answer.shown().to().equals(TreatmentChanges.BEGUN))
                        ? "Does the patient take " + shown.subject() + "? The list of what is taken is not complete."
                        : "Has the patient ever had " + shown.subject() + "? The treatment history is not complete.";
            case EVER_GIVEN -> "Is every treatment ever given for SPS listed?";
            case GIVEN_NOW -> "Is everything listed that the patient takes now?";
            case ADEQUACY -> "Were dose and duration enough to judge " + about(shown) + "?";
            case RESPONSE -> "What did " + about(shown) + " do?";
            case TOLERANCE -> "Was " + about(shown) + " tolerated?";
            case WEARING_OFF -> "Has the response to " + about(shown) + " worn off?";
            case MANNER -> "Is the " + about(shown) + " to be carried out abruptly or gradually?";
            default -> "What is known of this: " + shown.subject() + "?";
        };
    }

    /** What comes before the first colon or comma. */
    private static String about(FactChange shown) {
        String subject =
                shown.subject().startsWith("plan: ") ? shown.subject().replaceFirst(":", " to") : shown.subject();
        return subject.replaceFirst("(: |, how).*", "");
    }
}
