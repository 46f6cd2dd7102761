package org.spsrules.authoring.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spsrules.authoring.SmallKnowledge;

/** A knowledge base of a few lines that passes every check, in a folder of its own, to which a test does something. */
public final class ServingKnowledge {

    private static final String SCENARIOS = """
            scenarios:
              - {name: Confirmed, case: {asOf: 2026-01-15, patient: {age: 55}, diagnosis: {status: confirmed}, conditions: {absent: [sleep-apnoea]}}, expect: {rule: fires, recommends: [start diazepam]}}
              - {name: Sleep apnoea, like: Confirmed, but: {conditions: {absent: [], present: [sleep-apnoea]}}, expect: {rule: silent, doesNotRecommend: [start diazepam]}}
            """;

    private final Path root;
    private final SmallKnowledge knowledge;

    public ServingKnowledge(Path root) throws IOException {
        this.root = root;
        this.knowledge = new SmallKnowledge(root);
        write("vocabulary/experimental.yaml", """
                kind: therapy
                concepts:
                  - {code: experimental-treatment, name: experimental treatment}
                  - {code: car-t, name: CAR-T cells, is: [experimental-treatment]}
                """);
        write("rules/first-line/start-diazepam.scenarios.yaml", SCENARIOS);
        rule(
                "first-line/explain",
                "( Patient( adult ) or Patient( child ) or Patient( ageUnknown ) )",
                "note().because( \"This concerns everybody.\" );");
        scenario("first-line/explain", "{}", "{rule: fires, alerts: [first-line/explain]}");
    }

    /** The same, but for the reason of its first rule. */
    public static ServingKnowledge saying(Path root, String reason) throws IOException {
        ServingKnowledge serving = new ServingKnowledge(root);
        String rule = "rules/first-line/start-diazepam.drl";
        serving.write(rule, Files.readString(root.resolve(rule)).replace("It helps.", reason));
        return serving;
    }

    public Path root() {
        return root;
    }

    public void write(String path, String text) throws IOException {
        knowledge.write(path, text);
    }

    public void rule(String id, String when, String then) throws IOException {
        knowledge.rule(id, when, then);
    }

    /** Puts one scenario of an adult beside a rule. */
    public void scenario(String ruleId, String diagnosis, String expect) throws IOException {
        write(
                "rules/" + ruleId + ".scenarios.yaml",
                "scenarios:\n  - {name: An adult, case: {asOf: 2026-01-15, patient: {age: 55}, diagnosis: " + diagnosis
                        + "}, expect: " + expect + "}\n");
    }
}
