package org.spsrules.pages.ladder;

import java.util.Optional;
import org.spsrules.Report.Standing;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.pages.Stylesheet;
import org.spsrules.pages.Templates;

/**
 * The ladder as a picture in SVG: lines, steps and what each waits for, how the sources number it, and what stands before and
 * beside it. Made from the rows of the ladder and from the rules alone. Immutable.
 */
public final class LadderPicture {

    private final LadderWords words;
    private final Optional<String> page;
    private final Optional<Standing> standing;

    private LadderPicture(LadderWords words, Optional<String> page, Optional<Standing> standing) {
        this.words = words;
        this.page = page;
        this.standing = standing;
    }

    /** How a picture is laid out. A page holds both, and the stylesheet shows the one that fits. */
    public enum Format {
        /** Steps of a line side by side, for a screen or for paper. */
        WIDE,
        /** Steps below each other, for a phone. */
        NARROW;

        /** The class by which the stylesheet knows it. */
        public String css() {
            return this == WIDE ? "wide" : "narrow";
        }
    }

    /** The ladder of a knowledge base. */
    public static LadderPicture of(Knowledge knowledge) {
        return new LadderPicture(new LadderWords(knowledge), Optional.empty(), Optional.empty());
    }

    /** The same picture, in which each step leads to the place on a page that bears its code; the same page if it is empty. */
    public LadderPicture linkedTo(String otherPage) {
        return new LadderPicture(words, Optional.of(otherPage), standing);
    }

    /** The same picture with the place of a patient marked. */
    public LadderPicture marking(Standing patient) {
        return new LadderPicture(words, page, Optional.of(patient));
    }

    /** The picture, to stand in a page that has the stylesheet. */
    public String svg(Format format) {
        Marks marks = new Marks(page, standing);
        Drawing drawing = format == Format.WIDE
                ? new WideLayout(words, marks).drawing()
                : new NarrowLayout(words, marks).drawing();
        return Templates.render("ladder/picture", drawing);
    }

    /** The wide picture as a file that needs no page around it. */
    public String file() {
        String svg = svg(Format.WIDE);
        int content = svg.indexOf('>') + 1;
        return svg.substring(0, content) + "<style>" + Stylesheet.text() + "</style>" + svg.substring(content);
    }
}
