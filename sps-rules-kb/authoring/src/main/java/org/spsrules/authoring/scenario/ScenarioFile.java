package org.spsrules.authoring.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Line;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.YamlAdvice;
import org.spsrules.authoring.scenario.Scenario.Expectation;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/** Reads the scenarios beside a rule. */
public final class ScenarioFile {

    /** What the file of a rule's scenarios is called: {@code start-diazepam.scenarios.yaml}. */
    public static final String ENDING = ".scenarios.yaml";

    private static final String FOLDER = "rules/";
    private static final List<String> KEYS = List.of("name", "of", "case", "like", "but", "expect");
    private static final Map<String, Boolean> FIRES = Map.of("fires", true, "silent", false);
    private static final List<String> EXPECTATIONS =
            List.of("rule", "line", "recommends", "doesNotRecommend", "withholds", "alerts", "doesNotAlert", "says");

    private final String file;
    private final String ruleId;
    private final Diagnostics diagnostics;
    private final Map<String, Scenario> byName = new LinkedHashMap<>();

    /** Names of scenarios that could not be read; those that are like one of them add no problem of their own. */
    private final Set<String> unread = new HashSet<>();

    private ScenarioFile(String file, String ruleId, Diagnostics diagnostics) {
        this.file = file;
        this.ruleId = ruleId;
        this.diagnostics = diagnostics;
    }

    /** Where the scenarios of a rule lie, relative to the folder of the knowledge base. */
    public static String pathOf(String ruleId) {
        return FOLDER + Rule.fileOf(ruleId) + ENDING;
    }

    /** The rule beside which a file of scenarios lies. */
    public static String ruleOf(String path) {
        return path.substring(FOLDER.length(), path.length() - ENDING.length());
    }

    /**
     * The scenarios in a file; what is wrong with it goes into the diagnostics.
     *
     * @param file path relative to the folder of the knowledge base
     * @param ruleId id of the rule beside which it lies
     */
    public static List<Scenario> read(String file, String ruleId, String text, Diagnostics diagnostics) {
        ScenarioFile reader = new ScenarioFile(file, ruleId, diagnostics);
        try {
            Node content = Documents.read(text, file);
            Optional<Node> list = content instanceof Node.Fields fields ? fields.get("scenarios") : Optional.empty();
            if (list.isPresent() && list.get() instanceof Node.Items items) {
                items.nodes().forEach(reader::scenario);
            } else {
                reader.fail(content.position(), "a scenario file is a map with a list called scenarios");
            }
        } catch (Documents.UnreadableException e) {
            YamlAdvice.report(e.problem(), text, reader::fail);
        }
        return List.copyOf(reader.byName.values());
    }

    private void scenario(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            fail(node.position(), "expected a scenario, found " + node.describe());
            return;
        }
        List<Node.Fields.Entry> names = fields.entries().stream()
                .filter(entry -> entry.key().equals("name"))
                .toList();
        if (names.size() > 1) {
            names.forEach(entry -> unread.add(text(entry.value())));
            fail(names.get(1).position(), "here begins another scenario; put a dash before its name: - name: …");
            return;
        }
        checkKeys(fields, KEYS, "a scenario has");
        String name = fields.get("name").map(this::text).orElse("");
        Optional<Node> patientCase = patientCase(fields);
        Optional<Node> expect = fields.get("expect");
        if (name.isEmpty() || byName.containsKey(name)) {
            fail(node.position(), name.isEmpty() ? "a scenario has a name" : "there are two scenarios called " + name);
        } else if (expect.isEmpty()) {
            fail(node.position(), "say what to expect, for example expect: fires");
        } else if (patientCase.isPresent()) {
            byName.put(
                    name,
                    new Scenario(
                            name, rule(fields), file, node.position(), patientCase.get(), expectation(expect.get())));
        }
    }

    /** The rule that a scenario is about; of a rule about rows, that of the row which it names or takes over. */
    private String rule(Node.Fields fields) {
        return fields.get("of")
                .map(row -> Rule.idOf(ruleId, text(row)))
                .or(() -> fields.get("like").map(name -> byName.get(text(name))).map(Scenario::ruleId))
                .orElse(ruleId);
    }

    private void checkKeys(Node.Fields fields, Collection<String> known, String owner) {
        Set<String> seen = new HashSet<>();
        for (Node.Fields.Entry entry : fields.entries()) {
            if (!known.contains(entry.key())) {
                fail(
                        entry.position(),
                        entry.key() + " is not known here; " + owner + " " + String.join(", ", known)
                                + Suggestion.didYouMean(entry.key(), known));
            } else if (!seen.add(entry.key())) {
                fail(entry.position(), entry.key() + " stands twice");
            }
        }
    }

    private Optional<Node> patientCase(Node.Fields fields) {
        Optional<Node> own = fields.get("case");
        Optional<Node> like = fields.get("like");
        if (own.isPresent() == like.isPresent()) {
            fail(fields.position(), "a scenario has either a case, or a like that names an earlier scenario");
            return Optional.empty();
        }
        if (own.isPresent()) {
            return own;
        }
        String name = text(like.get());
        Scenario base = byName.get(name);
        if (base == null && unread.contains(name)) {
            unread.add(fields.get("name").map(this::text).orElse(""));
            return Optional.empty();
        }
        if (base == null) {
            fail(
                    like.get().position(),
                    "there is no earlier scenario called \"" + name + "\""
                            + Suggestion.didYouMean(name, byName.keySet()));
            return Optional.empty();
        }
        return Optional.of(fields.get("but")
                .map(changes -> MergePatch.apply(base.patientCase(), changes))
                .orElse(base.patientCase()));
    }

    private Expectation expectation(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return Expectation.of(fires(scalar));
        }
        if (!(node instanceof Node.Fields fields)) {
            fail(node.position(), "expect: write fires, silent, or a map");
            return Expectation.of(Optional.empty());
        }
        checkKeys(fields, EXPECTATIONS, "what can be expected is");
        Map<String, Position> places = new HashMap<>();
        return new Expectation(
                fields.get("rule").flatMap(this::fires),
                fields.get("line").flatMap(this::line),
                texts(fields, "recommends", places),
                texts(fields, "doesNotRecommend", places),
                texts(fields, "withholds", places),
                texts(fields, "alerts", places),
                texts(fields, "doesNotAlert", places),
                texts(fields, "says", places),
                places);
    }

    private Optional<Boolean> fires(Node node) {
        Boolean fires = FIRES.get(text(node));
        if (fires == null) {
            fail(node.position(), "expected fires or silent, found " + node.describe());
        }
        return Optional.ofNullable(fires);
    }

    private Optional<Line> line(Node node) {
        for (Line line : Line.values()) {
            if (line.name().equals(text(node))) {
                return Optional.of(line);
            }
        }
        fail(node.position(), "expected NONE, FIRST, SECOND, THIRD or FOURTH, found " + node.describe());
        return Optional.empty();
    }

    private List<String> texts(Node.Fields fields, String key, Map<String, Position> places) {
        Optional<Node> node = fields.get(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Items items)) {
            fail(
                    node.get().position(),
                    key + ": expected a list, found " + node.get().describe());
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items.nodes()) {
            String text = text(item);
            texts.add(text);
            places.putIfAbsent(text, item.position());
        }
        return texts;
    }

    private String text(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        fail(node.position(), "expected a text, found " + node.describe());
        return "";
    }

    private void fail(Position position, String message) {
        diagnostics.add(file, position, LintCode.SCENARIO, message);
    }
}
