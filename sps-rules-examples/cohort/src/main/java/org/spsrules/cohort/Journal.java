package org.spsrules.cohort;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a run has safely written: a line that says what the run is, and a line for each checkpoint. A line counts once it
 * ends. Whoever has the journal open keeps others away from the folder. Not thread-safe.
 */
final class Journal implements Closeable {

    static final String NAME = "journal.ndjson";
    private static final String FORMAT = "sps-cohort-journal/1";

    private final FileChannel file;
    private final Optional<Checkpoint> last;

    private Journal(FileChannel file, Optional<Checkpoint> last) {
        this.file = file;
        this.last = last;
    }

    /**
     * What the results of a run depend on beside the input.
     *
     * @param format the name of this format
     * @param program version of the program
     * @param knowledge version of the knowledge base
     * @param contentHash SHA-256 of the knowledge base
     * @param keepUnknown whether unknown terms are kept
     * @param bulk the day as of which an export is evaluated; null if the input is cases
     */
    record Setting(
            String format,
            String program,
            String knowledge,
            String contentHash,
            boolean keepUnknown,
            @Nullable LocalDate bulk) {

        static Setting of(
                String program, String knowledge, String contentHash, boolean keepUnknown, Optional<LocalDate> bulk) {
            return new Setting(FORMAT, program, knowledge, contentHash, keepUnknown, bulk.orElse(null));
        }

        /** Refuses to go on with a run of another setting. */
        private void checkAgainst(Setting now) {
            if (!now.format.equals(format)) {
                throw mixed("another version of the journal");
            }
            if (!now.contentHash.equals(contentHash) || !now.knowledge.equals(knowledge)) {
                throw mixed("another knowledge base (" + knowledge + ", content " + contentHash + ")");
            }
            if (keepUnknown != now.keepUnknown) {
                throw mixed(keepUnknown ? "--keep-unknown, which is not given now" : "no --keep-unknown");
            }
            if (!Objects.equals(bulk, now.bulk)) {
                throw mixed(bulk == null ? "cases, and no --bulk" : "--bulk " + bulk);
            }
            if (!equals(now)) {
                throw mixed("another version of sps (" + program + ")");
            }
        }

        private static CohortException mixed(String difference) {
            return new CohortException("This run began with " + difference
                    + "; its results would be mixed. Name another folder for the results.");
        }
    }

    /**
     * How far a run has come.
     *
     * @param lines how many lines of the input have been read
     * @param digest SHA-256 of them
     * @param results length of the file of results
     * @param setAside length of the file of lines that were set aside
     */
    record Checkpoint(long lines, String digest, long results, long setAside) {

        InputLines.Place place() {
            return new InputLines.Place(lines, digest);
        }
    }

    /**
     * Opens the journal of a folder, or begins one.
     *
     * @throws CohortException if another run has it open, or it is of a run with another setting
     */
    static Journal open(Path folder, Setting setting) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, folder);
            return read(file, setting);
        } catch (IOException | CohortException e) {
            file.close();
            throw e;
        }
    }

    private static void lock(FileChannel file, Path folder) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is said below.
        }
        throw new CohortException(
                "Another sps writes to " + folder + " just now; wait for it, or name another folder.");
    }

    /** Takes over what has been written whole; of the rest, a run that was killed had said nothing. */
    private static Journal read(FileChannel file, Setting setting) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (content.hasRemaining() && file.read(content) >= 0) {
            continue;
        }
        String text = new String(content.array(), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        Optional<Checkpoint> last = Optional.empty();
        if (end > 0) {
            String[] lines = text.substring(0, end).split("\n");
            read(lines[0], Setting.class).checkAgainst(setting);
            if (lines.length > 1) {
                last = Optional.of(read(lines[lines.length - 1], Checkpoint.class));
            }
        }
        if (end == 0 && !new String(Json.line(setting), StandardCharsets.UTF_8).startsWith(text)) {
            throw damaged();
        }
        file.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        Journal journal = new Journal(file, last);
        if (end == 0) {
            journal.write(setting);
        }
        return journal;
    }

    private static <T extends Record> T read(String line, Class<T> type) {
        try {
            T read = Json.read(line, type);
            if (read == null) {
                throw damaged();
            }
            return read;
        } catch (JacksonException e) {
            throw damaged();
        }
    }

    private static CohortException damaged() {
        return new CohortException("The file " + NAME + " among the results is damaged; name another folder.");
    }

    /** How far an earlier run has come; empty if there was none, or it had not come to its first checkpoint. */
    Optional<Checkpoint> last() {
        return last;
    }

    /** Notes how far this run has come. */
    void note(Checkpoint checkpoint) throws IOException {
        write(checkpoint);
    }

    private void write(Record line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Json.line(line));
        file.position(file.size());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
