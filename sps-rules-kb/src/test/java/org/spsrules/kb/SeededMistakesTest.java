package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diff.DifferenceSearch;
import org.spsrules.authoring.diff.Sample;
import org.spsrules.authoring.diff.Side;
import org.spsrules.authoring.proof.Equivalents;
import org.spsrules.authoring.proof.MutationSearch;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.authoring.verify.InvariantFolder;
import org.spsrules.authoring.verify.Verification;
import org.spsrules.authoring.verify.Verified;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.kb.SeededMistakes.Copy;
import org.spsrules.kb.SeededMistakes.Mistake;
import org.spsrules.kb.SeededMistakes.Tool;

/**
 * Mistakes of authors, each put into a copy of the knowledge base, are found by the tool that is said to find them, which
 * finds nothing of the kind in the knowledge base itself. In every build those in rules that a quick tool finds; all of them in
 * the long profile. {@code -Dsps.write=true} writes the table in docs.
 */
class SeededMistakesTest {

    private static final Path TABLE = Path.of("../docs/seeded-mistakes.md");

    private static SeededMistakes mistakes;

    @BeforeAll
    static void read() throws IOException {
        mistakes = SeededMistakes.read();
    }

    static List<Mistake> mistakes() {
        return SeededMistakes.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFound(Mistake mistake) throws IOException {
        assumeTrue(mistake.isQuick() || Boolean.getBoolean("sps.mistakes"));
        Copy faulty = mistakes.with(mistake);
        if (mistake.tool() != Tool.LINT) {
            assertThat(faulty.content().diagnostics())
                    .as("it can be read, so that it is the tool that finds it")
                    .isEmpty();
        }

        assertThat(finds(mistake.tool(), mistake.where(), faulty, mistake)).isTrue();
        if (mistake.tool() != Tool.DIFF) {
            assertThat(finds(mistake.tool(), mistake.where(), mistakes.sound(), mistake))
                    .isFalse();
        }
    }

    private static boolean finds(Tool tool, String where, Copy copy, Mistake mistake) throws IOException {
        return switch (tool) {
            case LINT ->
                copy.problemsNear(mistake).stream().map(Diagnostic::code).anyMatch(where::equals);
            case TEST -> {
                ScenarioRun run = new ScenarioRun(SpsRules.of(
                        copy.knowledge(),
                        new ReferenceEvaluator(copy.knowledge().rules())::evaluate));
                yield copy.scenariosOf(where).stream()
                        .anyMatch(scenario -> !run.mismatches(scenario).isEmpty());
            }
            case CHECK -> {
                var invariants =
                        InvariantFolder.read(Path.of("").toAbsolutePath(), "", copy.knowledge(), new Diagnostics());
                Verification verification =
                        new Verification(copy.knowledge(), copy.knowledge().rules(), invariants, Optional::empty);
                yield invariants.stream()
                        .filter(invariant -> invariant.name().equals(where))
                        .anyMatch(invariant -> verification.proof(invariant).outcome() == Verified.Outcome.BROKEN);
            }
            case DIFF -> {
                DifferenceSearch search = new DifferenceSearch(
                        new Side("before", mistakes.sound().knowledge(), List.of()),
                        new Side("after", copy.knowledge(), List.of()));
                yield mistakes.sound().scenariosOf(where).stream()
                        .map(scenario -> new Sample(Sample.Origin.SCENARIO, scenario.name(), scenario.patientCase()))
                        .anyMatch(sample -> !search.in(sample).isEmpty());
            }
            case MUTATE ->
                !new MutationSearch(copy.content(), copy.scenariosOf(where))
                        .run(where::equals, false, Equivalents.NONE, total -> () -> {})
                        .survivors()
                        .isEmpty();
        };
    }

    @Test
    void thereAreForty() {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(mistakes()).extracting(Mistake::tool).contains(Tool.values());
        assertThat(mistakes()).extracting(Mistake::what).doesNotHaveDuplicates();
    }

    @Test
    void theTableSaysWhichToolFindsWhich() throws IOException {
        String table = """
                # Mistakes that were made on purpose

                Written by `SeededMistakesTest`. Not a medical device, and not clinically reviewed.

                Each of these %d mistakes was put into a copy of the knowledge base, and the command that is named finds it; others
                may find it too.

                | Mistake | In | Found by | Where |
                |---|---|---|---|
                %s
                """.formatted(
                        mistakes().size(),
                        mistakes().stream()
                                .map(mistake -> Stream.of(
                                                mistake.what(),
                                                "`" + mistake.file() + "`",
                                                "`./sps " + mistake.tool().command() + "`",
                                                "`" + mistake.where() + "`")
                                        .collect(Collectors.joining(" | ", "| ", " |")))
                                .collect(Collectors.joining("\n")));
        if (Boolean.getBoolean("sps.write")) {
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE).hasContent(table);
    }
}
