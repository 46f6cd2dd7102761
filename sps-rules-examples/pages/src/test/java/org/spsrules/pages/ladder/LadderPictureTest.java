package org.spsrules.pages.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.Line;
import org.spsrules.Report.Standing;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.KnowledgeFile;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.pages.ladder.LadderPicture.Format;

class LadderPictureTest {

    private static final Knowledge KNOWLEDGE = knowledge();

    private static Knowledge knowledge() {
        try {
            return KnowledgeFile.find(LadderPictureTest.class.getClassLoader()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryStepAndItsTherapies(Format format) {
        String text = LadderPicture.of(KNOWLEDGE).svg(format).replaceAll("<[^>]*>\\s*", " ");

        for (LadderStep step : KNOWLEDGE.ladder()) {
            assertThat(text).containsIgnoringWhitespaces(step.title());
        }
    }

    @Test
    void everyStepLeadsWhereItIsSaid() {
        String svg = LadderPicture.of(KNOWLEDGE).linkedTo("ladder.html").svg(Format.WIDE);

        for (LadderStep step : KNOWLEDGE.ladder()) {
            assertThat(svg).contains("href=\"ladder.html#" + step.code() + "\"");
        }
        assertThat(LadderPicture.of(KNOWLEDGE).svg(Format.WIDE)).doesNotContain("href");
    }

    @ParameterizedTest
    @EnumSource
    void marksTheStepOfThePatientAndNoOther(Format format) {
        String svg =
                LadderPicture.of(KNOWLEDGE).marking(standing(Line.SECOND, "A")).svg(format);

        assertThat(svg).containsOnlyOnce("The patient is here");
        assertThat(svg.substring(svg.indexOf(" here\""), svg.indexOf("The patient is here")))
                .contains("Intravenous");
    }

    @Test
    void marksThatSomethingComesBeforeAnyLine() {
        Standing none = new Standing(Line.NONE, Optional.empty(), Line.NONE, Line.NONE, Map.of(), List.of());

        assertThat(LadderPicture.of(KNOWLEDGE).marking(none).svg(Format.WIDE))
                .contains("class=\"urgent here\"")
                .containsOnlyOnce("The patient is here");
    }

    private static Standing standing(Line line, String step) {
        return new Standing(line, Optional.of(step), line, line, Map.of(), List.of());
    }
}
