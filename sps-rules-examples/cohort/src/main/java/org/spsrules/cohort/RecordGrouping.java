package org.spsrules.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Puts together what a FHIR Bulk Data export, which is in files by type of resource, says of each patient. The export is divided
 * into temporary files, and one of these at a time is in memory, whatever the size of the export. The order of the records follows
 * from the ids of the patients alone. Not thread-safe.
 */
final class RecordGrouping {

    /** More than a resource has; of a longer line only the beginning is kept. */
    static final int MOST_BYTES_OF_A_RESOURCE = 8_000_000;

    private static final byte[] SHARED = {'S'};
    private static final byte[] NEEDED = {'N'};

    private final Path folder;
    private final long mostInMemory;
    private final Map<String, Long> passedOver = new TreeMap<>();

    /**
     * A grouping.
     *
     * @param folder where the temporary files are
     * @param mostInMemory of how many bytes a temporary file may be
     */
    RecordGrouping(Path folder, long mostInMemory) {
        this.folder = folder;
        this.mostInMemory = mostInMemory;
    }

    /**
     * Resources of which no case states anything.
     *
     * @param type their type
     * @param resources how many there are
     */
    record PassedOver(String type, long resources) {}

    /**
     * The records, one a line: all lines of the export that are about one patient, and by itself each that is about none.
     *
     * @param linesDone is told of lines that have been put to their patient
     */
    List<Input> of(InputLines export, IntConsumer linesDone) throws IOException {
        try (Spill records = new Spill(folder.resolve("patients"));
                Spill shared = new Spill(folder.resolve("shared"))) {
            export.forEach(line -> {
                put(line, records, shared);
                linesDone.accept(1);
            });
            for (Path part : shared.divided(mostInMemory)) {
                handOut(part, records);
            }
            return records.divided(mostInMemory).stream().map(Records::input).toList();
        }
    }

    /** What has been passed over, by type. */
    List<PassedOver> passedOver() {
        return passedOver.entrySet().stream()
                .map(type -> new PassedOver(type.getKey(), type.getValue()))
                .toList();
    }

    private void put(InputLine line, Spill records, Spill shared) throws IOException {
        ResourceHead head = ResourceHead.of(line.bytes());
        if (head.type().isEmpty() && isBlank(line)) {
            return;
        }
        byte[] key = RecordLine.key(head.belongsTo().orElse(line.place()));
        if (!head.type().isEmpty() && !head.isRead()) {
            passedOver.merge(head.type(), 1L, Long::sum);
        } else if (head.isShared() && head.belongsTo().isPresent()) {
            shared.add(key, SHARED, RecordLine.part(line));
            // Also by itself, so that it is set aside once if it cannot be read.
            records.add(key, RecordLine.part(line));
        } else {
            records.add(key, RecordLine.part(line));
            for (String needed : head.shared()) {
                shared.add(RecordLine.key(needed), NEEDED, key);
            }
        }
    }

    private static boolean isBlank(InputLine line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1).isBlank();
    }

    /** Adds what several patients share to the record of each of them. */
    private static void handOut(Path part, Spill records) throws IOException {
        Map<String, byte[]> shared = new HashMap<>();
        Spill.forEachLine(part, line -> {
            if (RecordLine.hasMark(line, SHARED)) {
                shared.put(RecordLine.key(line), RecordLine.afterMark(line));
            }
        });
        Spill.forEachLine(part, line -> {
            byte[] resource = shared.get(RecordLine.key(line));
            if (resource != null && RecordLine.hasMark(line, NEEDED)) {
                records.add(RecordLine.afterMark(line), resource);
            }
        });
    }
}
