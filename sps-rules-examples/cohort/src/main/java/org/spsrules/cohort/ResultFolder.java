package org.spsrules.cohort;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.cohort.Journal.Checkpoint;

/**
 * The folder that a run writes to. What follows the last checkpoint was written by a run that was killed, and is cut off.
 * Not thread-safe.
 */
final class ResultFolder implements Closeable {

    static final String RESULTS = "results.ndjson";
    static final String SET_ASIDE = "set-aside.ndjson";
    static final String PASSED_OVER = "passed-over.ndjson";

    private static final String TEMPORARY = "temporary";

    private final Path folder;
    private final Journal journal;
    private final GrowingFile results;
    private final GrowingFile setAside;

    private ResultFolder(Path folder, Journal journal, GrowingFile results, GrowingFile setAside) {
        this.folder = folder;
        this.journal = journal;
        this.results = results;
        this.setAside = setAside;
    }

    /**
     * Opens a folder for a run that begins or goes on.
     *
     * @throws CohortException if it holds something else, or what it holds cannot be gone on with
     */
    static ResultFolder open(Path folder, Journal.Setting setting) throws IOException {
        if (Files.exists(folder.resolve(Journal.NAME))) {
            return opened(folder, setting);
        }
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new CohortException(folder + " is not an empty folder, and holds no results that could be gone on"
                    + " with; name another one.");
        }
        Files.createDirectories(folder);
        return opened(folder, setting);
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static ResultFolder opened(Path folder, Journal.Setting setting) throws IOException {
        Journal journal = Journal.open(folder, setting);
        try {
            Optional<Checkpoint> last = journal.last();
            return new ResultFolder(
                    folder,
                    journal,
                    new GrowingFile(
                            folder.resolve(RESULTS),
                            last.map(Checkpoint::results).orElse(0L)),
                    new GrowingFile(
                            folder.resolve(SET_ASIDE),
                            last.map(Checkpoint::setAside).orElse(0L)));
        } catch (IOException | CohortException e) {
            journal.close();
            throw e;
        }
    }

    /** How far the input has been evaluated by an earlier run. */
    Optional<InputLines.Place> reached() {
        return journal.last().map(Checkpoint::place);
    }

    /** Adds what came of a line. */
    void add(Answer answer) throws IOException {
        (answer.evaluated() ? results : setAside).write(answer.json());
    }

    /** Makes safe what has been added, and then says so in the journal. */
    void commit(InputLines.Place place) throws IOException {
        results.force();
        setAside.force();
        journal.note(new Checkpoint(place.lines(), place.digest(), results.length, setAside.length));
    }

    /** Where a run can keep what nobody needs when it has ended. */
    Path temporary() {
        return folder.resolve(TEMPORARY);
    }

    /** Takes away what this run or one that was killed has kept there. */
    void clearTemporary() throws IOException {
        if (!Files.exists(temporary())) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(temporary())) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    /** Writes what the run has passed over. */
    void passedOver(List<? extends Record> lines) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(PASSED_OVER))) {
            for (Record line : lines) {
                file.write(Json.line(line));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (journal;
                results) {
            setAside.close();
        }
    }

    /** A file that only grows. */
    private static final class GrowingFile implements Closeable {

        private static final int BUFFER = 1 << 16;

        private final FileChannel file;
        private final OutputStream stream;
        private long length;

        private GrowingFile(Path path, long length) throws IOException {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.length = length;
            if (file.size() < length) {
                file.close();
                throw new CohortException(
                        path + " is shorter than it was when it was written; name another folder for the results.");
            }
            file.truncate(length).position(length);
            this.stream = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        }

        private void write(byte[] line) throws IOException {
            stream.write(line);
            length += line.length;
        }

        private void force() throws IOException {
            stream.flush();
            file.force(true);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
