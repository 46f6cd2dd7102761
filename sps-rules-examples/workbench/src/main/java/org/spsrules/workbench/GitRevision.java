package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A folder as it was in a revision of the git repository in which it lies. Git itself is asked, in a process. */
final class GitRevision {

    private static final int PATIENCE_IN_SECONDS = 60;

    private final Path folder;
    private final String revision;

    /**
     * A folder in a revision.
     *
     * @param folder the folder as it is now
     * @param revision what git calls the revision: a branch, a tag, {@code HEAD~1}, a hash
     */
    GitRevision(Path folder, String revision) {
        this.folder = folder;
        this.revision = revision;
    }

    /** Whether git knows such a revision of the folder. */
    boolean exists() {
        try {
            return tree().isPresent();
        } catch (UnreadableException e) {
            return false;
        }
    }

    /**
     * Writes the folder as it was into an archive.
     *
     * @throws UnreadableException if there is no git, no repository or no such revision
     */
    void writeTo(Path zip) throws UnreadableException {
        Answer top = ask(folder, "rev-parse", "--show-toplevel");
        if (top.status != 0) {
            throw new UnreadableException(
                    "this folder lies in no git repository, so there is no revision of it: " + folder);
        }
        String tree = tree().orElseThrow(() -> new UnreadableException(
                "git knows no revision " + revision + " in which there is this folder: " + folder));
        Answer archived = ask(Path.of(top.text), "archive", "--format=zip", "--output=" + zip.toAbsolutePath(), tree);
        if (archived.status != 0) {
            throw new UnreadableException("git cannot give out " + revision + ": " + archived.text);
        }
    }

    private Optional<String> tree() throws UnreadableException {
        if (revision.isEmpty() || revision.startsWith("-")) {
            return Optional.empty();
        }
        Answer found = ask(folder, "rev-parse", "--verify", "--quiet", revision + ":./");
        return found.status == 0 ? Optional.of(found.text) : Optional.empty();
    }

    private record Answer(int status, String text) {}

    private static Answer ask(Path where, String... words) throws UnreadableException {
        List<String> command =
                new ArrayList<>(List.of("git", "-C", where.toAbsolutePath().toString()));
        command.addAll(List.of(words));
        try {
            Path errors = Files.createTempFile("sps-git", ".txt");
            try {
                Process git = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                git.getOutputStream().close();
                String text;
                try (InputStream out = git.getInputStream()) {
                    text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                }
                if (!git.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                    git.destroyForcibly();
                    throw new UnreadableException("git does not answer");
                }
                String complaint = Files.readString(errors).strip();
                return new Answer(git.exitValue(), text.isEmpty() ? complaint : text);
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UnreadableException("to look at a revision, git is needed, and it cannot be started here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("git was interrupted");
        }
    }
}
