package org.spsrules.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.internal.rule.Rule;

/** A knowledge base of a few lines in a folder of its own, to which a test adds a rule. */
public final class SmallKnowledge {

    private static final String SOUND_RULE = """
            rule "Start diazepam"
                @source( "DO-01" )
                @evidence( "label" )
            when
                Diagnosis( confirmed )
                Patient( hasNot( "sleep-apnoea" ) )
            then
                start( "diazepam" ).because( "It helps." );
            end
            """;

    private final Path root;

    public SmallKnowledge(Path root) throws IOException {
        this.root = root;
        write("knowledge.yaml", """
                version: 1.0.0
                folders: [first-line, appraisal]
                notes: [{text: Not reviewed.}]
                """);
        write("vocabulary/therapies.yaml", """
                kind: therapy
                concepts:
                  - {code: diazepam, name: diazepam, brands: [Valium], dose-unit: mg/day}
                  - {code: clonazepam, name: clonazepam}
                """);
        write("vocabulary/conditions.yaml", """
                kind: condition
                concepts:
                  - {code: sleep-apnoea, name: sleep apnoea}
                """);
        write("vocabulary/findings.yaml", """
                kind: finding
                concepts:
                  - {code: step-open, name: step open}
                  - {code: step-closed, name: step closed}
                """);
        write("sources/all.yaml", """
                sources:
                  - {code: DO, title: A web article, kind: web article, review-status: pending, date: undated}
                statements:
                  - {id: DO-01, kind: R, text: Begin with a benzodiazepine.}
                grades:
                  - {code: label, name: Label, note: A label.}
                """);
        write("rules/first-line/start-diazepam.drl", SOUND_RULE);
    }

    public void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Adds a rule with these conditions and this sentence; the first condition stands on line 5. */
    public void rule(String name, String when, String then) throws IOException {
        write("rules/" + name + ".drl", """
                rule "%s"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                %s
                then
                %s
                end
                """.formatted(
                "Rule " + name, when.indent(4).stripTrailing(), then.indent(4).stripTrailing()));
    }

    public KnowledgeFolder.Content content() throws IOException {
        return KnowledgeFolder.read(root);
    }

    /** A rule as it was read. */
    public Rule rule(String id) throws IOException {
        return content().knowledge().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<String> problems() throws IOException {
        return content().diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
