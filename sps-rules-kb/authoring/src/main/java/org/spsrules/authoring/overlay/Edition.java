package org.spsrules.authoring.overlay;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.spsrules.KnowledgeException;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.FolderFiles;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.Overlay;

/**
 * Which rules to activate: a base, and the overlays that adapt it, in order. Names files and reads none. Immutable.
 */
public final class Edition {

    private static final String SOURCE = "META-INF/sps-rules/source";

    private final Optional<Path> folder;
    private final List<Path> overlays;

    private Edition(Optional<Path> folder, List<Path> overlays) {
        this.folder = folder;
        this.overlays = overlays;
    }

    /** The knowledge base in a folder. */
    public static Edition of(Path folder) {
        return new Edition(Optional.of(folder), List.of());
    }

    /** The knowledge base on the class path, from its files; {@code sps-rules-kb-files} has to be there too. */
    public static Edition builtIn() {
        return new Edition(Optional.empty(), List.of());
    }

    /** The same base, with further overlays laid over it; each may change what those before it brought. */
    public Edition adaptedBy(Path... furtherOverlays) {
        List<Path> all = new ArrayList<>(overlays);
        for (Path overlay : furtherOverlays) {
            all.add(Objects.requireNonNull(overlay, "overlay"));
        }
        return new Edition(folder, List.copyOf(all));
    }

    public MergedFiles read(Diagnostics diagnostics) throws IOException {
        MergedFiles base = MergedFiles.of(base(diagnostics));
        List<Overlay> read = new ArrayList<>();
        for (Path overlay : overlays) {
            OverlayFolder.read(overlay, diagnostics).ifPresent(read::add);
        }
        return read.isEmpty() ? base : OverlayMerge.of(base, read, diagnostics);
    }

    /**
     * What was read.
     *
     * @param files the files, overlays applied
     * @param content what they hold; its diagnostics call files as the base would
     */
    public record Opened(MergedFiles files, KnowledgeFolder.Content content) {}

    /**
     * Reads it.
     *
     * @throws IOException if a folder or a file in it cannot be read
     */
    public Opened open() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        MergedFiles files = read(diagnostics);
        return new Opened(files, KnowledgeFolder.read(files, diagnostics));
    }

    private SortedMap<String, String> base(Diagnostics diagnostics) throws IOException {
        return folder.isPresent()
                ? FolderFiles.read(folder.get(), KnowledgeFolder.MAIN, diagnostics)
                : onClassPath(SpsRules.class.getClassLoader(), diagnostics);
    }

    static SortedMap<String, String> onClassPath(ClassLoader loader, Diagnostics diagnostics) throws IOException {
        String resource = SOURCE + "/" + KnowledgeFolder.MAIN;
        URL main = loader.getResource(resource);
        if (main == null) {
            throw new KnowledgeException("no files of a knowledge base on the class path; add sps-rules-kb-files");
        }
        try {
            URI place = main.toURI();
            if (place.getScheme().equals("file")) {
                return FolderFiles.read(Path.of(place).resolveSibling(""), KnowledgeFolder.MAIN, diagnostics);
            }
            String text = place.toString();
            URI jar = URI.create(text.substring(0, text.length() - resource.length()));
            try (FileSystem files = fileSystem(jar)) {
                return FolderFiles.read(files.getPath("/" + SOURCE), KnowledgeFolder.MAIN, diagnostics);
            }
        } catch (URISyntaxException e) {
            throw new KnowledgeException("the knowledge base cannot be read from " + main, e);
        }
    }

    /** A file system of our own where the jar is a file: one that is shared with others must not be closed. */
    private static FileSystem fileSystem(URI jar) throws IOException {
        String text = jar.toString();
        if (text.startsWith("jar:file:") && text.endsWith("!/")) {
            Path file = Path.of(URI.create(text.substring("jar:".length(), text.length() - "!/".length())));
            if (Files.isRegularFile(file)) {
                return FileSystems.newFileSystem(file, Map.of());
            }
        }
        return FileSystems.newFileSystem(jar, Map.of());
    }

    @Override
    public String toString() {
        return folder.map(Path::toString).orElse("the built-in knowledge base")
                + (overlays.isEmpty() ? "" : " adapted by " + overlays);
    }
}
