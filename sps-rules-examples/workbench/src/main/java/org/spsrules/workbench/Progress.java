package org.spsrules.workbench;

import java.io.PrintWriter;

/** Says how far long work has come, in a line that is written over. Short work passes in silence. */
final class Progress {

    private static final int LONG_WORK = 100;
    private static final int STEPS = 100;

    private final PrintWriter writer;
    private final int total;
    private int done;
    private int shownWidth;

    Progress(PrintWriter writer, int total) {
        this.writer = writer;
        this.total = total;
    }

    /** One more piece of the work is about to be done. */
    void advance() {
        if (total >= LONG_WORK && done % (total / STEPS) == 0) {
            String line = done + " of " + total + " cases";
            clear();
            writer.print(line);
            writer.flush();
            shownWidth = line.length();
        }
        done++;
    }

    /** Takes the line away, so that another can be written. */
    void clear() {
        if (shownWidth > 0) {
            writer.print("\r" + " ".repeat(shownWidth) + "\r");
            writer.flush();
            shownWidth = 0;
        }
    }
}
