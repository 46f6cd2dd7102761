package org.spsrules.authoring;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.DataReader.Placed;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Vocabulary;

/** A folder that holds a knowledge base: {@code knowledge.yaml}, {@code rules}, {@code vocabulary} and {@code sources}. */
public final class KnowledgeFolder {

    private static final List<String> PARTS = List.of("rules", "vocabulary", "sources");
    private static final String MAIN = "knowledge.yaml";
    private static final String DATA_ENDING = ".yaml";
    private static final String SCENARIOS_ENDING = ".scenarios.yaml";

    private final Path root;
    private final Diagnostics diagnostics = new Diagnostics();

    private KnowledgeFolder(Path root) {
        this.root = root;
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
        return new KnowledgeFolder(root).read();
    }

    private Content read() throws IOException {
        Map<String, String> files = files();
        DataReader data = new DataReader(diagnostics);
        List<RuleFile> ruleFiles = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.endsWith(RuleFile.ENDING)) {
                ruleFiles.add(new RuleFile(path, text));
            } else if (!path.endsWith(SCENARIOS_ENDING)) {
                data.read(path, text);
            }
        });
        if (!files.containsKey(MAIN)) {
            diagnostics.add(MAIN, 1, 1, "missing-file", "a knowledge base has a file " + MAIN);
        }
        if (ruleFiles.isEmpty()) {
            diagnostics.add("rules", 1, 1, "no-rules", "there is no rule in this folder");
        }
        new DataCheck(data, diagnostics).run();
        List<Rule> rules = rules(ruleFiles, data);
        return new Content(knowledge(data, rules, files), diagnostics.sorted());
    }

    /** Texts of all files by path, scenarios left out, because they change nothing about what rules say. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        List<Path> found = new ArrayList<>();
        if (Files.exists(root.resolve(MAIN))) {
            found.add(root.resolve(MAIN));
        }
        for (String part : PARTS) {
            if (Files.isDirectory(root.resolve(part))) {
                try (Stream<Path> walk = Files.walk(root.resolve(part))) {
                    walk.filter(path -> belongs(part, path)).forEach(found::add);
                }
            }
        }
        for (Path path : found) {
            String name = root.relativize(path).toString().replace('\\', '/');
            if (name.endsWith(RuleFile.ENDING) || name.endsWith(DATA_ENDING)) {
                try {
                    files.put(
                            name, Files.readString(path, StandardCharsets.UTF_8).replace("\r\n", "\n"));
                } catch (MalformedInputException e) {
                    diagnostics.add(name, 1, 1, "encoding", "the file is not UTF-8 text");
                }
            }
        }
        return files;
    }

    /** Whether a path is a file to read; anything that is neither that nor a plain folder would be lost in silence. */
    private boolean belongs(String part, Path path) {
        boolean plain = !Files.isSymbolicLink(path);
        if (plain && Files.isDirectory(path)) {
            return false;
        }
        String name = path.getFileName().toString();
        boolean known = part.equals("rules")
                ? name.endsWith(RuleFile.ENDING) || name.endsWith(SCENARIOS_ENDING)
                : name.endsWith(DATA_ENDING);
        if (plain && known && Files.isRegularFile(path)) {
            return true;
        }
        diagnostics.add(
                root.relativize(path).toString().replace('\\', '/'),
                1,
                1,
                "unexpected-file",
                part.equals("rules")
                        ? "here stand rules (.drl) and their scenarios (.scenarios.yaml) and nothing else"
                        : "here stand data files (.yaml) and nothing else");
        return false;
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

    private static Knowledge knowledge(DataReader data, List<Rule> rules, Map<String, String> files) {
        return new Knowledge(
                data.version,
                hash(files),
                List.copyOf(data.folders),
                values(data.notes),
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

    private static String hash(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((path, text) -> {
                if (!path.endsWith(SCENARIOS_ENDING)) {
                    digest.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
