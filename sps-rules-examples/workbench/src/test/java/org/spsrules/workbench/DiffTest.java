package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two knowledge bases are compared from wherever they lie, and what changes is said on a page, in JSON or as a draft. */
class DiffTest {

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @BeforeEach
    void write() throws IOException {
        SmallBase.in(before);
        SmallBase.in(after);
    }

    private static void without(Path folder) throws IOException {
        new SmallBase(folder).change(SmallBase.RULE, "    Patient( hasNot( \"sleep-apnoea\" ) )\n", "");
    }

    @Test
    void whatIsAlikeShowsNothing() throws IOException {
        new SmallBase(after).change(SmallBase.RULE, "rule \"", "// a comment\nrule \"");

        Run run = Run.of("diff", before.toString(), after.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\nNothing differs that means anything.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aChangeIsShownWithTheSmallestPatientInLinesThatFit() throws IOException {
        without(after);

        Run run = Run.of("diff", before.toString(), after.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("   - first-line/start-diazepam: conditions\n")
                .contains("1 of 2 scenarios")
                .contains("""
                        first-line/start-diazepam
                           * start diazepam: recommended now""")
                .contains("""
                             smallest case: {asOf: 2026-01-15, diagnosis: {status: confirmed}}
                             OLD                                   NEW
                             -                                     start diazepam
                                                                     (first-line/start-diazepam)
                        """);
        assertThat(run.out().lines())
                .filteredOn(line -> !line.startsWith("OLD  ") && !line.startsWith("NEW  "))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aCaseThatOnlyOneSideCanReadHasALineOnlyThere() throws IOException {
        new SmallBase(after)
                .change("vocabulary/conditions.yaml", "concepts:", "concepts:\n  - {code: gout, name: gout}");
        Path gout = Files.writeString(before.resolve("gout.yaml"), "asOf: 2026-01-15\nconditions: {present: [gout]}\n");

        Run run = Run.of("diff", before.toString(), after.toString(), "--cases", gout.toString());

        assertThat(run.out()).contains("* the line: told now", "* the case is no longer refused");
    }

    @Test
    void jsonAndTheDraftSayTheSame() throws IOException {
        without(after);

        JsonNode json = JsonMapper.shared()
                .readTree(Run.of("diff", "--json", before.toString(), after.toString())
                        .out());
        String draft = Run.of("diff", "--changelog", before.toString(), after.toString())
                .out();

        JsonNode change = json.get("changes").get(0);
        assertThat(json.get("format").asString()).isEqualTo("sps-difference/1");
        assertThat(change.get("change").get("ruleId").asString()).isEqualTo("first-line/start-diazepam");
        assertThat(change.get("change").get("way").asString()).isEqualTo("APPEARS");
        assertThat(change.get("witness").get("patientCase").asString())
                .isEqualTo("{asOf: 2026-01-15, diagnosis: {status: confirmed}}");
        assertThat(draft.replaceAll("\\s+", " "))
                .startsWith("- **Say what is new** (`first-line/start-diazepam`): start diazepam: recommended now; ")
                .contains("`{asOf: 2026-01-15, diagnosis: {status: confirmed}}`");
    }

    @Test
    void anOverlayIsASide() throws IOException {
        SmallBase overlay = new SmallBase(after.resolve("ours"));
        overlay.write("overlay.yaml", """
                name: ours
                version: 1
                base: 1.0.0
                disable:
                  - {rule: first-line/start-diazepam, reason: We never do.}
                """);
        overlay.write("rules/first-line/monitor.drl", """
                rule "Monitor whoever has SPS"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    monitor( "diazepam" ).because( "So." );
                end
                """);
        overlay.write("rules/first-line/monitor.scenarios.yaml", """
                scenarios:
                  - {name: SPS, case: {asOf: 2026-01-15, diagnosis: {status: confirmed}}, expect: fires}
                """);

        Run run = Run.of(
                "diff",
                before.toString(),
                before.toString(),
                "--overlay",
                overlay.root().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("- first-line/monitor: new", "- first-line/start-diazepam: gone")
                .contains("* start diazepam: no longer recommended", "* monitor diazepam: recommended now");
    }

    @Test
    void aRevisionOfTheFolderIsASide() throws IOException, InterruptedException {
        git("init", "--quiet");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "first");
        without(after);

        for (String revision : List.of("git:HEAD", "HEAD")) {
            Run run = Run.of("diff", revision, after.toString());

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("OLD        " + revision + " (1.0.0", "* start diazepam: recommended now");
        }
        Run unknown = Run.of("diff", "git:nowhere", after.toString());
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("git:nowhere: error: git knows no revision nowhere in which there is this folder");
    }

    private void git(String... words) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(after.toFile())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }

    @Test
    void whereThereIsNoRepositoryThisIsSaid() {
        Run run = Run.of("diff", "git:HEAD", after.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("lies in no git repository");
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        new SmallBase(before).change(SmallBase.RULE, "confirmed", "confirmd");
        Path text = Files.writeString(after.resolve("x.txt"), "no jar");

        Run broken = Run.of("diff", before.toString(), after.toString());
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err())
                .startsWith(before + "/" + SmallBase.RULE + ":5:")
                .contains("did you mean confirmed?");

        Run none = Run.of("diff", text.toString(), after.toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).startsWith(text + ": error: this is no jar");

        Run cases = Run.of("diff", after.toString(), after.toString(), "--cases", "nowhere.yaml");
        assertThat(cases.exitCode()).isEqualTo(2);
        assertThat(cases.err()).startsWith("nowhere.yaml: error: there is no such file");
    }
}
