package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A knowledge base of a few lines in a folder.
 *
 * @param root the folder
 */
record SmallBase(Path root) {

    static final String RULE = "rules/first-line/start-diazepam.drl";
    static final String SCENARIOS = "rules/first-line/start-diazepam.scenarios.yaml";

    /** Writes it. */
    static SmallBase in(Path root) throws IOException {
        SmallBase base = new SmallBase(root);
        base.write("knowledge.yaml", """
                version: 1.0.0
                folders: [first-line]
                notes: [{text: Not reviewed.}]
                """);
        base.write("vocabulary/therapies.yaml", """
                kind: therapy
                concepts:
                  - {code: diazepam, name: diazepam, dose-unit: mg/day}
                """);
        base.write("vocabulary/conditions.yaml", """
                kind: condition
                concepts:
                  - {code: sleep-apnoea, name: sleep apnoea}
                """);
        base.write("sources/all.yaml", """
                sources:
                  - {code: DO, title: A web article, kind: web article, review-status: pending, date: undated}
                statements:
                  - {id: DO-01, kind: R, text: Begin with a benzodiazepine.}
                grades:
                  - {code: label, name: Label, note: A label.}
                """);
        base.write(RULE, """
                rule "Start diazepam"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                    Patient( hasNot( "sleep-apnoea" ) )
                then
                    start( "diazepam" ).because( "It helps." );
                end
                """);
        base.write(SCENARIOS, """
                scenarios:
                  - name: No sleep apnoea
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent: [sleep-apnoea]}}
                    expect: {rule: fires, recommends: [start diazepam]}
                  - name: Nobody has asked about sleep apnoea
                    like: No sleep apnoea
                    but: {conditions: null}
                    expect: silent
                """);
        return base;
    }

    /** The text of a file. */
    String text(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Changes a text in a file. */
    void change(String path, String from, String to) throws IOException {
        Path file = root.resolve(path);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
