package org.spsrules.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spsrules.authoring.folder.Leftovers;

/** The rule files that an argument of a command stands for. */
final class RuleFiles {

    private static final String ENDING = ".drl";
    private static final String RULES = "rules";

    private RuleFiles() {}

    /**
     * The file that an argument names, or every rule file in the folder that it names, by the names that messages call
     * them.
     *
     * @throws UnreadableException if there is none
     * @throws IOException if the folder cannot be read
     */
    static Map<String, Path> named(String argument) throws UnreadableException, IOException {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableException("there is no such file or folder");
        }
        if (Files.isDirectory(path)) {
            return in(argument, path);
        } else if (!Files.exists(path)) {
            throw new UnreadableException("there is no such file or folder");
        } else if (!argument.endsWith(ENDING)) {
            throw new UnreadableException("this is no rule file; the name of one ends in " + ENDING);
        }
        return Map.of(argument, path);
    }

    /**
     * Every rule file in a folder; in that of a knowledge base, those among its rules.
     *
     * @throws UnreadableException if there is none
     * @throws IOException if the folder cannot be read
     */
    static SortedMap<String, Path> in(String name, Path folder) throws UnreadableException, IOException {
        Path within = Files.isDirectory(folder.resolve(RULES)) ? folder.resolve(RULES) : folder;
        List<Path> files;
        try (Stream<Path> walk = Files.walk(within)) {
            files = walk.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !Leftovers.include(within.relativize(file)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.isEmpty()) {
            throw new UnreadableException("there is no rule file in this folder, that is, none that ends in " + ENDING);
        }
        SortedMap<String, Path> named = new TreeMap<>();
        files.forEach(file ->
                named.put(name + "/" + folder.relativize(file).toString().replace('\\', '/'), file));
        return named;
    }
}
