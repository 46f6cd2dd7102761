package org.spsrules.workbench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.spsrules.KnowledgeException;
import org.spsrules.authoring.folder.KnowledgeFolder;

/**
 * The folder of a knowledge base that a command works on.
 *
 * @param name how messages call it
 * @param folder the folder
 * @param archive the archive in which it lies, if it does; closed with the place
 */
record KnowledgePlace(String name, Path folder, Optional<Closeable> archive) implements Closeable {

    private static final String IN_SPS = "the knowledge base in sps";
    private static final String MAIN = KnowledgeFolder.MAIN;
    private static final String RULES = "rules";
    private static final String IN_THE_PROJECT = "sps-rules-kb";
    static final String IN_A_JAR = "/META-INF/sps-rules/source";

    /**
     * The folder that an argument names.
     *
     * @throws UnreadableException if there is no knowledge base
     */
    static KnowledgePlace named(String argument) throws UnreadableException {
        Path folder;
        try {
            folder = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableException("there is no such folder");
        }
        if (!Files.exists(folder)) {
            throw new UnreadableException("there is no such folder");
        } else if (!Files.isDirectory(folder)) {
            throw new UnreadableException("this is a file; name the folder of a knowledge base");
        } else if (!Files.exists(folder.resolve(MAIN)) && !Files.exists(folder.resolve(RULES))) {
            throw new UnreadableException(
                    "this folder holds no knowledge base, that is, no " + MAIN + " and no folder " + RULES);
        }
        return new KnowledgePlace(argument, folder, Optional.empty());
    }

    /** The knowledge base in whose folder the author is; or the one beside the launcher; or else the one in the jar. */
    static KnowledgePlace ownOne() throws IOException {
        if (isOne(Path.of(""))) {
            return new KnowledgePlace(".", Path.of("."), Optional.empty());
        }
        Optional<Path> project = Program.above(above ->
                Optional.of(above.resolve(IN_THE_PROJECT)).filter(folder -> Files.exists(folder.resolve(MAIN))));
        return project.isPresent()
                ? new KnowledgePlace(shortest(project.get()), project.get(), Optional.empty())
                : inTheJar();
    }

    /** Whether a folder is that of a knowledge base. */
    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(MAIN)) && Files.isDirectory(folder.resolve(RULES));
    }

    /** The path of a file in it, as its reader finds it. */
    String shown(String path) {
        return name.equals(IN_SPS) ? path : name + "/" + path;
    }

    private static String shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder).toString() : folder.toString();
    }

    private static KnowledgePlace inTheJar() throws IOException {
        URL main = Sps.class.getResource(IN_A_JAR + "/" + MAIN);
        if (main == null) {
            throw new KnowledgeException("the knowledge base in sps is missing");
        }
        FileSystem archive = FileSystems.newFileSystem(URI.create(main.toString()), Map.of());
        return new KnowledgePlace(IN_SPS, archive.getPath(IN_A_JAR), Optional.of(archive));
    }

    @Override
    public void close() throws IOException {
        if (archive.isPresent()) {
            archive.get().close();
        }
    }
}
