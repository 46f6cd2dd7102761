package org.spsrules.pages.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.spsrules.Line;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.pages.ladder.CardShape.Filled;
import org.spsrules.pages.ladder.Drawing.Band;
import org.spsrules.pages.ladder.Drawing.Box;
import org.spsrules.pages.ladder.Drawing.Card;
import org.spsrules.pages.ladder.Drawing.Panel;
import org.spsrules.pages.ladder.Drawing.Way;

/** All steps below each other, joined at their left. For one drawing. */
final class NarrowLayout {

    private static final int WIDTH = 400;
    private static final int MARGIN = 12;
    private static final int LEFT = 40;
    private static final int MAIN_RAIL = 14;
    private static final int BESIDE_RAIL = 27;
    private static final int HEAD = 44;
    private static final int BETWEEN = 16;

    private final LadderWords words;
    private final Marks marks;
    private final List<Band> bands = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private int bottom = 14;

    NarrowLayout(LadderWords words, Marks marks) {
        this.words = words;
        this.marks = marks;
    }

    Drawing drawing() {
        panel("urgent", marks.isBeforeTheLadder(), words::before);
        words.lines().forEach(this::band);
        panel("hold", false, words::holds);
        panel("safety", false, words::safety);
        panel("psychiatric", false, words::psychiatric);
        TextColumn legend = new TextColumn(MARGIN, bottom, WIDTH - 2 * MARGIN);
        words.legend(legend);
        return new Drawing(
                LadderPicture.Format.NARROW,
                "The ladder of treatment",
                WIDTH,
                legend.bottom() + MARGIN,
                bands,
                panels,
                ways(),
                List.copyOf(cards.values()),
                legend.words());
    }

    private void panel(String meaning, boolean here, Consumer<TextColumn> text) {
        Filled filled = CardShape.filled(1, bottom, WIDTH - 2, text);
        panels.add(CardShape.panel(meaning, here, filled));
        bottom = filled.box().bottom() + BETWEEN;
    }

    private void band(Line line) {
        int top = bottom;
        TextColumn name = new TextColumn(LEFT, top + 10, WIDTH);
        words.line(line, name);
        bottom += HEAD;
        for (LadderStep step : words.steps(line)) {
            Filled filled = CardShape.filled(LEFT, bottom, WIDTH - LEFT - MARGIN, column -> words.step(step, column));
            cards.put(step.code(), CardShape.card(step, filled, marks));
            bottom = filled.box().bottom() + BETWEEN;
        }
        bands.add(new Band(line, new Box(0, top, WIDTH, bottom - top), name.words()));
        bottom += BETWEEN;
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Optional<Card> before = Optional.empty();
        for (LadderStep step : words.inOrder()) {
            Optional<Card> next = Optional.ofNullable(cards.get(step.code()));
            before.ifPresent(from -> next.ifPresent(to -> ways.add(way(from.box(), to.box(), MAIN_RAIL, false))));
            before = next;
        }
        for (Line line : words.lines()) {
            for (LadderStep step : words.steps(line)) {
                Optional.ofNullable(cards.get(step.code()))
                        .ifPresent(to -> step.gate()
                                .beside()
                                .map(cards::get)
                                .ifPresent(main -> ways.add(way(main.box(), to.box(), BESIDE_RAIL, true))));
            }
        }
        return ways;
    }

    private static Way way(Box from, Box to, int rail, boolean beside) {
        int start = from.y() + (beside ? 40 : 30);
        int end = to.y() + 20;
        return new Way(
                "M%d %dH%dV%dH%d".formatted(from.x(), start, rail, end, to.x() - 8),
                Tips.right(to.x() - 1, end),
                beside);
    }
}
