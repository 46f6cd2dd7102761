package org.spsrules.workbench;

import java.util.stream.Stream;
import org.spsrules.Report.Alert.Level;
import org.spsrules.workbench.Colours.Tone;

/** What a report is written on: text for a terminal, or a page for a browser. */
public interface Sheet {

    /** A blank line. */
    void gap();

    /** A paragraph that begins at the margin; one that is strong or alarms is a heading of what comes below it. */
    void paragraph(Tone tone, String paragraph);

    /** The first lines of an item: a mark, and a text beside it. */
    void item(String mark, Tone tone, String title);

    /** The first lines of an alert, marked by how urgent it is. */
    default void alert(Level level, String title) {
        switch (level) {
            case CRITICAL -> item("!!", Tone.ALARM, title);
            case WARNING -> item("!", Tone.WARNING, title);
            case INFORMATION -> item("i", Tone.STRONG, title);
        }
    }

    /** The rules that say the item written last; most sheets keep nothing of it. */
    default void saidBy(Stream<String> ruleIds) {}

    /** More text of an item. */
    void more(Tone tone, String more);

    /** More text of an item, which begins with a label. */
    void labelled(String label, String more);

    /** A label at an indent, and a text beside it. */
    void field(int indent, String label, String value);
}
