package org.spsrules.pages.ladder;

import java.util.List;
import java.util.Optional;
import org.spsrules.Line;

/**
 * The ladder laid out: everything with its place, in the units of the picture.
 *
 * @param format how it is laid out
 * @param title what it shows, for those who do not see it
 * @param width width of the picture
 * @param height height of the picture
 * @param bands the lines, in order
 * @param panels what stands before and beside the ladder
 * @param ways how one gets from step to step
 * @param cards the steps
 * @param legend what the marks mean
 */
public record Drawing(
        LadderPicture.Format format,
        String title,
        int width,
        int height,
        List<Band> bands,
        List<Panel> panels,
        List<Way> ways,
        List<Card> cards,
        List<Words> legend) {

    /** A rectangle. */
    public record Box(int x, int y, int width, int height) {

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int middle() {
            return x + width / 2;
        }
    }

    /** A line of text, which begins at a point of its baseline. */
    public record Words(int x, int y, String style, String text) {}

    /** The ground of a line of treatment, with its name. */
    public record Band(Line line, Box box, List<Words> words) {}

    /**
     * What stands before or beside the ladder.
     *
     * @param meaning what its colour means: urgent, safety, psychiatric or hold
     * @param here whether the patient is here
     */
    public record Panel(String meaning, boolean here, Box box, List<Words> words) {}

    /**
     * A step.
     *
     * @param line the line that it belongs to
     * @param place its place in the order: in-order, beside or any-time
     * @param href where it leads; empty if nowhere
     * @param here whether the patient is here
     */
    public record Card(
            String code, Line line, String place, Optional<String> href, boolean here, Box box, List<Words> words) {}

    /**
     * A way from one step to another.
     *
     * @param path the line, as SVG writes it
     * @param tip the arrow at its end, likewise
     * @param beside whether it leads to a step that is reached beside the other one
     */
    public record Way(String path, String tip, boolean beside) {}
}
