package org.spsrules.authoring.overlay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.Overlay;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.spelling.Suggestion;

/** Lays overlays over a base, one after the other. A change that does not say what it changes, and why, is an error. */
final class OverlayMerge {

    private final List<Overlay> overlays;
    private final Diagnostics diagnostics;
    private final SortedMap<String, String> rules;
    private final SortedMap<String, String> scenarios;
    private final SortedMap<String, String> data;
    private final Map<String, String> shown = new HashMap<>();

    private OverlayMerge(MergedFiles base, List<Overlay> overlays, Diagnostics diagnostics) {
        this.overlays = overlays;
        this.diagnostics = diagnostics;
        this.rules = new TreeMap<>(base.rules());
        this.scenarios = new TreeMap<>(base.scenarios());
        this.data = new TreeMap<>(base.data());
    }

    static MergedFiles of(MergedFiles base, List<Overlay> overlays, Diagnostics diagnostics) {
        OverlayFit fit = new OverlayFit(base, diagnostics);
        overlays.forEach(fit::check);
        return new OverlayMerge(base, overlays, diagnostics).merged();
    }

    private MergedFiles merged() {
        Set<String> names = new HashSet<>();
        for (Overlay overlay : overlays) {
            if (!names.add(overlay.name())) {
                misfit(overlay, new Position(1, 1), "there are two overlays called " + overlay.name());
            }
            new Laying(overlay).run();
        }
        return new MergedFiles(rules, scenarios, data, overlays, shown);
    }

    private void misfit(Overlay overlay, Position position, String message) {
        diagnostics.add(overlay.placeOf(Overlay.MAIN), position, LintCode.OVERLAY, message);
    }

    /** One overlay on its way onto what lies below it. */
    private final class Laying {

        private final Overlay overlay;
        private final SortedMap<String, String> own;
        private final Set<String> changed = new TreeSet<>();
        private final Set<String> refused = new TreeSet<>();
        private final Set<String> below = new TreeSet<>();

        Laying(Overlay overlay) {
            this.overlay = overlay;
            this.own = new TreeMap<>(overlay.files());
            rules.keySet().forEach(path -> below.add(new RuleFile(path, "").id()));
        }

        void run() {
            overlay.disabled().forEach(change -> {
                if (isPossible(change)) {
                    rules.remove(rule(change.rule()));
                    scenarios.remove(scenario(change.rule()));
                }
            });
            overlay.replaced().forEach(change -> {
                if (isPossible(change) && brings(change, rule(change.rule()))) {
                    rules.remove(rule(change.rule()));
                    scenarios.remove(scenario(change.rule()));
                } else {
                    refused.add(change.rule());
                }
            });
            overlay.rescripted().forEach(change -> {
                if (isPossible(change) && brings(change, scenario(change.rule()))) {
                    scenarios.remove(scenario(change.rule()));
                }
            });
            own.forEach((path, text) -> {
                if (path.endsWith(RuleFile.ENDING)) {
                    add(path, text);
                } else if (path.endsWith(ScenarioFile.ENDING)) {
                    addScenario(path, text);
                } else {
                    // The base may have a file of the same name; both are read.
                    String place = path.replaceFirst("/", "/overlay/" + overlay.name() + "/");
                    data.put(place, text);
                    shown.put(place, overlay.placeOf(path));
                }
            });
        }

        private boolean isPossible(Overlay.Change change) {
            if (!changed.add(change.rule())) {
                misfit(overlay, change.position(), change.rule() + " stands twice in this file");
                return false;
            }
            if (!below.contains(change.rule())) {
                misfit(
                        overlay,
                        change.position(),
                        "there is no rule " + change.rule() + " below this overlay" + hint(change));
                return false;
            }
            return true;
        }

        private String hint(Overlay.Change change) {
            return overlays.stream()
                    .filter(other -> other != overlay && other.files().containsKey(rule(change.rule())))
                    .findFirst()
                    .map(other -> "; name the overlay " + other.name() + ", which brings it, before this one")
                    .orElseGet(() -> Suggestion.didYouMean(change.rule(), below));
        }

        private boolean brings(Overlay.Change change, String path) {
            if (!own.containsKey(path)) {
                misfit(overlay, change.position(), "this overlay has no file " + path);
                return false;
            }
            return true;
        }

        private void add(String path, String text) {
            String id = new RuleFile(path, "").id();
            if (overlay.disabled().stream().anyMatch(change -> change.rule().equals(id))) {
                fail(path, "this overlay both disables " + id + " and brings it; name it under replace instead");
            } else if (refused.contains(id)) {
                // It has been reported where it is named.
                return;
            } else if (rules.containsKey(path)) {
                fail(
                        path,
                        "there is a rule " + id + " below this overlay; name it under replace in " + Overlay.MAIN
                                + ", with a reason, or call this one otherwise");
            } else {
                rules.put(path, text);
                shown.put(path, overlay.placeOf(path));
            }
        }

        private void addScenario(String path, String text) {
            if (scenarios.containsKey(path)
                    || !own.containsKey(path.replace(ScenarioFile.ENDING, RuleFile.ENDING)) && !isRescripted(path)) {
                fail(
                        path,
                        "these scenarios lie beside no rule of this overlay; if they are to stand in for those of the base,"
                                + " name the rule under scenarios in " + Overlay.MAIN + ", with a reason");
                return;
            }
            scenarios.put(path, text);
            shown.put(path, overlay.placeOf(path));
        }

        private boolean isRescripted(String path) {
            return overlay.rescripted().stream().anyMatch(change -> path.equals(scenario(change.rule())));
        }

        private void fail(String path, String message) {
            diagnostics.add(overlay.placeOf(path), LintCode.OVERLAY, message);
        }

        private static String rule(String id) {
            return RuleFile.pathOf(id);
        }

        private static String scenario(String id) {
            return ScenarioFile.pathOf(id);
        }
    }
}
