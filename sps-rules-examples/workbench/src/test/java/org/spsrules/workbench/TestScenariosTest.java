package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Match;

class TestScenariosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private SmallBase base = new SmallBase(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        base = SmallBase.in(folder);
    }

    private Run test(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "test";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = folder.toString();
        return Run.of(arguments);
    }

    @Test
    void allIsWell() {
        Run run = test();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("1 rules, 2 scenarios, all hold, .* s on the reference evaluator and on Drools\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void quicklyMeansWithoutDrools() {
        Run run = test("--quick");

        assertThat(run.out())
                .matches("1 rules, 2 scenarios, all hold, .* s on the reference evaluator; Drools was not asked\\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatTheEnginesDisagreeAboutIsAFailureThatNamesBothAnswers() throws IOException, UnreadableException {
        base.write("rules/first-line/monitor.drl", """
                rule "Monitor whoever takes diazepam"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Treatment( current, $drug : therapy )
                then
                    monitor( $drug ).because( "It makes drowsy." );
                end
                """);
        base.write("rules/first-line/monitor.scenarios.yaml", """
                scenarios:
                  - name: Diazepam
                    case: {asOf: 2026-01-15, treatments: {given: [{therapy: diazepam, status: current}]}}
                    expect: fires
                """);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = Run.terminal(out, err);

        ExitCode exitCode;
        try (KnowledgePlace place = new KnowledgePlace("base", folder, Optional.empty())) {
            exitCode = new ScenarioTests(place, new Overlays(), "", Optional.of(TestScenariosTest::contrary), terminal)
                    .run();
        }

        assertThat(exitCode).isEqualTo(ExitCode.FINDINGS);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).startsWith("""
                        base/rules/first-line/monitor.scenarios.yaml:2: Diazepam
                            the engines disagree about first-line/monitor: it applies to diazepam for the reference evaluator, and not for Drools
                              holds     5: Treatment( current, $drug : therapy )
                        base/rules/first-line/start-diazepam.scenarios.yaml:2: No sleep apnoea
                            the engines disagree about first-line/start-diazepam: it applies to diazepam for the reference evaluator, and it applies to clonazepam for Drools
                              holds     5: Diagnosis( confirmed )
                              holds     6: Patient( hasNot( "sleep-apnoea" ) )
                        base/rules/first-line/start-diazepam.scenarios.yaml:5: Nobody has asked about sleep apnoea
                            the engines disagree about first-line/start-diazepam: it applies to clonazepam for Drools, and not for the reference evaluator
                        """).contains("2 rules, 3 scenarios, 3 failed, ");
    }

    /** An engine that takes one drug for another, for one rule and always. */
    private static Optional<Engine> contrary(Knowledge knowledge, Diagnostics diagnostics) {
        return knowledge.rules().stream()
                .filter(rule -> rule.id().equals("first-line/start-diazepam"))
                .findFirst()
                .map(rule -> facts ->
                        !facts.treatments().isEmpty() ? Set.of() : Set.of(new Match(rule, List.of("clonazepam"))));
    }

    @Test
    void rulesThatDroolsDoesNotTakeAreAFinding() throws IOException, UnreadableException {
        StringWriter err = new StringWriter();
        SecondOpinion refusing = (knowledge, diagnostics) -> {
            diagnostics.add(SmallBase.RULE, LintCode.SYNTAX, "it does not compile");
            return Optional.empty();
        };

        try (KnowledgePlace place = new KnowledgePlace("base", folder, Optional.empty())) {
            ScenarioTests tests = new ScenarioTests(
                    place, new Overlays(), "", Optional.of(refusing), Run.terminal(new StringWriter(), err));
            assertThat(tests.run()).isEqualTo(ExitCode.FINDINGS);
        }

        assertThat(err).hasToString("base/" + SmallBase.RULE + ":1:1: error: it does not compile [syntax]\n");
    }

    @Test
    void aScenarioThatFailsSaysWhereAndWhichConditionWasFalse() throws IOException {
        base.change(SmallBase.SCENARIOS, "expect: silent", "expect: fires");

        Run run = test();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(folder + "/" + SmallBase.SCENARIOS + """
                        :5: Nobody has asked about sleep apnoea
                            expected the rule to apply, and it does not
                              holds     5: Diagnosis( confirmed )
                              FALSE     6: Patient( hasNot( "sleep-apnoea" ) )
                                        Patient hasNot( sleep-apnoea ) is false
                        """)
                .contains("\n1 rules, 2 scenarios, 1 failed, ");
    }

    @Test
    void aRuleThatAppliesAgainstExpectationShowsThatItsConditionsHold() throws IOException {
        base.change(SmallBase.SCENARIOS, "{rule: fires, recommends: [start diazepam]}", "silent");

        assertThat(test().out())
                .contains(
                        "expected the rule not to apply, and it does\n",
                        "holds     5: Diagnosis( confirmed )\n",
                        "holds     6: Patient( hasNot( \"sleep-apnoea\" ) )\n");
    }

    @Test
    void whatIsExpectedOfTheReportIsComparedToo() throws IOException {
        base.change(SmallBase.RULE, "start( \"diazepam\" )", "titrate( \"diazepam\" )");

        Run run = test();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("expected the recommendation \"start diazepam\", got titrate diazepam\n");
    }

    @Test
    void aRuleThatIsNotInOrderIsNamedAndNothingIsRun() throws IOException {
        base.change(SmallBase.RULE, "confirmed", "confirmd");

        Run run = test();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(folder + "/" + SmallBase.RULE + ":5:").contains("did you mean confirmed?");
        assertThat(run.out()).isEqualTo("1 problem; no scenario was run\n");
    }

    @Test
    void aScenarioFileThatIsNotInOrderIsAFinding() throws IOException {
        base.change(SmallBase.SCENARIOS, "start diazepam", "start diazapam");

        Run run = test();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(SmallBase.SCENARIOS + ":4:40:").contains("did you mean diazepam?");
    }

    @Test
    void onlyTheRulesAskedForAreTested() {
        assertThat(test("--only", "first-line/").out()).contains("2 scenarios");

        Run none = test("--only", "first-line/start-diazepan");

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("did you mean first-line/start-diazepam?");
    }

    @Test
    void aFolderThatIsNoneIsUnusable() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        for (String unusable : new String[] {empty.toString(), "missing", "a\u0000b"}) {
            Run run = Run.of("test", unusable);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith(unusable.replace((char) 0, ' ') + ": error: ")
                    .doesNotContain("Exception");
        }
    }

    @Test
    @Timeout(120)
    void watchingAnswersEverySaveAndOutlivesABrokenRule() throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = Run.terminal(out, err);
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread watching = new Thread(() -> ended.complete(Sps.run(terminal, "test", "--watch", folder.toString())));
        watching.start();
        await(out, "all hold");

        base.change(SmallBase.RULE, "Diagnosis( confirmed )", "Diagnosis( confirmed");
        await(err, SmallBase.RULE + ":");
        await(out, "no scenario was run");
        base.change(SmallBase.RULE, "Diagnosis( confirmed", "Diagnosis( suspected )");
        await(out, "1 failed");
        base.write("rules/first-line/deeper/note.txt", "not a rule");
        await(err, "note.txt");

        assertThat(ended).isNotDone();
        watching.interrupt();
        assertThat(ended.get()).isZero();
        assertThat(err.toString()).doesNotContain("Exception");
    }

    /** Whoever opens a file in an editor has saved nothing yet. */
    @Test
    @Timeout(60)
    void watchingPassesOverWhatEditorsLeave() throws Exception {
        try (FolderWatch watch = new FolderWatch(folder)) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try {
                    watch.await();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            base.write("rules/first-line/.start-diazepam.drl.swp", "b0VIM");
            base.write("rules/first-line/4913", "");

            assertThat(answered).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);

            base.change(SmallBase.RULE, "It helps.", "It does.");
            assertThat(answered).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void whatHasBeenEditedIsAnsweredFirst() throws IOException, UnreadableException {
        base.write("rules/first-line/adults.drl", """
                rule "Explain it to adults"
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Patient( adult )
                then
                    note().because( "It helps." );
                end
                """);
        base.write("rules/first-line/adults.scenarios.yaml", """
                scenarios:
                  - {name: An adult, case: {asOf: 2026-01-15, patient: {age: 18}}, expect: silent}
                """);
        StringWriter out = new StringWriter();
        try (KnowledgePlace place = new KnowledgePlace("base", folder, Optional.empty())) {
            ScenarioTests tests = new ScenarioTests(
                    place, new Overlays(), "", Optional.empty(), Run.terminal(out, new StringWriter()));
            tests.run();
            assertThat(failedIn(out)).containsExactly("adults");

            base.change(SmallBase.SCENARIOS, "expect: silent", "expect: fires");
            tests.run();
            assertThat(failedIn(out)).containsExactly("start-diazepam", "adults");

            base.change("rules/first-line/adults.drl", "It helps.", "It does.");
            tests.run();
            assertThat(failedIn(out)).containsExactly("adults", "start-diazepam");
        }
    }

    /** The names of the rules beside which scenarios failed in the last run, in order. */
    private static List<String> failedIn(StringWriter out) {
        List<String> failed = out.toString()
                .lines()
                .filter(line -> line.startsWith("base/"))
                .map(line -> line.replaceAll("base/rules/first-line/(.*)\\.scenarios.yaml:.*", "$1"))
                .toList();
        out.getBuffer().setLength(0);
        return failed;
    }

    private static void await(StringWriter written, String text) throws InterruptedException {
        Instant last = Instant.now().plus(PATIENCE);
        while (!written.toString().contains(text) && Instant.now().isBefore(last)) {
            Thread.sleep(20);
        }
        assertThat(written.toString()).contains(text);
    }
}
