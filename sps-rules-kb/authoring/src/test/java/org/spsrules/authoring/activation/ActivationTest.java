package org.spsrules.authoring.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.diagnostic.Diagnostic;

/** Edited rules serve if they pass every check; else the last good ones go on, and everything that is wrong is said. */
class ActivationTest {

    private static final PatientCase CONFIRMED = PatientCase.asOf(LocalDate.of(2026, 1, 15))
            .age(55)
            .diagnosis(Status.CONFIRMED)
            .noConditions("sleep-apnoea")
            .build();

    @TempDir
    static Path good;

    /** Serves in all tests that must not change what serves. */
    private static ActiveRules lastGood;

    @TempDir
    Path edited;

    private ServingKnowledge editing;

    @BeforeAll
    static void serve() throws IOException {
        new ServingKnowledge(good);
        lastGood = Authoring.serve(Authoring.activate(good));
    }

    @AfterAll
    static void close() {
        lastGood.close();
    }

    @BeforeEach
    void write() throws IOException {
        editing = ServingKnowledge.saying(edited, "It works.");
    }

    private static String reason(Report report) {
        return report.recommendations().get(0).reason().orElseThrow();
    }

    @Test
    void aFolderInOrderGivesRules() {
        try (SpsRules rules = Authoring.activate(good)) {
            assertThat(reason(rules.evaluate(CONFIRMED))).isEqualTo("It helps.");
        }
    }

    @Test
    void aFolderThatIsNotInOrderSaysEverythingThatIsWrong() throws IOException {
        editing.rule("first-line/one", "Patient( adlt )", "start( \"diazepam\" ).because( \"Yes.\" );");
        editing.rule("first-line/two", "Patient( adult )", "start( \"diazapam\" ).because( \"Yes.\" );");

        assertThatExceptionOfType(ActivationException.class)
                .isThrownBy(() -> Authoring.activate(edited))
                .withMessageContaining("rules/first-line/one.drl:5")
                .withMessageContaining("did you mean diazepam?")
                .satisfies(failure -> assertThat(failure.problems())
                        .extracting(Diagnostic::file)
                        .contains("rules/first-line/one.drl", "rules/first-line/two.drl"));
    }

    @Test
    void theNewRulesServeOnceTheyHaveBeenActivated() {
        try (ActiveRules rules = Authoring.serve(Authoring.activate(good))) {
            Report before = rules.evaluate(CONFIRMED);

            Activation activation = rules.activate(edited);

            Report after = rules.evaluate(CONFIRMED);
            assertThat(activation.problems()).isEmpty();
            assertThat(activation.wentLive()).isTrue();
            assertThat(activation.serving()).isEqualTo(after.knowledge()).isNotEqualTo(before.knowledge());
            assertThat(reason(before)).isEqualTo("It helps.");
            assertThat(reason(after)).isEqualTo("It works.");
        }
    }

    /** Something that an author or an attacker does to a folder. */
    private interface Edit {
        void apply(ServingKnowledge knowledge) throws IOException;
    }

    private static Arguments edit(String name, Edit edit, String problem) {
        return Arguments.of(name, edit, problem);
    }

