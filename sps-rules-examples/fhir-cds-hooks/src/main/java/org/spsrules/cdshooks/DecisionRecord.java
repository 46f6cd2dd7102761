package org.spsrules.cdshooks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spsrules.Report;
import org.spsrules.fhir.record.FactSource;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.io.PatientCaseWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of JSON for each evaluation: when, by which knowledge, which facts were there by name and never by value, how many
 * items of each kind came of it, and a digest of the case under a key. Pseudonymous, because whoever has the key and a case
 * can tell whether it is the one. Safe for use by several threads.
 */
final class DecisionRecord {

    private static final int NANOSECONDS = 1_000_000;

    private final PrintStream lines;
    private final KeyedDigest digests;
    private final Clock clock;

    DecisionRecord(PrintStream lines, KeyedDigest digests, Clock clock) {
        this.lines = lines;
        this.digests = digests;
        this.clock = clock;
    }

    /** A record at the end of a file. */
    static DecisionRecord in(Path file, KeyedDigest digests, Clock clock) throws IOException {
        OutputStream end = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new DecisionRecord(new PrintStream(end, true, StandardCharsets.UTF_8), digests, clock);
    }

    /** Writes the line of an evaluation. */
    void write(String occasion, MappedCase mapped, Report report, int unused, long nanoseconds) {
        ObjectNode line = Json.object();
        line.put("time", clock.instant().toString());
        line.put("occasion", occasion);
        line.put("library", "sps-rules");
        line.putObject("knowledge")
                .put("version", report.knowledge().version())
                .put("sha256", report.knowledge().contentHash());
        var facts = line.putArray("facts");
        names(mapped.sources()).forEach(facts::add);
        ObjectNode items = line.putObject("items");
        for (Report.Alert.Level level : Report.Alert.Level.values()) {
            items.put(
                    level.name().toLowerCase(Locale.ROOT),
                    report.everyAlert().filter(alert -> alert.level() == level).count());
        }
        items.put("recommendations", report.recommendations().size());
        items.put("withheld", report.withheld().size());
        items.put("questions", report.questions().size());
        line.put("unused", unused);
        line.put("milliseconds", nanoseconds / NANOSECONDS);
        line.put("digest", "hmac-sha256:" + digests.of(new PatientCaseWriter().json(mapped.patientCase())));
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
