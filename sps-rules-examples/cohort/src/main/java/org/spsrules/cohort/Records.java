package org.spsrules.cohort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records in one temporary file, each as one line, in the order of their keys. */
final class Records {

    /** More than the record of a patient has; a longer one is cut, and not read. */
    static final int MOST_BYTES = 16_000_000;
    /** Enough to see that a record is longer: it is cut after the part with which it becomes so. */
    static final int MOST_BYTES_OF_A_LINE = 2 * MOST_BYTES;

    private final Map<String, Parts> byKey = new TreeMap<>();

    private Records() {}

    /** A file as an input, which is in memory while it is read. */
    static Input input(Path file) {
        return new Input(
                String.valueOf(file.getFileName()), Input.file(file, "").size(), () -> read(file));
    }

    private static InputStream read(Path file) throws IOException {
        Records records = new Records();
        Spill.forEachLine(file, records::add);
        return new SequenceInputStream(Collections.enumeration(records.byKey.entrySet().stream()
                .flatMap(record -> record.getValue().line(record.getKey()))
                .toList()));
    }

    private void add(InputLine line) {
        byKey.computeIfAbsent(RecordLine.key(line), key -> new Parts()).add(RecordLine.afterKey(line));
    }

    /** What belongs to one patient. */
    private static final class Parts {

        private final List<byte[]> all = new ArrayList<>();
        private final Set<String> places = new HashSet<>();
        private long bytes;

        /** Adds a part, once: what several orders refer to is handed out for each of them. */
        private void add(byte[] part) {
            if (bytes <= MOST_BYTES && places.add(RecordLine.place(part))) {
                all.add(part);
                bytes += part.length;
            }
        }

        private Stream<InputStream> line(String key) {
            return Stream.concat(
                            Stream.of(key.getBytes(StandardCharsets.US_ASCII)),
                            Stream.concat(all.stream(), Stream.of(new byte[] {'\n'})))
                    .map(ByteArrayInputStream::new);
        }
    }
}
