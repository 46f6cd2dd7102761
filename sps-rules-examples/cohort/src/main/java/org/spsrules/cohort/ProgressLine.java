package org.spsrules.cohort;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How many cases are done, how fast, and how long the rest will take, in a line that is written over. The rest is judged by
 * the bytes of the input, because nobody knows how many lines it has. For the thread that reads and writes.
 */
final class ProgressLine {

    private static final double SECOND = 1e9;
    private static final int MINUTE = 60;

    private final PrintWriter writer;
    private final String noun;
    private final OptionalLong bytes;
    private final long began = System.nanoTime();
    private long shown = began;
    private long bytesRead;
    private long bytesPassedOver;
    private long lines;
    private int width;

    /**
     * A line.
     *
     * @param noun what the lines of the inputs are called
     */
    ProgressLine(PrintWriter writer, List<Input> inputs, String noun) {
        this.writer = writer;
        this.noun = noun;
        this.bytes = inputs.stream().allMatch(input -> input.size().isPresent())
                ? OptionalLong.of(inputs.stream()
                        .mapToLong(input -> input.size().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }

    /** Some bytes of the input have been read. */
    void read(long count) {
        bytesRead += count;
        if (lines == 0) {
            bytesPassedOver = bytesRead;
        }
    }

    /** Some lines are done. */
    void done(int count) {
        lines += count;
        long now = System.nanoTime();
        if (now - shown >= SECOND) {
            shown = now;
            show((now - began) / SECOND);
        }
    }

    private void show(double seconds) {
        String line =
                String.format(Locale.ROOT, "%,d %s, %,.0f a second%s", lines, noun, lines / seconds, rest(seconds));
        clear();
        writer.print(line);
        writer.flush();
        width = line.length();
    }

    private String rest(double seconds) {
        long done = bytesRead - bytesPassedOver;
        if (bytes.isEmpty() || done <= 0) {
            return "";
        }
        long left = Math.round(seconds * Math.max(0, bytes.getAsLong() - bytesRead) / done);
        return String.format(
                Locale.ROOT,
                ", %d %% of the input, %d:%02d left",
                100 * bytesRead / Math.max(1, bytes.getAsLong()),
                left / MINUTE,
                left % MINUTE);
    }

    /** Takes the line away. */
    void clear() {
        if (width > 0) {
            writer.print("\r" + " ".repeat(width) + "\r");
            writer.flush();
            width = 0;
        }
    }
}
