package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays from the command line: checked, tested, asked and activated over a base. */
class OverlayCommandTest {

    private static final Path BASE = Path.of("../../sps-rules-kb");

    @TempDir
    private Path folder;

    @TempDir
    private Path overlay;

    @BeforeEach
    void write() throws IOException {
        SmallBase.in(folder);
    }

    private void write(String path, String text) throws IOException {
        new SmallBase(overlay).write(path, text);
    }

    /** An overlay that replaces the rule of the small base by one that asks for nothing but a diagnosis. */
    private void replacing(String sentence) throws IOException {
        write("overlay.yaml", """
                name: ours
                version: 1
                base: 1.0.0
                replace:
                  - {rule: first-line/start-diazepam, reason: We begin at once.}
                """);
        write(SmallBase.RULE, """
                rule "Start diazepam at once"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    %s.because( "Our pharmacy has it." );
                end
                """.formatted(sentence));
        write(SmallBase.SCENARIOS, """
                scenarios:
                  - name: SPS
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}}
                    expect: fires
                  - name: Not yet
                    like: SPS
                    but: {diagnosis: {status: suspected}}
                    expect: silent
                """);
    }

    private String base() {
        return folder.toString();
    }

    /** The example of the pages for authors, word by word. */
    @Test
    void theExampleOfThePagesWorksAsWritten() throws IOException {
        String page = Files.readString(BASE.resolve("README.md"));
        String section = page.substring(page.indexOf("## Adapt the rules without a fork"));
        List<String> blocks = Pattern.compile("^```\\w+\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .toList();
        write("overlay.yaml", blocks.get(0));
        write("rules/diagnosis/test-anti-gad65.drl", blocks.get(1));
        write("rules/diagnosis/test-anti-gad65.scenarios.yaml", blocks.get(2));

        Run lint = Run.of("lint", BASE.toString(), "--overlay", overlay.toString());
        assertThat(lint.out()).contains("nothing to find in ").hasLineCount(1);
        assertThat(lint.exitCode()).isZero();

        Run test = Run.of("test", "--quick", "--only", "diagnosis/", BASE.toString(), "--overlay", overlay.toString());
        assertThat(test.out()).contains("all hold").hasLineCount(1);
        assertThat(test.exitCode()).isZero();
    }

    @Test
    void anOverlayIsAskedAndEveryReportNamesIt() throws IOException {
        replacing("start( \"diazepam\" )");
        String patient =
                "{\"format\": \"sps-patient-case/1\", \"asOf\": \"2026-01-15\", \"diagnosis\": {\"status\": \"confirmed\"}}";

        Run without = Run.withInput(patient, "evaluate", "-", "--rules", base());
        Run with = Run.withInput(patient, "evaluate", "-v", "-", "--rules", base(), "--overlay", overlay.toString());

        assertThat(without.out()).doesNotContain("Start diazepam");
        assertThat(with.out()).contains("Start diazepam at once", "Adapted by the overlay ours");
        assertThat(with.exitCode()).isZero();
    }

    @Test
    void whatIsWrongIsNamedWhereItLies() throws IOException {
        replacing("start( \"diazepan\" )");

        Run lint = Run.of("lint", base(), "--overlay", overlay.toString());

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out())
                .startsWith(overlay + "/" + SmallBase.RULE + ":7:")
                .contains("did you mean diazepam?");
    }

    @Test
    void aScenarioOfAnOverlayThatFailsIsNamedWhereItLies() throws IOException {
        replacing("start( \"diazepam\" )");
        new SmallBase(overlay).change(SmallBase.SCENARIOS, "expect: fires", "expect: silent");

        Run test = Run.of("test", "--quick", base(), "--overlay", overlay.toString());

        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.out()).startsWith(overlay + "/" + SmallBase.SCENARIOS + ":2: SPS\n");
    }

    @Test
    void ofAFileWithManyProblemsSomeAreNamedByWhateverCommandReadsIt() throws IOException {
        replacing("start( \"diazepam\" )");
        write("vocabulary/more.yaml", "kind: therapy\nconcepts:\n" + "  - {code: X, name: x}\n".repeat(25));
        String ours = overlay.toString();

        for (String said : List.of(
                Run.of("lint", base(), "--overlay", ours).out(),
                Run.of("test", base(), "--overlay", ours).err(),
                Run.of("sources", base(), "--overlay", ours).err(),
                Run.of("activate", base(), ours).err())) {
            assertThat(said.lines().filter(line -> line.contains("/vocabulary/more.yaml:")))
                    .hasSize(21)
                    .last()
                    .asString()
                    .startsWith(ours + "/vocabulary/more.yaml: and ")
                    .endsWith(" more in this file");
        }
    }

    @Test
    void aFolderThatIsNoOverlayIsRefused() throws IOException {
        Run missing =
                Run.of("lint", base(), "--overlay", overlay.resolve("nowhere").toString());
        Run none = Run.of("test", base(), "--overlay", overlay.toString());
        Run blank = Run.of("lint", base(), "--overlay", "");

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere\": there is no such folder");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("this folder has no overlay.yaml");
        assertThat(blank.exitCode()).isEqualTo(2);
        assertThat(blank.err()).isEqualTo(base() + ": error: the overlay \"\": there is no such folder\n");
    }

    @Test
    void anOverlayThatServesIsActivatedOverItsBase() throws IOException {
        replacing("start( \"diazepam\" )");
        // A report is never empty.
        write("rules/first-line/inform.drl", """
                rule "Say something to everybody"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    ( Patient( adult ) or Patient( child ) or Patient( ageUnknown ) )
                then
                    note().because( "This concerns everybody." );
                end
                """);
        write("rules/first-line/inform.scenarios.yaml", """
                scenarios:
                  - {name: Anybody, case: {asOf: 2026-01-15}, expect: fires}
                """);

        Run run = Run.of("activate", base(), overlay.toString());

        assertThat(run.err()).doesNotContain("error");
        assertThat(run.out()).startsWith("This would serve: version 1.0.0+ours.1, 2 rules, content");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatMustHoldOfEveryPatientIsHeldToTheScenariosToo() throws IOException {
        SmallBase base = new SmallBase(folder);
        base.write(
                "vocabulary/more.yaml",
                "kind: therapy\nconcepts:\n  - {code: experimental-treatment, name: experimental}\n  - {code: car-t, name: CAR T cells, is: [experimental-treatment]}\n");
        base.write(SmallBase.RULE, """
                rule "Start CAR T cells"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Diagnosis( confirmed )
                then
                    start( "car-t" ).because( "It is new." );
                end
                """);
        base.write(SmallBase.SCENARIOS, """
                scenarios:
                  - name: SPS
                    case: {asOf: 2026-01-15, diagnosis: {status: confirmed}}
                    expect: {rule: fires, recommends: [start car-t]}
                """);

        Run test = Run.of("test", "--quick", base());
        Run activate = Run.of("activate", base());

        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.out())
                .contains("breaks what must hold of every patient: Experimental treatments are never recommended.");
        assertThat(activate.exitCode()).isEqualTo(1);
        assertThat(activate.err()).contains("[invariant]");
        assertThat(activate.out()).startsWith("This would not serve: ");
    }
}
