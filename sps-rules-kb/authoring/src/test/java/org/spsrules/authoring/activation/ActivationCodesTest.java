package org.spsrules.authoring.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.SpsRules;
import org.spsrules.authoring.compile.RuleCompiler;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;

/** Each code that only activation can find is found. */
class ActivationCodesTest {

    /** Where the content of the first file in an archive begins. */
    private static final int BEHIND_THE_HEADER = 30 + "knowledge.yaml".length();

    @TempDir
    private Path folder;

    @TempDir
    private Path overlay;

    private ServingKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new ServingKnowledge(folder);
    }

    static Set<LintCode> codes() {
        return LintCode.onlyInActivation();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void itIsFoundAndAnError(LintCode code) throws IOException {
        List<Diagnostic> problems = switch (code) {
            case OVERLAY -> anOverlayForAnotherBase();
            case UNREADABLE -> aFolderThatCannotBeRead();
            case SCENARIO_FAILS -> aScenarioThatFails();
            case RULE_FAILED -> aRuleThatComparesWhatCannotBeCompared();
            case INVARIANT -> anExperimentalTreatment();
            case COMPILER -> aRuleThatDroolsDoesNotTake();
            case ENGINES_DISAGREE -> anEngineThatSaysNothing();
            default -> throw new AssertionError("show here how " + code.code() + " comes about");
        };

        assertThat(problems)
                .filteredOn(problem -> problem.code().equals(code.code()))
                .isNotEmpty()
                .allMatch(Diagnostic::isError)
                .allMatch(problem -> !problem.file().isBlank());
    }

    private List<Diagnostic> activated(Path... overlays) {
        return Activator.attempt(Edition.of(folder).adaptedBy(overlays)).problems();
    }

    private List<Diagnostic> anOverlayForAnotherBase() throws IOException {
        Files.writeString(overlay.resolve("overlay.yaml"), "name: ours\nversion: 1\nbase: 0.0.9\n");
        return activated(overlay);
    }

    /** A file in an archive of which a part is damaged: also whoever may read everything cannot read it. */
    private List<Diagnostic> aFolderThatCannotBeRead() throws IOException {
        Path archive = overlay.resolve("base.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("knowledge.yaml"));
            zip.write(Files.readAllBytes(folder.resolve("knowledge.yaml")));
            zip.closeEntry();
        }
        byte[] damaged = Files.readAllBytes(archive);
        Arrays.fill(damaged, BEHIND_THE_HEADER, BEHIND_THE_HEADER + 8, (byte) 0xFF);
        Files.write(archive, damaged);
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            return Activator.attempt(Edition.of(files.getPath("/"))).problems();
        }
    }

    private List<Diagnostic> aScenarioThatFails() throws IOException {
        knowledge.scenario("first-line/explain", "{}", "silent");
        return activated();
    }

    private List<Diagnostic> aRuleThatComparesWhatCannotBeCompared() throws IOException {
        knowledge.rule(
                "first-line/x",
                "exists Treatment( isA( \"diazepam\" ), doseAtLeast( \"1 g/kg/course\" ) )",
                "note().because( \"Yes.\" );");
        knowledge.write("rules/first-line/x.scenarios.yaml", """
                scenarios:
                  - name: Diazepam
                    case: {asOf: 2026-01-15, treatments: {given: [{therapy: diazepam, dose: 5 mg/day}]}}
                    expect: silent
                """);
        return activated();
    }

    private List<Diagnostic> anExperimentalTreatment() throws IOException {
        knowledge.rule(
                "first-line/x", "Patient( has( \"sleep-apnoea\" ) )", "start( \"car-t\" ).because( \"It is new.\" );");
        knowledge.scenario("first-line/x", "{}", "silent");
        return activated();
    }

    private List<Diagnostic> aRuleThatDroolsDoesNotTake() throws IOException {
        Rule sound = KnowledgeFolder.read(folder).knowledge().rules().get(0);
        Pattern unknown =
                new Pattern(Quantifier.EACH, "Patient", List.of(new Constraint.Flag("adlt")), "Patient( adlt )", 5);
        Diagnostics diagnostics = new Diagnostics();
        Rule broken = new Rule(
                sound.id(),
                sound.title(),
                sound.sources(),
                sound.grades(),
                sound.reviewed(),
                List.of(unknown),
                sound.then(),
                sound.stratum());
        assertThat(RuleCompiler.engine(List.of(broken), diagnostics)).isEmpty();
        return diagnostics.sorted();
    }

    private List<Diagnostic> anEngineThatSaysNothing() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        KnowledgeFolder.Content content = KnowledgeFolder.read(folder);
        List<Scenario> scenarios = Scenarios.read(content.scenarios(), content.knowledge(), diagnostics);
        Gate gate = new Gate(content.knowledge(), diagnostics);
        gate.scenarios(scenarios);
        assertThat(diagnostics.sorted()).isEmpty();
        gate.compiled(SpsRules.of(content.knowledge(), facts -> Set.of()));
        return diagnostics.sorted();
    }
}
