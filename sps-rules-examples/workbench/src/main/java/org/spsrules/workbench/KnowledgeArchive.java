package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipError;

/** Knowledge bases that are no folders: in a jar, or in the past of a folder. */
final class KnowledgeArchive {

    /** What stands before the name of a revision that could be taken for that of a folder. */
    static final String GIT = "git:";

    private KnowledgeArchive() {}

    /**
     * The knowledge base that an argument names: a folder, a jar, or a revision.
     *
     * @param own the folder whose past is meant by a revision; empty if there is none
     * @throws UnreadableException if there is none
     * @throws IOException if it cannot be read
     */
    static KnowledgePlace named(String argument, Optional<Path> own) throws UnreadableException, IOException {
        if (argument.startsWith(GIT)) {
            return revision(argument, argument.substring(GIT.length()), own);
        }
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableException("there is no such folder, jar or revision");
        }
        if (!argument.isEmpty() && Files.isRegularFile(path)) {
            return jar(argument, path);
        } else if (Files.exists(path)) {
            return KnowledgePlace.named(argument);
        } else if (own.isPresent() && new GitRevision(own.get(), argument).exists()) {
            return revision(argument, argument, own);
        }
        throw new UnreadableException("there is no such folder or jar, and git knows no such revision");
    }

    private static KnowledgePlace jar(String argument, Path jar) throws UnreadableException, IOException {
        FileSystem archive;
        try {
            archive = FileSystems.newFileSystem(jar, Map.of());
        } catch (ProviderNotFoundException | IOException | ZipError e) {
            throw new UnreadableException("this is no jar; name a folder, a jar or a revision (git:HEAD)");
        }
        Path folder = archive.getPath(KnowledgePlace.IN_A_JAR);
        if (!KnowledgePlace.isOne(folder)) {
            archive.close();
            throw new UnreadableException("this jar holds no files of a knowledge base, as sps.jar and the one of"
                    + " sps-rules-kb-files do");
        }
        return new KnowledgePlace(argument, folder, Optional.of(archive));
    }

    private static KnowledgePlace revision(String argument, String revision, Optional<Path> own)
            throws UnreadableException, IOException {
        Path folder = own.orElseThrow(() -> new UnreadableException(
                "this is a revision, and there is no folder whose revision it could be; name the folder too"));
        Path zip = Files.createTempFile("sps-revision", ".zip");
        try {
            Files.delete(zip);
            new GitRevision(folder, revision).writeTo(zip);
            FileSystem archive = FileSystems.newFileSystem(zip, Map.of());
            return new KnowledgePlace(argument, archive.getPath("/"), Optional.of(() -> {
                archive.close();
                Files.deleteIfExists(zip);
            }));
        } catch (UnreadableException | IOException e) {
            Files.deleteIfExists(zip);
            throw e;
        }
    }
}
