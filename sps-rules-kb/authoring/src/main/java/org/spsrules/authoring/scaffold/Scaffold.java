package org.spsrules.authoring.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.language.RuleLayout;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.spelling.Suggestion;

/**
 * A new rule and its scenarios, with blanks for what only the author knows. Once they are filled in, the rule has a
 * scenario in which it applies and one in which it does not.
 */
public final class Scaffold {

    private static final String CONDITIONS = """
                Diagnosis( confirmed )
                Patient( has( "FILL IN: code of a condition, symptom or trigger" ) )
            """;

    private static final String CASE = "{asOf: 2026-01-15, diagnosis: {status: confirmed},"
            + " conditions: {present: [\"FILL IN: code of a condition\"]}}";

    private final MergedFiles files;
    private final List<String> folders;
    private final String id;
    private final List<String> obstacles = new ArrayList<>();
    private String conditions = CONDITIONS;
    private String patientCase = CASE;
    private String change = "{conditions: null}";

    private Scaffold(MergedFiles files, List<RuleFolder> folders, String id) {
        this.files = files;
        this.folders = folders.stream().map(RuleFolder::name).toList();
        this.id = id;
        check();
    }

    /**
     * A rule of whose conditions nothing is known yet.
     *
     * @param root the folder of the knowledge base
     * @param id folder and name, for example {@code first-line/start-diazepam}
     * @throws IOException if the knowledge base cannot be read
     */
    public static Scaffold of(Path root, String id) throws IOException {
        MergedFiles files = Edition.of(root).read(new Diagnostics());
        return of(
                files,
                KnowledgeFolder.read(files, new Diagnostics()).knowledge().folders(),
                id);
    }

    /**
     * A rule of whose conditions nothing is known yet, beside others that have been read.
     *
     * @param files the files of the knowledge base
     * @param folders the folders that it names
     * @param id folder and name, for example {@code first-line/start-diazepam}
     */
    public static Scaffold of(MergedFiles files, List<RuleFolder> folders, String id) {
        return new Scaffold(files, folders, id);
    }

    /**
     * A rule with the conditions of another.
     *
     * @param root the folder of the knowledge base
     * @param id folder and name, for example {@code first-line/start-diazepam}
     * @param otherId id of the other rule
     * @throws IOException if the knowledge base cannot be read
     */
    public static Scaffold like(Path root, String id, String otherId) throws IOException {
        Scaffold scaffold = of(root, id);
        scaffold.takeOver(otherId);
        return scaffold;
    }

    private void check() {
        if (!id.matches(KnowledgeFolder.ID)) {
            String nearest =
                    id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", "-").replaceAll("^-+|-+$|-*(/)-*", "$1");
            obstacles.add("an id is folder/name, in small letters, digits and single hyphens"
                    + (nearest.matches(KnowledgeFolder.ID) ? "; did you mean " + nearest + "?" : ""));
            return;
        }
        String folder = id.substring(0, id.indexOf('/'));
        if (!folders.contains(folder)) {
            obstacles.add("there is no folder " + folder + "; the folders in knowledge.yaml are "
                    + String.join(", ", folders) + Suggestion.didYouMean(folder, folders));
        } else if (files.rules().containsKey(RuleFile.pathOf(id))
                || files.scenarios().containsKey(ScenarioFile.pathOf(id))) {
            obstacles.add("the name is taken; " + id + " is there already");
        }
    }

    private void takeOver(String otherId) {
        String written = files.rules().get(RuleFile.pathOf(otherId));
        if (written == null) {
            obstacles.add("there is no rule " + otherId + " to be like" + Suggestion.didYouMean(otherId, ids()));
            return;
        }
        String text = RuleLayout.of(otherId, written, new Diagnostics()).orElse(written);
        int when = text.indexOf("\nwhen\n");
        int then = text.indexOf("\nthen\n");
        if (when < 0 || then < when) {
            obstacles.add(otherId + " has no when and then on lines of their own");
            return;
        }
        conditions = text.substring(when + "\nwhen\n".length(), then + 1);
        firing(otherId).ifPresent(like -> patientCase = like);
        change = "{\"FILL IN: the one fact without which the rule does not apply\": null}";
    }

    /** The case of the first scenario in which another rule applies. */
    private Optional<String> firing(String otherId) {
        String file = ScenarioFile.pathOf(otherId);
        return Optional.ofNullable(files.scenarios().get(file))
                .flatMap(text -> ScenarioFile.read(file, otherId, text, new Diagnostics()).stream()
                        .filter(scenario -> scenario.expected().fires().orElse(false))
                        .map(scenario -> CaseText.of(scenario.patientCase()))
                        .findFirst());
    }

    private List<String> ids() {
        return files.rules().keySet().stream()
                .map(path -> new RuleFile(path, "").id())
                .toList();
    }

    /** What stands in the way of writing it; empty if nothing does. */
    public List<String> obstacles() {
        return List.copyOf(obstacles);
    }

    /**
     * The texts of the rule and of its scenarios, by path.
     *
     * @throws IllegalStateException if something stands in the way
     */
    public SortedMap<String, String> texts() {
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("cannot be written: " + obstacles);
        }
        return new TreeMap<>(Map.of(RuleFile.pathOf(id), rule(), ScenarioFile.pathOf(id), scenarios()));
    }

    /**
     * Writes them into a folder, and says where.
     *
     * @throws IllegalStateException if something stands in the way
     */
    public List<Path> writeTo(Path root) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> text : texts().entrySet()) {
            Path file = root.resolve(text.getKey());
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(root));
            written.add(Files.writeString(file, text.getValue()));
        }
        return written;
    }

    private String rule() {
        return """
                rule "FILL IN: a sentence that begins with what to do"
                    @source( "FILL IN: statements in sources, as in DO-51, L-17" )
                    @evidence( "FILL IN: grades in sources/evidence-grades.yaml, as in label" )
                when
                %sthen
                    test( "FILL IN: code of what the sentence speaks of; and is test the right verb?" )
                        .because( "FILL IN: why, in words of your own" );
                end
                """.formatted(conditions);
    }

    private String scenarios() {
        return """
                scenarios:
                  - name: "FILL IN: the patient in whom it applies"
                    case: %s
                    expect: {rule: fires, recommends: ["FILL IN: what is then recommended, as in test anti-gad65"]}
                  - name: "FILL IN: the same patient but for one fact"
                    like: "FILL IN: the patient in whom it applies"
                    but: %s
                    expect: silent
                """.formatted(patientCase, change);
    }
}
