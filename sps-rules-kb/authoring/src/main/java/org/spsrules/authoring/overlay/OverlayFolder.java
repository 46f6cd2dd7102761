package org.spsrules.authoring.overlay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.DataFile;
import org.spsrules.authoring.folder.FolderFiles;
import org.spsrules.authoring.folder.Overlay;

/** Reads an overlay from its folder. */
final class OverlayFolder {

    private final String place;
    private final Diagnostics diagnostics;

    private OverlayFolder(String place, Diagnostics diagnostics) {
        this.place = place;
        this.diagnostics = diagnostics;
    }

    /**
     * The overlay in a folder; empty if that does not say what it is. What is wrong with it goes into the diagnostics.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    static Optional<Overlay> read(Path folder, Diagnostics diagnostics) throws IOException {
        String place = folder.toString().replace('\\', '/');
        Diagnostics own = new Diagnostics();
        SortedMap<String, String> files = FolderFiles.read(folder, Overlay.MAIN, own);
        own.sorted().forEach(problem -> diagnostics.add(problem.in(place + "/" + problem.file())));
        return new OverlayFolder(place, diagnostics).read(files);
    }

    private Optional<Overlay> read(SortedMap<String, String> files) {
        String file = place + "/" + Overlay.MAIN;
        String text = files.remove(Overlay.MAIN);
        if (text == null) {
            diagnostics.add(
                    file,
                    LintCode.MISSING_FILE,
                    "an overlay has a file " + Overlay.MAIN + " that says name, version, base, and what it changes");
            return Optional.empty();
        }
        return new DataFile(file, diagnostics).read(text).map(content -> {
            Overlay overlay = new Overlay(
                    place,
                    form(file, content, "name", "[a-z0-9-]+", "small letters, digits and hyphens"),
                    form(file, content, "version", "[A-Za-z0-9.-]+", "letters, digits, dots and hyphens"),
                    new Overlay.Base(content.text("base"), content.positionOf("base")),
                    changes(content, "disable"),
                    changes(content, "replace"),
                    changes(content, "scenarios"),
                    files,
                    text);
            content.done();
            return overlay;
        });
    }

    private String form(String file, DataFile.Entry content, String key, String form, String description) {
        String text = content.text(key);
        if (!text.isEmpty() && !text.matches(form)) {
            diagnostics.add(
                    file,
                    content.positionOf(key),
                    LintCode.OVERLAY,
                    key + ": write it in " + description + ", not \"" + text + "\"");
        }
        return text;
    }

    private static List<Overlay.Change> changes(DataFile.Entry content, String key) {
        List<Overlay.Change> changes = new ArrayList<>();
        for (Overlay.Change change : content.entries(
                key,
                entry -> Optional.of(new Overlay.Change(entry.text("rule"), entry.text("reason"), entry.position())))) {
            // Without a rule it has been reported already, and is about nothing.
            if (!change.rule().isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }
}
