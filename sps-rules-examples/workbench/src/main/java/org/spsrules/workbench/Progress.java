package org.spsrules.workbench;

import java.io.PrintWriter;
import java.util.Locale;

/** Says how far long work has come, how fast, and how long it will take, in a line that is written over. Short work passes in silence. */
final class Progress {

    private static final int LONG_WORK = 100;
    private static final int STEPS = 100;
    private static final double SECOND = 1e9;
    private static final int MINUTE = 60;

    private final PrintWriter writer;
    private final int total;
    private final String pieces;
    private final long began = System.nanoTime();
    private int done;
    private int shownWidth;

    Progress(PrintWriter writer, int total) {
        this(writer, total, "cases");
    }

    /**
     * The progress of some work.
     *
     * @param pieces what it consists of
     */
    Progress(PrintWriter writer, int total, String pieces) {
        this.writer = writer;
        this.total = total;
        this.pieces = pieces;
    }

    /** What several threads run for each piece that is done; after the last one the line is gone. */
    Runnable ofSeveralThreads() {
        return () -> {
            synchronized (this) {
                advance();
                if (done == total) {
                    clear();
                }
            }
        };
    }

    /** One more piece of the work is about to be done. */
    void advance() {
        if (total >= LONG_WORK && done % (total / STEPS) == 0) {
            String line = done + " of " + total + " " + pieces + pace();
            clear();
            writer.print(line);
            writer.flush();
            shownWidth = line.length();
        }
        done++;
    }

    private String pace() {
        double seconds = (System.nanoTime() - began) / SECOND;
        if (done == 0 || seconds < 1) {
            return "";
        }
        long left = Math.round(seconds * (total - done) / done);
        return String.format(
                Locale.ROOT, ", %.0f a second, %d:%02d left", done / seconds, left / MINUTE, left % MINUTE);
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
