package org.spsrules.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.ReadBefore;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.authoring.scenario.ScenarioFile;

/**
 * The rules that people edit: as they were saved, and as they become by edits, which stay in the browser until they are saved.
 * Thread-safe.
 */
final class RuleBase {

    /** The files that may be edited. No such path leaves the folder, because none has a dot before its ending. */
    private static final Pattern EDITABLE =
            Pattern.compile("rules/" + KnowledgeFolder.ID + "(\\.drl|\\.scenarios\\.yaml)");

    private static final int MOST_EDITS = 50;
    private static final int KEPT = 4;

    private final Optional<Path> folder;
    private final ReadBefore readBefore = new ReadBefore();
    private final Map<Map<String, String>, Revision> recent = new LinkedHashMap<>(KEPT, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Revision> eldest) {
            return size() > KEPT;
        }
    };

    /** The rules in a folder; those that are built in if it is empty. */
    RuleBase(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Whether edits can be saved. */
    boolean isFolder() {
        return folder.isPresent();
    }

    /** The rules as they were saved. */
    Revision saved() throws IOException {
        return edited(Map.of());
    }

    /** The rules with edits: texts by path. */
    synchronized Revision edited(Map<String, String> edits) throws IOException {
        Map<String, String> key = new TreeMap<>(edits);
        Revision known = recent.get(key);
        if (known != null) {
            return known;
        }
        Revision revision = edits.isEmpty() ? read() : with(saved().files(), edits);
        recent.put(key, revision);
        return revision;
    }

    private Revision read() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Edition edition = folder.map(Edition::of).orElseGet(Edition::builtIn);
        return Revision.of(
                folder.map(Path::toString).orElse("the built-in rules"),
                edition.read(diagnostics),
                Set.of(),
                diagnostics,
                readBefore);
    }

    private Revision with(MergedFiles saved, Map<String, String> edits) {
        if (edits.size() > MOST_EDITS) {
            throw new RefusedException(
                    RefusedException.UNPROCESSABLE,
                    "At most " + MOST_EDITS + " files are edited at a time; save some.");
        }
        SortedMap<String, String> rules = new TreeMap<>(saved.rules());
        SortedMap<String, String> scenarios = new TreeMap<>(saved.scenarios());
        edits.forEach((path, text) -> {
            checked(path);
            (path.endsWith(".drl") ? rules : scenarios).put(path, text.replace("\r\n", "\n"));
        });
        return Revision.of(
                "the rules being edited",
                new MergedFiles(rules, scenarios, saved.data(), saved.overlays(), saved.shown()),
                rulesAt(edits.keySet()),
                new Diagnostics(),
                readBefore);
    }

    static boolean isEditable(String path) {
        return EDITABLE.matcher(path).matches();
    }

    /** A path that may be edited. */
    static String checked(String path) {
        if (!isEditable(path)) {
            throw new RefusedException(
                    RefusedException.UNPROCESSABLE,
                    "A rule lies in rules/folder/name.drl, its name in small letters, digits and single hyphens, and its"
                            + " scenarios beside it in name.scenarios.yaml.");
        }
        return path;
    }

    /** The id of the rule that lies at a path that may be edited, or whose scenarios do. */
    static String ruleAt(String path) {
        return checked(path).endsWith(RuleFile.ENDING) ? new RuleFile(path, "").id() : ScenarioFile.ruleOf(path);
    }

    /** The ids of those rules. */
    static Set<String> rulesAt(Set<String> paths) {
        return paths.stream().map(RuleBase::ruleAt).collect(Collectors.toSet());
    }

    /**
     * Writes edits into the folder, if there is no error in them.
     *
     * @param before the texts on which they rest; empty for a new file
     * @throws IOException if a file cannot be written
     */
    synchronized void save(Map<String, String> edits, Map<String, String> before) throws IOException {
        Path root = folder.orElseThrow(() -> new RefusedException(
                RefusedException.CONFLICT,
                "The built-in rules cannot be changed; download the file, or start with sps serve --rules DIR."));
        Revision revision = edited(edits);
        revision.problems().stream()
                .filter(problem -> problem.isError() && edits.containsKey(problem.file()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new RefusedException(RefusedException.UNPROCESSABLE, "Nothing was saved: " + problem);
                });
        Map<Path, String> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            Path file = place(root, checked(edit.getKey()));
            String found = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            if (!found.equals(before.getOrDefault(edit.getKey(), "").replace("\r\n", "\n"))) {
                throw new RefusedException(
                        RefusedException.CONFLICT,
                        "Nothing was saved: " + edit.getKey()
                                + " has changed on disk since it was opened. Download the edit, and open the file anew.");
            }
            files.put(file, edit.getValue().replace("\r\n", "\n"));
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        recent.clear();
    }

    /** Where a file lies; no link on the way leads out of the folder. */
    private static Path place(Path root, String path) {
        Path place = root;
        for (String step : path.split("/")) {
            place = place.resolve(step);
            if (Files.isSymbolicLink(place)) {
                throw new RefusedException(
                        RefusedException.CONFLICT, "Nothing was saved: " + path + " is reached by a link.");
            }
        }
        return place;
    }

    /** Replaces a file at once, so that nobody ever reads half of it. */
    private static void write(Path file, String text) throws IOException {
        Path beside = Files.createDirectories(Objects.requireNonNull(file.getParent(), "a rule lies in a folder"));
        Path draft = Files.createTempFile(beside, ".sps-", "~");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