    static Stream<Arguments> badEdits() {
        return Stream.of(
                edit(
                        "a rule that never fires",
                        knowledge -> {
                            knowledge.rule(
                                    "first-line/x",
                                    "Patient( has( \"sleep-apnoea\" ), hasNot( \"sleep-apnoea\" ) )",
                                    "start( \"diazepam\" ).because( \"Yes.\" );");
                            knowledge.scenario("first-line/x", "{}", "silent");
                        },
                        "rules/first-line/x.drl:5:37: error: these are never true together: has( \"sleep-apnoea\" ),"
                                + " hasNot( \"sleep-apnoea\" ) [never-fires]"),
                edit(
                        "a finding that no rule concludes",
                        knowledge -> {
                            knowledge.rule(
                                    "first-line/x",
                                    "exists Finding( name == \"step-open\" )",
                                    "start( \"diazepam\" ).because( \"Yes.\" );");
                            knowledge.scenario("first-line/x", "{}", "silent");
                        },
                        "rules/first-line/x.drl:5:5: error: no rule concludes step-open [unconcluded-finding]"),
                edit(
                        "a rule with a hundred and one conditions",
                        knowledge -> knowledge.rule(
                                "first-line/x",
                                "Patient( " + "adult, ".repeat(100) + "adult )",
                                "start( \"diazepam\" ).because( \"Yes.\" );"),
                        "a rule asks 100 things at most, and this one asks 101; split it [too-large]"),
                edit(
                        "a rule that is none",
                        knowledge -> knowledge.write("rules/first-line/x.drl", "rule"),
                        "rules/first-line/x.drl:1:"),
                edit(
                        "an unknown code",
                        knowledge -> knowledge.rule(
                                "first-line/x",
                                "Patient( has( \"x\" ) )",
                                "start( \"diazepam\" ).because( \"Yes.\" );"),
                        "[unknown-concept]"),
                edit(
                        "a rule without scenarios",
                        knowledge -> knowledge.rule("first-line/x", "Patient( adult )", "note().because( \"Yes.\" );"),
                        "the rule has no scenarios; write rules/first-line/x.scenarios.yaml"),
                edit(
                        "a scenario that fails",
                        knowledge -> knowledge.scenario("first-line/explain", "{}", "silent"),
                        "rules/first-line/explain.scenarios.yaml:2:5: error: \"An adult\": expected the rule not to apply,"
                                + " and it does [scenario-fails]"),
                edit(
                        "a scenario with an unknown term",
                        knowledge -> knowledge.scenario("first-line/explain", "{status: confirmd}", "fires"),
                        "confirmed"),
                edit(
                        "an experimental treatment",
                        knowledge -> {
                            knowledge.rule(
                                    "first-line/x",
                                    "Patient( has( \"sleep-apnoea\" ) )",
                                    "start( \"car-t\" ).because( \"It is new.\" );");
                            knowledge.scenario("first-line/x", "{}", "silent");
                        },
                        "rules/first-line/x.drl:1:1: error: Experimental treatments are never recommended. Broken by start"
                                + " car-t in the case {"),
                edit(
                        "nothing said to anyone but adults",
                        knowledge ->
                                knowledge.rule("first-line/explain", "Patient( adult )", "note().because( \"Yes.\" );"),
                        "A report is never empty."),
                edit(
                        "a rule of a megabyte",
                        knowledge -> knowledge.write("rules/first-line/x.drl", "//".repeat(500_000)),
                        "rules/first-line/x.drl:1:1: error: the file has more than 64 KB; split it [too-large]"),
                edit(
                        "a data file of ten megabytes",
                        knowledge -> knowledge.write("vocabulary/x.yaml", "#".repeat(10_000_000)),
                        "vocabulary/x.yaml:1:1: error: the file has more than 1024 KB; split it [too-large]"),
                edit(
                        "brackets without end",
                        knowledge -> knowledge.rule("first-line/x", "(".repeat(30_000), "note().because( \"Yes.\" );"),
                        "rules/first-line/x.drl"),
                edit(
                        "Java",
                        knowledge -> knowledge.rule("first-line/x", "Patient( adult )", "System.exit( 1 );"),
                        "rules/first-line/x.drl:7"),
                edit(
                        "a link",
                        knowledge -> Files.createSymbolicLink(
                                knowledge.root().resolve("rules/first-line/x.drl"),
                                knowledge.root().resolve("rules/first-line/explain.drl")),
                        "rules/first-line/x.drl:1:1: error:"),
                edit(
                        "a link in the place of a folder",
                        knowledge -> {
                            Path sources = knowledge.root().resolve("sources");
                            Files.move(sources, knowledge.root().resolve("elsewhere"));
                            Files.createSymbolicLink(sources, knowledge.root().resolve("elsewhere"));
                        },
                        "sources:1:1: error:"),
                edit(
                        "no knowledge.yaml",
                        knowledge -> Files.delete(knowledge.root().resolve("knowledge.yaml")),
                        "knowledge.yaml:1:1: error: a knowledge base has a file knowledge.yaml [missing-file]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEdits")
    void theLastGoodRulesServeAfter(String name, Edit edit, String problem) throws IOException {
        edit.apply(editing);
        Report before = lastGood.evaluate(CONFIRMED);

        Activation activation = lastGood.activate(edited);

        assertThat(activation.wentLive()).isFalse();
        assertThat(activation.problems())
                .extracting(Diagnostic::toString)
                .anySatisfy(text -> assertThat(text).contains(problem));
        assertThat(activation.serving()).isEqualTo(before.knowledge());
        assertThat(reason(before)).isEqualTo("It helps.");
        assertThat(lastGood.evaluate(CONFIRMED)).isEqualTo(before);
    }

    @Test
    void everythingThatCanBeFoundIsSaidAtOnce() throws IOException {
        editing.rule("first-line/one", "Patient( adlt )", "start( \"diazepam\" ).because( \"Yes.\" );");
        editing.rule(
                "first-line/two",
                "Patient( has( \"sleep-apnoea\" ), hasNot( \"sleep-apnoea\" ) )",
                "start( \"diazepam\" ).because( \"Yes.\" );");

        assertThat(lastGood.activate(edited).problems())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("unknown-field", "no-scenarios", "no-scenarios", "never-fires");
    }

    @Test
    void warningsComeBackAndDoNotKeepRulesFromServing() throws IOException {
        editing.write(
                "rules/first-line/start-diazepam.drl",
                Files.readString(edited.resolve("rules/first-line/start-diazepam.drl"))
                        .replace("\"Start diazepam\"", "\"start diazepam.\""));

        try (ActiveRules rules = Authoring.serve(Authoring.activate(good))) {
            Activation activation = rules.activate(edited);

            assertThat(activation.wentLive()).isTrue();
            assertThat(activation.problems()).isEmpty();
            assertThat(activation.warnings())
                    .allMatch(warning -> !warning.isError())
                    .extracting(Diagnostic::toString)
                    .anySatisfy(text -> assertThat(text)
                            .startsWith("rules/first-line/start-diazepam.drl:1:6: warning: ")
                            .endsWith(" [title-style]"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsAProblemAndNoCrash() {
        assertThat(lastGood.activate(edited.resolve("nowhere")).problems())
                .extracting(Diagnostic::code)
                .contains("missing-file");
        assertThat(lastGood.activate(good, edited.resolve("nowhere")).problems())
                .extracting(Diagnostic::code)
                .containsExactly("missing-file");
    }

    @Test
    void aBrokenInvariantIsShownInTheSmallestCaseThatBreaksIt() throws IOException {
        editing.rule(
                "first-line/x", "Patient( has( \"sleep-apnoea\" ) )", "start( \"car-t\" ).because( \"It is new.\" );");
        editing.scenario("first-line/x", "{}", "silent");

        assertThatExceptionOfType(ActivationException.class)
                .isThrownBy(() -> Authoring.activate(edited))
                .satisfies(failure -> assertThat(failure.problems())
                        .singleElement()
                        .extracting(Diagnostic::message)
                        .asString()
                        .endsWith("in the case { \"format\": \"sps-patient-case/1\", \"asOf\": \"2026-01-15\","
                                + " \"conditions\": { \"present\": [ \"sleep-apnoea\" ] } }"));
    }

    @Test
    void aLeaseOutlivesAnActivationAndNothingOutlivesTheEnd() {
        ActiveRules rules = Authoring.serve(Authoring.activate(good));
        Lease lease = rules.lease();

        assertThat(rules.activate(edited).problems()).isEmpty();

        assertThat(reason(lease.evaluate(CONFIRMED))).isEqualTo("It helps.");
        assertThat(reason(rules.evaluate(CONFIRMED))).isEqualTo("It works.");
        lease.close();
        lease.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> lease.evaluate(CONFIRMED));
        rules.close();
        rules.close();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rules.evaluate(CONFIRMED));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rules.activate(edited));
    }
}
