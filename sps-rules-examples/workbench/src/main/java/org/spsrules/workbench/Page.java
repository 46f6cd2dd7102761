package org.spsrules.workbench;

/** A sheet on which answers are written too, which have trees and lists. */
public interface Page extends Sheet {

    /** How far items stand in from the margin: room for a number or a mark. */
    int ITEM_INDENT = 5;

    /** A node of a tree below an item. */
    void node(int depth, String mark, String text);

    /** A line below an item that is laid out already. */
    void row(String laidOut);

    /** An entry of a list in Markdown. */
    void bullet(String entry);
}
