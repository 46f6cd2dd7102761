package org.spsrules.pages.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.spsrules.Line;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.pages.ladder.CardShape.Filled;
import org.spsrules.pages.ladder.Drawing.Band;
import org.spsrules.pages.ladder.Drawing.Box;
import org.spsrules.pages.ladder.Drawing.Card;
import org.spsrules.pages.ladder.Drawing.Panel;
import org.spsrules.pages.ladder.Drawing.Way;

/** The steps of a line side by side, the lines below each other, and panels at their side. For one drawing. */
final class WideLayout {

    private static final int WIDTH = 1200;
    private static final int LADDER = 880;
    private static final int ASIDE = 904;
    private static final int MARGIN = 16;
    private static final int HEAD = 52;
    private static final int BETWEEN = 24;
    private static final int WIDEST = 412;
    /** Room for the name of a line. */
    private static final int NAME = 152;

    private final LadderWords words;
    private final Marks marks;
    private final List<Band> bands = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final Map<String, Card> cards = new HashMap<>();
    private int bottom;

    WideLayout(LadderWords words, Marks marks) {
        this.words = words;
        this.marks = marks;
    }

    Drawing drawing() {
        Filled before = CardShape.filled(1, 14, WIDTH - 2, words::before);
        panels.add(CardShape.panel("urgent", marks.isBeforeTheLadder(), before));
        int top = before.box().bottom() + BETWEEN;
        bottom = top;
        words.lines().forEach(this::band);
        int aside = aside("hold", top, words::holds);
        aside = aside("safety", aside, words::safety);
        aside = aside("psychiatric", aside, words::psychiatric);
        TextColumn legend = new TextColumn(MARGIN, Math.max(bottom, aside), WIDTH - 2 * MARGIN);
        words.legend(legend);
        return new Drawing(
                LadderPicture.Format.WIDE,
                "The ladder of treatment",
                WIDTH,
                legend.bottom() + MARGIN,
                bands,
                panels,
                ways(),
                words.lines().stream()
                        .flatMap(line -> words.steps(line).stream())
                        .map(this::card)
                        .toList(),
                legend.words());
    }

    private Card card(LadderStep step) {
        Card card = cards.get(step.code());
        if (card == null) {
            throw new IllegalStateException(step.code() + " has no place in the picture");
        }
        return card;
    }

    private void band(Line line) {
        List<LadderStep> steps = words.steps(line);
        int room = LADDER - 2 * MARGIN - (steps.size() - 1) * BETWEEN;
        int width = Math.min(WIDEST, room / steps.size());
        int top = bottom + HEAD;
        List<Filled> filled = new ArrayList<>();
        for (LadderStep step : steps) {
            int x = MARGIN + filled.size() * (width + BETWEEN);
            filled.add(CardShape.filled(x, top, width, column -> words.step(step, column)));
        }
        int height = filled.stream().mapToInt(box -> box.box().height()).max().orElse(0);
        for (int i = 0; i < steps.size(); i++) {
            cards.put(
                    steps.get(i).code(),
                    CardShape.card(steps.get(i), filled.get(i).atLeast(height), marks));
        }
        TextColumn name = new TextColumn(MARGIN, bottom + 10, LADDER);
        words.line(line, name);
        bands.add(new Band(line, new Box(0, bottom, LADDER, HEAD + height + MARGIN), name.words()));
        bottom += HEAD + height + MARGIN + BETWEEN;
    }

    private int aside(String meaning, int top, Consumer<TextColumn> text) {
        Filled filled = CardShape.filled(ASIDE, top + 1, WIDTH - ASIDE - 1, text);
        panels.add(CardShape.panel(meaning, false, filled));
        return filled.box().bottom() + BETWEEN;
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        List<LadderStep> order = words.inOrder();
        for (int i = 1; i < order.size(); i++) {
            ways.add(way(card(order.get(i - 1)), card(order.get(i)), false));
        }
        for (Line line : words.lines()) {
            words.steps(line)
                    .forEach(step -> step.gate()
                            .beside()
                            .map(cards::get)
                            .ifPresent(main -> ways.add(way(main, card(step), true))));
        }
        return ways;
    }

    private Way way(Card from, Card to, boolean beside) {
        if (from.line() != to.line()) {
            return down(from.box(), to.box(), beside);
        }
        return beside ? over(from.box(), to.box()) : across(from.box(), to.box());
    }

    private static Way across(Box from, Box to) {
        int y = from.y() + from.height() / 2;
        return new Way("M%d %dH%d".formatted(from.right(), y, to.x() - 8), Tips.right(to.x() - 1, y), false);
    }

    /** Above the cards between. */
    private static Way over(Box from, Box to) {
        int start = from.right() - MARGIN;
        return new Way(
                "M%d %dV%dH%dV%d".formatted(start, from.y(), from.y() - 16, to.middle(), to.y() - 8),
                Tips.down(to.middle(), to.y() - 1),
                true);
    }

    /** Through the room between two lines, and beside the name of the second one. */
    private static Way down(Box from, Box to, boolean beside) {
        int through = from.bottom() + MARGIN + BETWEEN / 2;
        int end = Math.max(to.middle(), to.x() + NAME);
        return new Way(
                "M%d %dV%dH%dV%d".formatted(from.middle(), from.bottom(), through, end, to.y() - 8),
                Tips.down(end, to.y() - 1),
                beside);
    }
}
