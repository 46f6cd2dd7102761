package org.spsrules.workbench;

import java.util.List;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Alternative;
import org.spsrules.workbench.Colours.Tone;

/** Writes the questions whose answers would change a report most. */
final class QuestionList {

    private final Sheet page;

    QuestionList(Sheet page) {
        this.page = page;
    }

    /** The questions, each with what its most decisive answer changes. */
    void write(List<OpenQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, "ASK FIRST: the answers that would change this report most");
        for (OpenQuestion question : questions) {
            Alternative answer = question.answers().get(0);
            page.item(
                    "?",
                    Tone.NORMAL,
                    question.text() + " If " + answer.answer() + ": " + effects(answer.effects()) + ".");
        }
    }

    /** The first effect; the head of a report says instead of which line it is another. */
    private static String effects(List<String> effects) {
        int more = effects.size() - 1;
        return effects.get(0).replaceFirst(" instead of .*", "") + (more > 0 ? ", and " + more + " more" : "");
    }
}
