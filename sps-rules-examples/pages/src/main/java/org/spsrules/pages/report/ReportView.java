package org.spsrules.pages.report;

import java.util.List;
import org.spsrules.pages.Frame;

/**
 * Reports on one page.
 *
 * @param frame what surrounds them
 * @param reports the reports, in order
 */
public record ReportView(Frame frame, List<Single> reports) {

    /**
     * One report.
     *
     * @param title what it is about
     * @param head lines below the title
     * @param facts where the patient stands
     * @param pictures the place of the patient on the ladder, in each layout; empty if it is not shown
     * @param sections its parts, in order
     * @param foundations what it rests on
     */
    public record Single(
            String title,
            List<String> head,
            List<Line> facts,
            List<String> pictures,
            List<Section> sections,
            List<Section> foundations) {}

    /**
     * A part of a report.
     *
     * @param heading its heading; empty if it has none
     * @param tone how it is toned; empty if it is not
     * @param items its items
     */
    public record Section(String heading, String tone, List<Item> items) {}

    /**
     * An item.
     *
     * @param mark a number, or what it is, in a word; may be empty
     * @param tone how the mark is toned; empty if it is not
     * @param strong whether the title stands out
     * @param title what it says; empty if its lines say all
     * @param lines more of it
     */
    public record Item(String mark, String tone, boolean strong, String title, List<Line> lines) {}

    /**
     * A text, which may have a label.
     *
     * @param label the label; may be empty
     * @param text the text
     */
    public record Line(String label, String text) {}
}
