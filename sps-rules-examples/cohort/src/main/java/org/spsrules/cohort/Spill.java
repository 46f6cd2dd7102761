package org.spsrules.cohort;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines in temporary files by the beginning of their keys: what has one key is in one file, and a file that is too large for the
 * memory is divided further. Not thread-safe.
 */
final class Spill implements Closeable {

    /** Of a key in each round: 256 files. */
    private static final int DIGITS = 2;
    /** More than this many parts of a key are never needed to tell apart whom a disk can hold. */
    private static final int MOST_ROUNDS = 4;

    private static final int BUFFER = 1 << 14;

    private final Path folder;
    private final int round;
    private final Map<String, OutputStream> files = new TreeMap<>();

    Spill(Path folder) {
        this(folder, 1);
    }

    private Spill(Path folder, int round) {
        this.folder = folder;
        this.round = round;
    }

    /** Adds a line, which begins with its key. */
    void add(byte[]... parts) throws IOException {
        String name = new String(parts[0], 0, DIGITS * round, StandardCharsets.US_ASCII);
        OutputStream file = files.get(name);
        if (file == null) {
            Files.createDirectories(folder);
            file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER);
            files.put(name, file);
        }
        for (byte[] part : parts) {
            file.write(part);
        }
        file.write('\n');
    }

    /** The files in the order of keys, none of them much larger than this if it holds more than one key. */
    List<Path> divided(long most) throws IOException {
        close();
        List<Path> all = new ArrayList<>();
        for (String name : files.keySet()) {
            Path file = folder.resolve(name);
            if (Files.size(file) <= most || round == MOST_ROUNDS) {
                all.add(file);
            } else {
                all.addAll(smaller(file).divided(most));
            }
        }
        return all;
    }

    private Spill smaller(Path file) throws IOException {
        try (Spill smaller = new Spill(folder, round + 1)) {
            forEachLine(file, line -> smaller.add(line.bytes()));
            Files.delete(file);
            return smaller;
        }
    }

    /** Reads one of the files. */
    static void forEachLine(Path file, InputLines.Taker taker) throws IOException {
        Input input = Input.file(file, file.toString());
        try (InputLines lines = new InputLines(List.of(input), Integer.MAX_VALUE, read -> {})) {
            lines.forEach(taker);
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
    }
}
