package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A case in a file. */
record CaseFile(Path path) implements CaseInput {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String text() throws UnreadableException {
        try (InputStream stream = Files.newInputStream(path)) {
            return CaseText.read(stream);
        } catch (IOException e) {
            throw new UnreadableException(why(e));
        }
    }

    /** Why a file or folder cannot be read. */
    static String why(IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (reason instanceof AccessDeniedException) {
            return "permission to read it is denied";
        } else if (reason instanceof FileSystemLoopException) {
            return "this link leads back to a folder that holds it";
        }
        return "it cannot be read";
    }
}
