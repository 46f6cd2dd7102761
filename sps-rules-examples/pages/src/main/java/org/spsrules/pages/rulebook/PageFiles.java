package org.spsrules.pages.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pages on disk. */
public final class PageFiles {

    private PageFiles() {}

    /**
     * A file in a folder that is not among these, by its path in it; the first of several in alphabetical order.
     *
     * @throws IOException if the folder cannot be looked at
     */
    public static Optional<String> other(Path folder, Map<String, String> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !files.containsKey(file))
                    .min(String::compareTo);
        }
    }

    /**
     * Writes files into a folder.
     *
     * @param files texts by their paths in the folder
     * @throws IOException if one cannot be written
     */
    public static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(Path.of(".")));
            Files.writeString(target, file.getValue());
        }
    }
}
