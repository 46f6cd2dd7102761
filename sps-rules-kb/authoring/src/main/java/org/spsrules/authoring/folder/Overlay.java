package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.knowledge.Note;

/**
 * What a hospital changes about a knowledge base: a folder with {@code overlay.yaml}, and the rules, scenarios,
 * vocabulary and sources that it brings.
 *
 * @param place the folder, as its user named it
 * @param name of the overlay, in small letters, digits and hyphens
 * @param version of the overlay
 * @param base the version, or the beginning of the content hash, of the base that it was written for
 * @param disabled rules of the base that are left out
 * @param replaced rules of the base in whose place it brings others
 * @param rescripted rules of the base that stay, with other scenarios
 * @param files texts of its other files, by path
 * @param text of {@code overlay.yaml}
 */
public record Overlay(
        String place,
        String name,
        String version,
        Base base,
        List<Change> disabled,
        List<Change> replaced,
        List<Change> rescripted,
        SortedMap<String, String> files,
        String text) {

    public static final String MAIN = "overlay.yaml";

    /** What an overlay was written for, and where it says so. */
    public record Base(String text, Position position) {}

    /** A rule of the base that is not left as it is, and why. */
    public record Change(String rule, String reason, Position position) {}

    /** Where a file of this overlay lies. */
    public String placeOf(String path) {
        return place + "/" + path;
    }

    /** What a report says about it. */
    Note note() {
        List<String> parts = new ArrayList<>();
        said("replaces", replaced).ifPresent(parts::add);
        said("leaves out", disabled).ifPresent(parts::add);
        List<String> added = files.keySet().stream()
                .filter(path -> path.endsWith(RuleFile.ENDING))
                .map(path -> new RuleFile(path, "").id())
                .filter(id ->
                        replaced.stream().noneMatch(change -> change.rule().equals(id)))
                .toList();
        if (!added.isEmpty()) {
            parts.add("adds " + String.join(", ", added));
        }
        List<String> data = files.keySet().stream()
                .filter(path -> !path.endsWith(RuleFile.ENDING) && !path.endsWith(ScenarioFile.ENDING))
                .toList();
        if (!data.isEmpty()) {
            parts.add("adds entries of its own in " + String.join(", ", data));
        }
        String changes = parts.isEmpty() ? "." : ": it " + String.join("; it ", parts) + ".";
        return new Note("Adapted by the overlay " + name + ", version " + version + changes, List.of());
    }

    private static Optional<String> said(String verb, List<Change> changes) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.stream()
                        .map(change -> change.rule() + " (" + change.reason() + ")")
                        .collect(Collectors.joining(", ", verb + " ", "")));
    }
}
