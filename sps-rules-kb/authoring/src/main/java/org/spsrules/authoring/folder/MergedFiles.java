package org.spsrules.authoring.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.knowledge.Note;

/**
 * The files of a knowledge base in memory, overlays applied.
 *
 * @param rules texts of the rule files by path
 * @param scenarios texts of the scenario files by path
 * @param data texts of all other files by path
 * @param overlays what was laid over the base, in order
 * @param shown where a file that comes from an overlay lies, by the path that it has here
 */
public record MergedFiles(
        SortedMap<String, String> rules,
        SortedMap<String, String> scenarios,
        SortedMap<String, String> data,
        List<Overlay> overlays,
        Map<String, String> shown) {

    /** The files of a knowledge base over which nothing was laid. */
    public static MergedFiles of(SortedMap<String, String> files) {
        SortedMap<String, String> rules = new TreeMap<>();
        SortedMap<String, String> scenarios = new TreeMap<>();
        SortedMap<String, String> data = new TreeMap<>();
        files.forEach((path, text) -> {
            if (path.endsWith(RuleFile.ENDING)) {
                rules.put(path, text);
            } else if (path.endsWith(ScenarioFile.ENDING)) {
                scenarios.put(path, text);
            } else {
                data.put(path, text);
            }
        });
        return new MergedFiles(rules, scenarios, data, List.of(), Map.of());
    }

    /** Names the file as the reader of a message finds it. */
    public Diagnostic asShown(Diagnostic diagnostic) {
        return diagnostic.in(shown.getOrDefault(diagnostic.file(), diagnostic.file()));
    }

    /** What the version of the base is followed by, so that no report hides that an overlay spoke. */
    String versionSuffix() {
        return overlays.isEmpty()
                ? ""
                : overlays.stream()
                        .map(overlay -> overlay.name() + "." + overlay.version())
                        .collect(Collectors.joining(".", "+", ""));
    }

    /** What overlays add to the notes under every report. */
    List<Note> notes() {
        return overlays.stream().map(Overlay::note).toList();
    }

    /** SHA-256 over everything that changes what rules say; scenarios change nothing about it. */
    public String hash() {
        SortedMap<String, String> files = new TreeMap<>(rules);
        files.putAll(data);
        overlays.forEach(overlay -> files.put(overlay.name() + "/" + Overlay.MAIN, overlay.text()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
