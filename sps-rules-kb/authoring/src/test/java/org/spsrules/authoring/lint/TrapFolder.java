package org.spsrules.authoring.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A small knowledge base in order, over which the files of a trap are laid. */
public final class TrapFolder {

    private static final Path LINT = Path.of("src/test/resources/lint");
    private static final Path SOUND = LINT.resolve("sound");
    private static final Path TRAPS = LINT.resolve("traps");

    /** What lint says about a trap, line by line. */
    static final String EXPECTED = "expected.txt";

    /** Names what a trap lacks. */
    private static final String DELETED = "DELETED";

    private final Path folder;

    /** The knowledge base in order, in an empty folder. */
    public TrapFolder(Path folder) throws IOException {
        this.folder = folder;
        copy(SOUND);
    }

    /** The names of all traps, each that of a code. */
    static List<String> traps() throws IOException {
        try (Stream<Path> folders = Files.list(TRAPS)) {
            return folders.map(trap -> trap.getFileName().toString()).sorted().toList();
        }
    }

    static String expected(String trap) throws IOException {
        return Files.readString(TRAPS.resolve(trap).resolve(EXPECTED));
    }

    void lay(String trap) throws IOException {
        copy(TRAPS.resolve(trap));
        Path deleted = folder.resolve(DELETED);
        if (Files.exists(deleted)) {
            for (String name : Files.readAllLines(deleted)) {
                delete(folder.resolve(name));
            }
            Files.delete(deleted);
        }
        Files.deleteIfExists(folder.resolve(EXPECTED));
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(from.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Writes a file. */
    public void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** Replaces a mistake, be it in a file or the name of one; false if it is nowhere. */
    boolean repair(String bad, String good) throws IOException {
        Path named = folder.resolve(bad.contains("\n") ? "none" : bad);
        if (bad.endsWith(".drl") || bad.endsWith(".DRL")) {
            Files.createDirectories(folder.resolve(good).getParent());
            Files.move(named, folder.resolve(good));
            return true;
        }
        boolean found = false;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                if (text.contains(bad) && !found) {
                    Files.writeString(file, text.replace(bad, good));
                    found = true;
                }
            }
        }
        return found;
    }

    Path folder() {
        return folder;
    }
}
