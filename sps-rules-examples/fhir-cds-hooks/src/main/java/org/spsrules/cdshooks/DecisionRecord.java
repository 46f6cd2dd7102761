package org.spsrules.cdshooks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Report;
import org.spsrules.fhir.record.FactSource;
import org.spsrules.fhir.record.MappedCase;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of JSON for each evaluation: when, by which knowledge, which facts were there by name and never by value, how many
 * items of each kind came of it, and digests of the case and of the answer under a key. Pseudonymous, because whoever has the key and a case
 * can tell whether it is the one. Safe for use by several threads.
 */
final class DecisionRecord {

    private static final int NANOSECONDS = 1_000_000;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final PrintStream lines;
    private final KeyedDigest digests;
    private final boolean withRules;
    private final Clock clock;

    /**
     * A record.
     *
     * @param withRules whether ids of rules are written, which reveal diagnoses
     */
    DecisionRecord(PrintStream lines, KeyedDigest digests, boolean withRules, Clock clock) {
        this.lines = lines;
        this.digests = digests;
        this.withRules = withRules;
        this.clock = clock;
    }

    /** A record at the end of a file; a new one is its owner's alone where the file system can see to it. */
    static DecisionRecord in(Path file, KeyedDigest digests, boolean withRules, Clock clock) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owned =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)} : new FileAttribute<?>[0];
        OutputStream end = Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), owned));
        return new DecisionRecord(new PrintStream(end, true, StandardCharsets.UTF_8), digests, withRules, clock);
    }

    /** Writes the line of an evaluation. */
    void write(String occasion, MappedCase mapped, Report report, int unused, long nanoseconds) {
        ObjectNode line = Json.object();
        line.put("time", clock.instant().toString());
        line.put("asOf", mapped.patientCase().asOf().toString());
        line.put("occasion", occasion);
        var facts = line.putArray("facts");
        names(mapped.sources()).forEach(facts::add);
        line.put("unused", unused);
        line.put("milliseconds", nanoseconds / NANOSECONDS);
        Decision.of(mapped.patientCase(), report, digests, withRules).writeTo(line);
        String text = Json.text(line);
        synchronized (lines) {
            lines.println(text);
        }
    }

    /** The names of the facts, without what they say. */
    private static Stream<String> names(List<FactSource> sources) {
        return sources.stream()
                .map(source -> source.fact().split(":", 2)[0])
                .distinct()
                .sorted();
    }
}
