package org.spsrules.authoring.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.io.Documents;

/**
 * Reads the files of a knowledge base or of an overlay. What does not belong there, and what is larger than anything that
 * a person writes, goes into the diagnostics instead of into memory.
 */
public final class FolderFiles {

    static final String DATA_ENDING = ".yaml";

    private static final List<String> PARTS = List.of("rules", "vocabulary", "sources");
    private static final Set<String> MAINS = Set.of(KnowledgeFolder.MAIN, Overlay.MAIN);
    private static final int MOST_PATHS = 5_000;
    private static final int MOST_BYTES_OF_A_RULE = 64 * 1024;
    private static final int MOST_BYTES_OF_DATA = 1024 * 1024;
    private static final long MOST_BYTES = 128L * 1024 * 1024;

    private final Path root;
    private final Diagnostics diagnostics;
    private final SortedMap<String, String> files = new TreeMap<>();
    private long bytes;

    private FolderFiles(Path root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /**
     * The texts of all files by path, with slashes.
     *
     * @param main the file that stands in the folder itself
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static SortedMap<String, String> read(Path root, String main, Diagnostics diagnostics) throws IOException {
        FolderFiles folder = new FolderFiles(root, diagnostics);
        try {
            folder.read(main);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return folder.files;
    }

    /**
     * The texts of the data files in a folder that belongs to a knowledge base and is no part of what it knows.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static SortedMap<String, String> beside(Path root, String part, Diagnostics diagnostics) throws IOException {
        FolderFiles folder = new FolderFiles(root, diagnostics);
        List<Path> found = new ArrayList<>();
        if (folder.part(part, found)) {
            for (Path path : found) {
                folder.read(path);
            }
        }
        return folder.files;
    }

    private void read(String main) throws IOException {
        List<Path> found = new ArrayList<>();
        Path mainFile = root.resolve(main);
        if (Files.exists(mainFile, LinkOption.NOFOLLOW_LINKS)) {
            if (isPlainFile(mainFile)) {
                found.add(mainFile);
            } else {
                fail(mainFile, LintCode.UNEXPECTED_FILE, noPlainFile(mainFile));
            }
        }
        strays(main);
        for (String part : PARTS) {
            if (!part(part, found)) {
                return;
            }
        }
        for (Path path : found) {
            read(path);
        }
    }

    /** Adds the files of a part, if it is there; false if there are too many. */
    private boolean part(String part, List<Path> found) throws IOException {
        Path folder = root.resolve(part);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.limit(MOST_PATHS + 1L).toList();
        }
        if (paths.size() > MOST_PATHS) {
            fail(folder, LintCode.TOO_LARGE, "there are more than " + MOST_PATHS + " files and folders");
            return false;
        }
        paths.stream()
                .filter(path -> !Leftovers.include(folder.relativize(path)))
                .filter(path -> belongs(part, path))
                .forEach(found::add);
        return true;
    }

    /** What lies in the folder itself as if it were part of it, and would be lost in silence. */
    private void strays(String main) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
            for (Path child : children) {
                String name = child.getFileName().toString().replaceAll("/$", "");
                if (Leftovers.include(child.getFileName())) {
                    continue;
                }
                if (name.endsWith(RuleFile.ENDING) || name.endsWith(ScenarioFile.ENDING)) {
                    fail(child, LintCode.UNEXPECTED_FILE, "rules and scenarios stand in rules/folder/");
                } else if (!name.equals(main) && MAINS.contains(name)) {
                    fail(child, LintCode.UNEXPECTED_FILE, "here stands " + main + "; nothing would read this file");
                } else if (!PARTS.contains(name) && PARTS.contains(name.toLowerCase(Locale.ROOT))) {
                    fail(child, LintCode.UNEXPECTED_FILE, "write the name of this folder in small letters");
                }
            }
        }
    }

    private void read(Path path) throws IOException {
        byte[] content = content(path);
        bytes += content.length;
        if (bytes > MOST_BYTES) {
            fail(path, LintCode.TOO_LARGE, "from here on the folder has more than " + MOST_BYTES / 1024 / 1024 + " MB");
        } else {
            text(path, content, name(path), diagnostics)
                    .ifPresent(text -> files.put(name(path), text.replace("\r\n", "\n")));
        }
    }

    /** What a file holds; of one that is too large, as much as shows it. */
    static byte[] content(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(mostBytes(file) + 1);
        }
    }

    private static int mostBytes(Path file) {
        return file.toString().endsWith(RuleFile.ENDING) ? MOST_BYTES_OF_A_RULE : MOST_BYTES_OF_DATA;
    }

    /** The content of a file as text, if it is one; why it is none is in the diagnostics. */
    static Optional<String> text(Path file, byte[] content, String name, Diagnostics diagnostics) {
        int most = mostBytes(file);
        if (content.length > most) {
            diagnostics.add(name, LintCode.TOO_LARGE, "the file has more than " + most / 1024 + " KB; split it");
            return Optional.empty();
        }
        try {
            return Optional.of(Documents.text(content));
        } catch (Documents.UnreadableException e) {
            diagnostics.add(
                    name,
                    e.problem().position().orElseThrow(),
                    LintCode.ENCODING,
                    e.problem().message());
            return Optional.empty();
        }
    }

    /** Whether a path is a file to read; anything that is neither that nor a plain folder would be lost in silence. */
    private boolean belongs(String part, Path path) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String name = path.getFileName().toString();
        boolean known = part.equals("rules")
                ? name.endsWith(RuleFile.ENDING) || name.endsWith(ScenarioFile.ENDING)
                : name.endsWith(DATA_ENDING);
        if (known && isPlainFile(path)) {
            return true;
        }
        fail(path, LintCode.UNEXPECTED_FILE, isPlainFile(path) ? misplaced(part, name) : noPlainFile(path));
        return false;
    }

    private static String misplaced(String part, String name) {
        if (name.endsWith(".orig") || name.endsWith(".rej")) {
            return "a merge left this; see that nothing is missing in the file beside it, then delete this one";
        }
        return part.equals("rules")
                ? "here stand rules (.drl) and their scenarios (.scenarios.yaml) and nothing else"
                : "here stand data files (.yaml) and nothing else";
    }

    /** A link may lead anywhere, and a pipe never ends. */
    private static boolean isPlainFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String noPlainFile(Path path) {
        if (Files.isSymbolicLink(path)) {
            return "this is a link; put the file itself here";
        }
        return Files.isDirectory(path)
                ? "this is a folder; put a file of this name here"
                : "this is a pipe or a device, not a file; take it away";
    }

    private void fail(Path path, LintCode code, String message) {
        diagnostics.add(name(path), code, message);
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
