package org.spsrules.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A table of lines, sorted by what stands before the first tab, that lies on the class path and is read when something is
 * looked up in it for the first time. Thread-safe.
 */
final class SortedTable {

    private final String resource;
    private final Comparator<String> order;
    private volatile byte[] lines = {};
    private volatile boolean read;

    /**
     * A table.
     *
     * @param resource where it lies, beside the knowledge base
     * @param order the order of its keys
     */
    SortedTable(String resource, Comparator<String> order) {
        this.resource = resource;
        this.order = order;
    }

    /** What follows the key in its line, cut at the tabs; empty if there is no such line, or no such table. */
    Optional<String[]> find(String key) {
        byte[] table = content();
        int low = 0;
        int high = table.length;
        while (low < high) {
            int start = startOfLine(table, (low + high) >>> 1);
            int end = endOfLine(table, start);
            String[] cells = new String(table, start, end - start, StandardCharsets.UTF_8).split("\t", -1);
            int comparison = order.compare(key, cells[0]);
            if (comparison == 0) {
                return Optional.of(Arrays.copyOfRange(cells, 1, cells.length));
            } else if (comparison < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return Optional.empty();
    }

    private static int startOfLine(byte[] table, int inside) {
        int start = inside;
        while (start > 0 && table[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int endOfLine(byte[] table, int start) {
        int end = start;
        while (end < table.length && table[end] != '\n') {
            end++;
        }
        return end;
    }

    private byte[] content() {
        if (!read) {
            try (InputStream in = SortedTable.class.getClassLoader().getResourceAsStream(resource)) {
                lines = in == null ? new byte[0] : in.readAllBytes();
                read = true;
            } catch (IOException e) {
                throw new UncheckedIOException(resource + " cannot be read", e);
            }
        }
        return lines;
    }
}
