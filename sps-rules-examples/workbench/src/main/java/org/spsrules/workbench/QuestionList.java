package org.spsrules.workbench;

import java.util.List;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Alternative;
import org.spsrules.workbench.Tones.Tone;

/** Writes the questions whose answers would change a report most. */
final class QuestionList {

    /** As many as a person cares to read. */
    static final int FEW = 5;

    private static final int MOST_EFFECTS = 2;

    private final Page page;

    QuestionList(Page page) {
        this.page = page;
    }

    void write(List<OpenQuestion> questions, int most) {
        if (questions.isEmpty()) {
            return;
        }
        page.gap();
        page.paragraph(Tone.STRONG, "ASK FIRST: the answers that would change this report most");
        for (OpenQuestion question : questions.subList(0, Math.min(most, questions.size()))) {
            Alternative answer = question.answers().get(0);
            page.item("?", Tone.NORMAL, question.text());
            page.more(Tone.FAINT, "If " + answer.answer() + ": " + effects(answer.effects()));
        }
        if (questions.size() > most) {
            page.more(Tone.FAINT, questions.size() - most + " more with less effect.");
        }
    }

    private static String effects(List<String> effects) {
        int more = effects.size() - MOST_EFFECTS;
        return String.join("; ", effects.subList(0, Math.min(MOST_EFFECTS, effects.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
