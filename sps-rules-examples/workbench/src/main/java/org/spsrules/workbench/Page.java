package org.spsrules.workbench;

import org.spsrules.workbench.Colours.Tone;

/** What a report or an answer is written on, from the top to the bottom. */
public interface Page {

    /** How far items stand in from the margin: room for a number or a mark. */
    int ITEM_INDENT = 5;

    /** A blank line. */
    void gap();

    /** A paragraph that begins at the margin. */
    void paragraph(Tone tone, String paragraph);

    /** The first lines of an item: a mark, and a text beside it. */
    void item(String mark, Tone tone, String title);

    /** A node of a tree below an item. */
    void node(int depth, String mark, String text);

    /** A line below an item that is laid out already. */
    void row(String laidOut);

    /** An entry of a list in Markdown. */
    void bullet(String entry);

    /** More text of an item. */
    void more(Tone tone, String more);

    /** More text of an item, which begins with a label. */
    void labelled(String label, String more);

    /** A label at an indent, and a text beside it. */
    void field(int indent, String label, String value);
}
