package org.spsrules.pages.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.overlay.Edition;

/** A small knowledge base whose every text would like to be markup, and an overlay over it. */
class HostileKnowledgeTest {

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</style><svg onload=alert(1)>",
            "\" onmouseover=\"alert(1)");
    private static final Pattern HANDLER = Pattern.compile("<[a-zA-Z][^<>]*\\son[a-z]+\\s*=");

    @TempDir
    private Path folder;

    @TempDir
    private Path overlay;

    @BeforeEach
    void write() throws IOException {
        String payload = String.join(" ", PAYLOADS).replace("\"", "\\\"");
        write(folder, "knowledge.yaml", """
                version: 1.0.0
                folders: [{name: first-line, kind: treatment}, {name: pitfalls, kind: correction}]
                notes: [{text: "%1$s"}]
                """.formatted(payload));
        write(folder, "vocabulary/therapies.yaml", """
                kind: therapy
                concepts:
                  - {code: diazepam, name: "%1$s", brands: ["B %1$s"], synonyms: ["S %1$s"], note: "%1$s", dose-unit: mg/day}
                """.formatted(payload));
        write(folder, "vocabulary/conditions.yaml", """
                kind: condition
                concepts:
                  - {code: sleep-apnoea, name: "C %1$s"}
                """.formatted(payload));
        write(folder, "vocabulary/ladder.yaml", """
                steps:
                  - code: first-step
                    line: FIRST
                    step: "1"
                    title: "%1$s"
                    therapies: [diazepam]
                    entered-by: [diazepam]
                    closed-by: [diazepam]
                    numbered: {DO: "%1$s"}
                    differ: "%1$s"
                    sources: [DO-01]
                """.formatted(payload));
        write(folder, "sources/all.yaml", """
                sources:
                  - {code: DO, title: "%1$s", kind: "%1$s", review-status: "%1$s", date: undated, verified: every-statement}
                statements:
                  - {id: DO-01, kind: R, text: "%1$s", references: [evil-2001]}
                grades:
                  - {code: label, name: "%1$s", note: "%1$s"}
                references:
                  - {id: evil-2001, citation: "%1$s", kind: paper, address: "javascript:alert(1)", date: 2001}
                """.formatted(payload));
        write(folder, "rules/first-line/start-diazepam.drl", rule("Start " + PAYLOADS.get(0), PAYLOADS.get(1)));
        write(folder, "rules/first-line/start-diazepam.scenarios.yaml", """
                scenarios:
                  - name: "%1$s"
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent: [sleep-apnoea]}}
                    expect: {rule: fires}
                """.formatted(payload));
    }

    private static String rule(String title, String because) {
        return """
                rule "%s"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                    Patient( hasNot( "sleep-apnoea" ) )
                then
                    start( "diazepam" ).because( "%s" ).how( "%2$s" ).forPatient( "%2$s" );
                end
                """.formatted(title, because);
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private KnowledgeFolder.Content content() throws IOException {
        return content(Edition.of(folder));
    }

    private static KnowledgeFolder.Content content(Edition edition) throws IOException {
        KnowledgeFolder.Content content = edition.open().content();
        assertThat(content.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        return content;
    }

    @Test
    void noTextBecomesMarkup() throws IOException {
        SortedMap<String, String> files = Rulebook.of(content()).files();
        String alone = Rulebook.of(content())
                .alone(content().knowledge().vocabulary().concept("diazepam").orElseThrow());
        files.put("alone", alone);

        assertThat(files.get("therapies/diazepam.html")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(files.get("rules/first-line/start-diazepam.html")).contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(files.get("index.html")).contains("&lt;svg onload=alert(1)&gt;");
        files.forEach((path, page) -> {
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>", "<img", "<svg onload")
                    .doesNotContainPattern(HANDLER);
            assertThat(page).as(path).doesNotContain("href=\"javascript:");
            assertThat(page.split("</style>", -1)).as(path).hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void aScenarioThatDoesNotHoldIsShownAsSuch() throws IOException {
        Path scenarios = folder.resolve("rules/first-line/start-diazepam.scenarios.yaml");
        assertThat(Rulebook.of(content()).files().get("rules/first-line/start-diazepam.html"))
                .contains("so it is", "0 of 2 conditions were seen true and seen false.", "Never false");

        Files.writeString(
                scenarios, Files.readString(scenarios).replace("expect: {rule: fires}", "expect: {rule: silent}"));
        assertThat(Rulebook.of(content()).files().get("rules/first-line/start-diazepam.html"))
                .contains("it is otherwise");
    }

    @Test
    void theSameKnowledgeGivesTheSamePages() throws IOException {
        assertThat(Rulebook.of(content()).files())
                .isEqualTo(Rulebook.of(content()).files());
    }

    @Test
    void anOverlayIsPartOfTheBook() throws IOException {
        write(overlay, "overlay.yaml", "name: ours\nversion: 1\nbase: 1.0.0\n");
        write(overlay, "rules/pitfalls/of-ours.drl", rule("Mind what our hospital knows", "We saw it."));
        write(overlay, "rules/pitfalls/of-ours.scenarios.yaml", """
                scenarios:
                  - name: SPS
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}, conditions: {absent: [sleep-apnoea]}}
                    expect: {rule: fires}
                """);

        SortedMap<String, String> files =
                Rulebook.of(content(Edition.of(folder).adaptedBy(overlay))).files();

        assertThat(files.get("rules/pitfalls/of-ours.html")).contains("Mind what our hospital knows", "We saw it.");
        assertThat(files.get("pitfalls.html")).contains("Mind what our hospital knows");
        assertThat(files.get("therapies/diazepam.html")).contains("Mind what our hospital knows");
        assertThat(files.get("index.html")).contains("1.0.0+ours.1");
    }
}
