package org.spsrules.workbench;

import java.util.List;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Alternative;
import org.spsrules.workbench.Colours.Tone;

/** Writes the questions whose answers would change a report most. */
final class QuestionList {

    /** As many as a person cares to read. */
    private static final int FEW = 5;

    private static final int MOST_EFFECTS = 2;

    private final Page page;
    private final int most;

    private QuestionList(Page page, int most) {
        this.page = page;
        this.most = most;
    }

    /** A list of the most decisive ones. */
    static QuestionList few(Page page) {
        return new QuestionList(page, FEW);
    }

    /** A list of all. */
    static QuestionList all(Page page) {
        return new QuestionList(page, Integer.MAX_VALUE);
    }

    /** The questions that a short list shows. */
    static List<OpenQuestion> shown(List<OpenQuestion> questions) {
        return questions.subList(0, Math.min(FEW, questions.size()));
    }

    void write(List<OpenQuestion> questions) {
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
    }

    private static String effects(List<String> effects) {
        int more = effects.size() - MOST_EFFECTS;
        return String.join("; ", effects.subList(0, Math.min(MOST_EFFECTS, effects.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
