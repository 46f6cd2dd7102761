package org.spsrules.cdshooks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.spsrules.PatientCase;
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

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NANOSECONDS = 1_000_000;

    private final PrintStream lines;
    private final SecretKeySpec key;
    private final Clock clock;

    DecisionRecord(PrintStream lines, byte[] key, Clock clock) {
        this.lines = lines;
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** A record that is kept nowhere. */
    static DecisionRecord none() {
        return new DecisionRecord(new PrintStream(PrintStream.nullOutputStream()), randomKey(), Clock.systemUTC());
    }

    /** A record at the end of a file. */
    static DecisionRecord in(Path file, byte[] key, Clock clock) {
        try {
            return new DecisionRecord(
                    new PrintStream(
                            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                            true,
                            StandardCharsets.UTF_8),
                    key,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that nobody knows, so that digests can be compared with each other and with nothing else. */
    static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

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
                    level.name().toLowerCase(java.util.Locale.ROOT),
                    report.everyAlert().filter(alert -> alert.level() == level).count());
        }
        items.put("recommendations", report.recommendations().size());
        items.put("withheld", report.withheld().size());
        items.put("questions", report.questions().size());
        line.put("unused", unused);
        line.put("milliseconds", nanoseconds / NANOSECONDS);
        line.put("digest", "hmac-sha256:" + digest(mapped.patientCase()));
        String text = Json.text(line);
        synchronized (lines) {
            lines.println(text);
        }
    }

    /** The names of the facts, without what they say. */
    private static TreeSet<String> names(List<FactSource> sources) {
        TreeSet<String> names = new TreeSet<>();
        sources.forEach(source -> names.add(source.fact().split(":", 2)[0]));
        return names;
    }

    /** The digest of a case under the key; equal cases have equal ones. */
    String digest(PatientCase patientCase) {
        return digestOf(new PatientCaseWriter().json(patientCase));
    }

    /** The digest of a text under the key. */
    String digestOf(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
