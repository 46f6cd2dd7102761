package org.spsrules.authoring.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.language.RuleLayout;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.spelling.Suggestion;

/**
 * A new rule and its scenarios, with blanks for what only the author knows. Once they are filled in, the rule has a
 * scenario in which it applies and one in which it does not.
 */
public final class Scaffold {

    private static final String RULES = "rules";

    private static final String CONDITIONS = """
                Diagnosis( confirmed )
                Patient( has( "FILL IN: code of a condition, symptom or trigger" ) )
            """;

    private static final String CASE = "{asOf: 2026-01-15, diagnosis: {status: confirmed},"
            + " conditions: {present: [\"FILL IN: code of a condition\"]}}";

    private final Path root;
    private final String id;
    private final List<String> obstacles = new ArrayList<>();
    private String conditions = CONDITIONS;
    private String patientCase = CASE;
    private String change = "{conditions: null}";

    private Scaffold(Path root, String id) {
        this.root = root;
        this.id = id;
    }

    /**
     * A rule of whose conditions nothing is known yet.
     *
     * @param root the folder of the knowledge base
     * @param id folder and name, for example {@code first-line/start-diazepam}
     * @throws IOException if the knowledge base cannot be read
     */
    public static Scaffold of(Path root, String id) throws IOException {
        Scaffold scaffold = new Scaffold(root, id);
        scaffold.check();
        return scaffold;
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

    private void check() throws IOException {
        if (!id.matches(KnowledgeFolder.ID)) {
            String nearest =
                    id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", "-").replaceAll("^-+|-+$|-*(/)-*", "$1");
            obstacles.add("an id is folder/name, in small letters, digits and single hyphens"
                    + (nearest.matches(KnowledgeFolder.ID) ? "; did you mean " + nearest + "?" : ""));
            return;
        }
        List<String> folders = KnowledgeFolder.read(root).knowledge().folders().stream()
                .map(RuleFolder::name)
                .toList();
        String folder = id.substring(0, id.indexOf('/'));
        if (!folders.contains(folder)) {
            obstacles.add("there is no folder " + folder + "; the folders in knowledge.yaml are "
                    + String.join(", ", folders) + Suggestion.didYouMean(folder, folders));
        } else if (Files.exists(ruleFile(id)) || Files.exists(scenarioFile(id))) {
            obstacles.add("the name is taken; " + id + " is there already");
        }
    }

    private void takeOver(String otherId) throws IOException {
        if (!otherId.matches(KnowledgeFolder.ID) || !Files.isRegularFile(ruleFile(otherId))) {
            obstacles.add("there is no rule " + otherId + " to be like" + Suggestion.didYouMean(otherId, ids()));
            return;
        }
        String written = Files.readString(ruleFile(otherId)).replace("\r\n", "\n");
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
    private Optional<String> firing(String otherId) throws IOException {
        Path file = scenarioFile(otherId);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return ScenarioFile.read(file.toString(), otherId, Files.readString(file), new Diagnostics()).stream()
                .filter(scenario -> scenario.expected().fires().orElse(false))
                .map(scenario -> CaseText.of(scenario.patientCase()))
                .findFirst();
    }

    private List<String> ids() throws IOException {
        Path rules = root.resolve(RULES);
        try (Stream<Path> walk = Files.walk(rules)) {
            return walk.map(path -> rules.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(RuleFile.ENDING))
                    .map(path -> path.substring(0, path.length() - RuleFile.ENDING.length()))
                    .toList();
        }
    }

    private Path ruleFile(String ruleId) {
        return root.resolve(RULES).resolve(ruleId + RuleFile.ENDING);
    }

    private Path scenarioFile(String ruleId) {
        return root.resolve(RULES).resolve(ruleId + ScenarioFile.ENDING);
    }

    /** What stands in the way of writing it; empty if nothing does. */
    public List<String> obstacles() {
        return List.copyOf(obstacles);
    }

    /**
     * Writes the files, and says where.
     *
     * @throws IllegalStateException if something stands in the way
     */
    public List<Path> write() throws IOException {
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("cannot be written: " + obstacles);
        }
        Files.createDirectories(Optional.ofNullable(ruleFile(id).getParent()).orElse(root));
        return List.of(Files.writeString(ruleFile(id), rule()), Files.writeString(scenarioFile(id), scenarios()));
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
