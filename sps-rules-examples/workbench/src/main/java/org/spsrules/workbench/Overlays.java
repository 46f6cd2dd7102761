package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.LintReport;
import org.spsrules.authoring.overlay.Edition;
import picocli.CommandLine.Option;

/** The option that lays overlays over the knowledge base of a command. */
final class Overlays {

    private static final String MAIN = "overlay.yaml";

    @Option(
            names = "--overlay",
            paramLabel = "DIR",
            description = {
                "Lay the overlay in this folder, with its overlay.yaml, over the knowledge base. May be given several"
                        + " times; each lies over those before it."
            })
    private List<String> arguments = new ArrayList<>();

    Overlays() {}

    /** Overlays that are named otherwise. */
    Overlays(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return arguments.isEmpty();
    }

    /** The folders, as they were named. */
    List<String> arguments() {
        return List.copyOf(arguments);
    }

    /**
     * The knowledge base with the overlays over it, as it is read from its files.
     *
     * @throws UnreadableException if an overlay is none
     * @throws IOException if a file cannot be read
     */
    Edition.Opened over(KnowledgePlace place) throws UnreadableException, IOException {
        return edition(place).open();
    }

    /**
     * The knowledge base with the overlays over it.
     *
     * @throws UnreadableException if an overlay is none
     */
    Edition edition(KnowledgePlace place) throws UnreadableException {
        List<Path> folders = new ArrayList<>();
        for (String argument : arguments) {
            folders.add(folder(argument));
        }
        return Edition.of(place.folder()).adaptedBy(folders.toArray(Path[]::new));
    }

    private static Path folder(String argument) throws UnreadableException {
        try {
            Path folder = Path.of(argument);
            if (Files.isRegularFile(folder.resolve(MAIN)) && !argument.isEmpty()) {
                return folder;
            }
            throw new UnreadableException(
                    Files.isDirectory(folder)
                            ? "--overlay " + argument + ": this folder has no " + MAIN
                                    + ", which says what the overlay is called, its version, its base and what it changes"
                            : "--overlay " + argument + ": there is no such folder");
        } catch (InvalidPathException e) {
            throw new UnreadableException("--overlay " + argument + ": there is no such folder");
        }
    }

    /**
     * What concerns the author of the overlays. Warnings about files of the base, such as of a finding that is no longer
     * read, are nothing that can be put right in an overlay.
     */
    LintReport found(Edition.Opened opened, LintReport report) {
        return isEmpty()
                ? report
                : new LintReport(
                        report.findings().stream()
                                .filter(finding -> finding.isError()
                                        || opened.files().shown().containsKey(finding.file()))
                                .toList(),
                        report.rules(),
                        report.scenarios(),
                        report.concepts(),
                        report.statements());
    }

    /** A problem as its reader finds the file: in the knowledge base, or in an overlay. */
    String shown(KnowledgePlace place, Edition.Opened opened, Diagnostic diagnostic) {
        return shown(place, opened.files().asShown(diagnostic).toString());
    }

    /** A problem whose file is called as its reader finds it already, but for the folder of the knowledge base. */
    String shown(KnowledgePlace place, Diagnostic diagnostic) {
        return shown(place, diagnostic.toString());
    }

    /** A path of a file of the knowledge base or of an overlay, as its reader finds it. */
    String shown(KnowledgePlace place, Edition.Opened opened, String path) {
        return shown(place, opened.files().shown().getOrDefault(path, path));
    }

    private String shown(KnowledgePlace place, String text) {
        boolean ofAnOverlay = arguments.stream()
                .map(argument -> Path.of(argument).toString().replace('\\', '/') + "/")
                .anyMatch(text::startsWith);
        return ofAnOverlay ? text : place.shown(text);
    }
}
