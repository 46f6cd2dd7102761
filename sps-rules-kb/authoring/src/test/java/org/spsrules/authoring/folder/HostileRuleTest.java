package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.activation.ActivationException;
import org.spsrules.authoring.build.PrepareKnowledge;
import org.spsrules.authoring.compile.CompiledClasses;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.authoring.lint.TrapFolder;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;

/** A rule file that is more than a rule is refused before anything in it comes to run. */
class HostileRuleTest {

    private static final Path HOSTILE = Path.of("src/test/resources/lint/hostile");
    private static final String FILE = "rules/first-line/start-diazepam.drl";

    /** What the hostile files do if they can. */
    private static final String PROPERTY = "spsrules.hostile";

    private static final Path MARKER = Path.of("hostile-marker");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private TrapFolder knowledge;

    static List<Path> hostileFiles() throws IOException {
        try (Stream<Path> files = Files.list(HOSTILE)) {
            return files.sorted().toList();
        }
    }

    @BeforeEach
    void laySoundKnowledge() throws IOException {
        knowledge = new TrapFolder(folder);
        clear();
    }

    @AfterEach
    void clear() throws IOException {
        System.clearProperty(PROPERTY);
        Files.deleteIfExists(MARKER);
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(hostileFiles()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void aHostileFileIsRefusedBeforeAnythingOfItRuns(Path hostile) throws IOException {
        knowledge.write(FILE, Files.readAllBytes(hostile));

        assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(Linter.check(folder).findings())
                    .filteredOn(Diagnostic::isError)
                    .isNotEmpty()
                    .allSatisfy(finding -> {
                        assertThat(finding.file()).isEqualTo(FILE);
                        assertThat(finding.message()).doesNotContain("Exception", "org.drools", "org.antlr");
                    });
            assertNothingIsCompiled();
        });

        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(MARKER).doesNotExist();
    }

    /** Neither by the build, which writes for the compiler only what is in order, nor at run time. */
    private void assertNothingIsCompiled() {
        Path forTheCompiler = folder.resolve("for-the-compiler");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> PrepareKnowledge.main(new String[] {
                    folder.toString(),
                    forTheCompiler.toString(),
                    folder + "/out",
                    folder + "/a",
                    folder + "/b",
                    folder + "/c"
                }));
        assertThat(forTheCompiler).doesNotExist();
        assertThatExceptionOfType(ActivationException.class)
                .isThrownBy(() -> Authoring.activate(folder))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Diagnostic::code)
                        .doesNotContain("compiler"));
    }

    /** The danger is real: without our reader, Drools runs what these files say. */
    @ParameterizedTest
    @ValueSource(strings = {"consequence-sets-a-property", "condition-sets-a-property", "condition-evaluates"})
    void droolsItselfWouldRunIt(String hostile) throws IOException {
        runUnread(Files.readString(HOSTILE.resolve(hostile + ".drl")));

        assertThat(System.getProperty(PROPERTY)).isEqualTo("1");
    }

    private void runUnread(String rule) throws IOException {
        ClassLoader parent = SpsRules.class.getClassLoader();
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.spsrules", "sps-rules-kb", "1");
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        files.write(
                "src/main/resources/org/spsrules/kb/hostile.drl",
                "package org.spsrules.kb; import org.spsrules.internal.fact.*; "
                        + rule.replace("start( \"diazepam\" )", "// "));
        KieBuilder builder = services.newKieBuilder(files, parent);
        builder.buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages()).isEmpty();
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> content = new HashMap<>();
        module.getFileNames().stream()
                .filter(name -> !name.endsWith(".drl"))
                .forEach(name -> content.put(name, module.getBytes(name)));
        KieSession session = KieBaseBuilder.createKieBaseFromModel(
                        CompiledModels.from(new CompiledClasses(content, parent)),
                        RuleBaseFactory.newKnowledgeBaseConfiguration())
                .newKieSession();
        try {
            facts().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
            services.getRepository().removeKieModule(release);
        }
    }

    private List<Fact> facts() throws IOException {
        Knowledge sound = KnowledgeFolder.read(folder).knowledge();
        Facts facts = new CaseFacts(sound.vocabulary(), sound)
                .of(PatientCase.asOf(LocalDate.of(2026, 1, 15))
                        .diagnosis(Status.CONFIRMED)
                        .build());
        return FactModel.instance().types().keySet().stream()
                .<Fact>flatMap(type -> facts.of(type).stream())
                .toList();
    }
}
