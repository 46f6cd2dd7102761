package org.spsrules.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.DataReader.Placed;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Vocabulary;

/** A folder that holds a knowledge base: {@code knowledge.yaml}, {@code rules}, {@code vocabulary} and {@code sources}. */
public final class KnowledgeFolder {

    static final String MAIN = "knowledge.yaml";

    private final MergedFiles files;
    private final Diagnostics diagnostics;

    private KnowledgeFolder(MergedFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /**
     * What was read from a folder.
     *
     * @param knowledge the knowledge base; only to be used if there are no diagnostics
     * @param diagnostics everything that is wrong
     */
    public record Content(Knowledge knowledge, List<Diagnostic> diagnostics) {}

    /**
     * Reads a knowledge base and reports everything that is wrong in it at once.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static Content read(Path root) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        return read(MergedFiles.of(FolderFiles.read(root, MAIN, diagnostics)), diagnostics);
    }

    /** Reads files that have been read into memory already; adds to what is known to be wrong with them. */
    static Content read(MergedFiles files, Diagnostics diagnostics) {
        return new KnowledgeFolder(files, diagnostics).read();
    }

    private Content read() {
        DataReader data = new DataReader(diagnostics);
        List<RuleFile> ruleFiles = new ArrayList<>();
        files.rules().forEach((path, text) -> ruleFiles.add(new RuleFile(path, text)));
        files.data().forEach(data::read);
        if (!files.data().containsKey(MAIN)) {
            diagnostics.add(MAIN, 1, 1, "missing-file", "a knowledge base has a file " + MAIN);
        }
        if (ruleFiles.isEmpty()) {
            diagnostics.add("rules", 1, 1, "no-rules", "there is no rule in this folder");
        }
        new DataCheck(data, diagnostics).run();
        List<Rule> rules = rules(ruleFiles, data);
        Blanks.find(files.rules(), diagnostics);
        Blanks.find(files.scenarios(), diagnostics);
        return new Content(
                knowledge(data, rules),
                Blanks.withoutEchoes(diagnostics.sorted()).stream()
                        .map(files::asShown)
                        .sorted()
                        .toList());
    }

    private List<Rule> rules(List<RuleFile> files, DataReader data) {
        Vocabulary vocabulary = new Vocabulary(values(data.concepts));
        Set<String> statements =
                data.statements.stream().map(placed -> placed.value().id()).collect(Collectors.toSet());
        Set<String> grades =
                data.grades.stream().map(placed -> placed.value().code()).collect(Collectors.toSet());
        RuleCheck check = new RuleCheck(vocabulary, statements, grades, diagnostics);
        List<Rule> rules = new ArrayList<>();
        Map<String, String> paths = new HashMap<>();
        Map<String, String> titles = new HashMap<>();
        for (RuleFile file : files) {
            if (!file.id().matches("[a-z0-9-]+/[a-z0-9-]+")) {
                diagnostics.add(
                        file.path(),
                        1,
                        1,
                        "path",
                        "a rule lies in rules/folder/name.drl, in small letters, digits and hyphens");
                continue;
            }
            Optional<Rule> parsed = RuleParser.parse(file.path(), file.id(), file.text(), diagnostics);
            parsed.ifPresent(rule -> {
                check.check(file, rule);
                folderAndTitle(file, rule, data, titles);
                rules.add(rule);
                paths.put(rule.id(), file.path());
            });
        }
        return Strata.assign(rules, paths, diagnostics);
    }

    private void folderAndTitle(RuleFile file, Rule rule, DataReader data, Map<String, String> titles) {
        if (!data.folders.contains(rule.folder())) {
            diagnostics.add(
                    file.path(),
                    1,
                    1,
                    "unknown-folder",
                    rule.folder() + " is not among the folders in " + MAIN + ": " + String.join(", ", data.folders));
        }
        String other = titles.putIfAbsent(rule.title(), file.path());
        if (other != null) {
            diagnostics.add(
                    file.path(), file.lineOf("rule"), 1, "duplicate", "the title is taken already, by " + other);
        }
    }

    private Knowledge knowledge(DataReader data, List<Rule> rules) {
        return new Knowledge(
                data.version + files.versionSuffix(),
                files.hash(),
                List.copyOf(data.folders),
                Stream.concat(values(data.notes).stream(), files.notes().stream())
                        .toList(),
                rules,
                values(data.concepts),
                values(data.ladder),
                values(data.contraindications),
                values(data.interactions),
                values(data.therapyNotes),
                values(data.dosing),
                values(data.rulebook),
                values(data.sources),
                values(data.statements),
                values(data.grades),
                values(data.references));
    }

    private static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }
}
