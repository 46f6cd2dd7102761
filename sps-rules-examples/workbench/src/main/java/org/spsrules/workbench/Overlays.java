package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.folder.Overlay;
import org.spsrules.authoring.overlay.Edition;
import picocli.CommandLine.Option;

/** The option that lays overlays over the knowledge base of a command. */
final class Overlays {

    private static final int MOST_OF_A_FILE = 20;

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
    OpenKnowledge over(KnowledgePlace place) throws UnreadableException, IOException {
        return new OpenKnowledge(place, this, edition(place).open());
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
        if (!CaseInputs.isFolder(argument)) {
            throw new UnreadableException("the overlay \"" + argument + "\": there is no such folder");
        }
        Path folder = Path.of(argument);
        if (!Files.isRegularFile(folder.resolve(Overlay.MAIN))) {
            throw new UnreadableException("the overlay \"" + argument + "\": this folder has no " + Overlay.MAIN
                    + ", which says what the overlay is called, its version, its base and what it changes");
        }
        return folder;
    }

    /**
     * Problems whose files are called as their reader finds them, but for the folder of the knowledge base: a line each. Of
     * a file with many only some are named, because the first often bring about the rest.
     */
    List<String> lines(KnowledgePlace place, List<Diagnostic> problems) {
        List<String> lines = new ArrayList<>();
        problems.stream()
                .collect(Collectors.groupingBy(Diagnostic::file, LinkedHashMap::new, Collectors.toList()))
                .forEach((file, ofFile) -> {
                    ofFile.stream()
                            .limit(MOST_OF_A_FILE)
                            .forEach(problem -> lines.add(shown(place, problem.toString())));
                    if (ofFile.size() > MOST_OF_A_FILE) {
                        lines.add(shown(place, file) + ": and " + (ofFile.size() - MOST_OF_A_FILE)
                                + " more in this file");
                    }
                });
        return lines;
    }

    /** What begins with the path of a file, as its reader finds it: in the knowledge base, or in an overlay. */
    String shown(KnowledgePlace place, String text) {
        boolean ofAnOverlay = arguments.stream()
                .map(argument -> Path.of(argument).toString().replace('\\', '/') + "/")
                .anyMatch(text::startsWith);
        return ofAnOverlay ? text : place.shown(text);
    }
}
