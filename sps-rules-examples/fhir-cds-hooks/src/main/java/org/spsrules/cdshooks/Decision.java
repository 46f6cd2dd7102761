package org.spsrules.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.io.ReportWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an evaluation came to, as far as a decision record says it: nothing of the patient but digests under a key.
 *
 * @param program which program spoke
 * @param version the version of the knowledge base
 * @param sha256 the hash of its content
 * @param items how many items of each kind there were
 * @param rules ids of the rules that applied; empty if they are left out, because they reveal diagnoses
 * @param key by which key the digests were made
 * @param input the digest of the case
 * @param answer the digest of everything that was said, without the knowledge base that said it
 */
record Decision(
        String program,
        String version,
        String sha256,
        Map<String, Long> items,
        Optional<List<String>> rules,
        String key,
        String input,
        String answer) {

    private static final String PREFIX = "hmac-sha256:";
    private static final String NOT_PACKAGED = "not packaged";
    private static final Report.KnowledgeStamp NOBODY = new Report.KnowledgeStamp("", "", 0);

    /** What came of a case. */
    static Decision of(PatientCase stated, Report report, KeyedDigest digests, boolean withRules) {
        return new Decision(
                library(),
                report.knowledge().version(),
                report.knowledge().contentHash(),
                items(report),
                withRules ? Optional.of(report.appliedRules()) : Optional.empty(),
                digests.keyId(),
                inputOf(stated, digests),
                PREFIX + digests.of(new ReportWriter().json(unstamped(report))));
    }

    /** What this program is. */
    static String library() {
        return "sps-rules "
                + Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                        .orElse(NOT_PACKAGED);
    }

    /** The digest of a case. */
    static String inputOf(PatientCase stated, KeyedDigest digests) {
        return PREFIX + digests.of(new PatientCaseWriter().json(stated));
    }

    private static Map<String, Long> items(Report report) {
        Map<String, Long> items = new TreeMap<>();
        for (Report.Alert.Level level : Report.Alert.Level.values()) {
            items.put(
                    level.name().toLowerCase(Locale.ROOT),
                    report.everyAlert().filter(alert -> alert.level() == level).count());
        }
        items.put("recommendations", (long) report.recommendations().size());
        items.put("withheld", (long) report.withheld().size());
        items.put("questions", (long) report.questions().size());
        return items;
    }

    private static Report unstamped(Report report) {
        return new Report(
                report.asOf(),
                report.title(),
                report.citation(),
                report.standing(),
                report.alerts(),
                report.recommendations(),
                report.withheld(),
                report.questions(),
                report.unread(),
                report.appliedRules(),
                report.notes(),
                report.unlisted(),
                NOBODY);
    }

    /** Writes it into a line. */
    void writeTo(ObjectNode line) {
        line.put("library", program);
        line.putObject("knowledge").put("version", version).put("sha256", sha256);
        ObjectNode counts = line.putObject("items");
        items.forEach(counts::put);
        rules.ifPresent(ids -> {
            ArrayNode list = line.putArray("rules");
            ids.forEach(list::add);
        });
        line.put("key", key);
        line.put("digest", input);
        line.put("answer", answer);
    }

    /** What a line says; empty if it is none of a decision record. */
    static Optional<Decision> in(ObjectNode line) {
        Map<String, Long> items = new TreeMap<>();
        line.path("items")
                .propertyStream()
                .forEach(item -> items.put(item.getKey(), item.getValue().longValue(0)));
        Decision said = new Decision(
                Json.string(line, "library"),
                Json.string(line.path("knowledge"), "version"),
                Json.string(line.path("knowledge"), "sha256"),
                items,
                line.get("rules") instanceof ArrayNode ids
                        ? Optional.of(
                                ids.valueStream().map(JsonNode::stringValue).toList())
                        : Optional.empty(),
                Json.string(line, "key"),
                Json.string(line, "digest"),
                Json.string(line, "answer"));
        boolean whole = said.input.startsWith(PREFIX)
                && said.answer.startsWith(PREFIX)
                && !said.key.isEmpty()
                && !said.sha256.isEmpty();
        return whole ? Optional.of(said) : Optional.empty();
    }

    /** What differs in another decision about the same case, in words; nothing if both are the same. */
    List<String> differences(Decision now) {
        List<String> found = new ArrayList<>();
        if (!program.equals(now.program)) {
            found.add("the library was " + program + ", and is " + now.program);
        }
        if (!version.equals(now.version) || !sha256.equals(now.sha256)) {
            found.add("the knowledge base was " + version + " (sha256 " + sha256 + "), and is " + now.version
                    + " (sha256 " + now.sha256 + ")");
        }
        SortedSet<String> kinds = new TreeSet<>(items.keySet());
        kinds.addAll(now.items.keySet());
        int before = found.size();
        kinds.forEach(kind -> {
            long then = items.getOrDefault(kind, 0L);
            long today = now.items.getOrDefault(kind, 0L);
            if (then != today) {
                found.add(kind + ": " + then + " then, " + today + " now");
            }
        });
        rules.ifPresent(then -> now.rules.ifPresent(today -> {
            then.stream().filter(rule -> !today.contains(rule)).forEach(rule -> found.add("only then: " + rule));
            today.stream().filter(rule -> !then.contains(rule)).forEach(rule -> found.add("only now: " + rule));
        }));
        if (!answer.equals(now.answer)) {
            found.add(
                    found.size() == before
                            ? "the same number of items of each kind, in other words or for other reasons"
                            : "so the answer is another one");
        } else if (!found.isEmpty()) {
            found.add("all the same, the answer is the same word for word");
        }
        return found;
    }
}
