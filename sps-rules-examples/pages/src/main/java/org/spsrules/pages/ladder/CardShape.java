package org.spsrules.pages.ladder;

import java.util.List;
import java.util.function.Consumer;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.pages.ladder.Drawing.Box;
import org.spsrules.pages.ladder.Drawing.Words;

/** The boxes of a picture, each as high as its text. */
final class CardShape {

    static final int PADDING = 12;

    private CardShape() {}

    /** A box with text in it. */
    record Filled(Box box, List<Words> words) {

        /** The same, at least so high. */
        Filled atLeast(int height) {
            return new Filled(new Box(box.x(), box.y(), box.width(), Math.max(box.height(), height)), words);
        }
    }

    static Filled filled(int x, int y, int width, Consumer<TextColumn> text) {
        TextColumn column = new TextColumn(x + PADDING, y + PADDING, width - 2 * PADDING);
        text.accept(column);
        return new Filled(new Box(x, y, width, column.bottom() + PADDING - y), column.words());
    }

    static Drawing.Card card(LadderStep step, Filled filled, Marks marks) {
        return new Drawing.Card(
                step.code(),
                step.line(),
                LadderWords.place(step),
                marks.href(step),
                marks.isHere(step),
                filled.box(),
                filled.words());
    }

    static Drawing.Panel panel(String meaning, boolean here, Filled filled) {
        return new Drawing.Panel(meaning, here, filled.box(), filled.words());
    }
}
