package org.spsrules.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.rule.Rule;

/** For every code there is a broken knowledge base in which lint finds just that, at the right file, line and column. */
class TrapTest {

    /** Their examples are put in words, because a few lines cannot show them. */
    private static final Set<LintCode> IN_WORDS = EnumSet.of(
            LintCode.MISSING_FILE,
            LintCode.NO_RULES,
            LintCode.ENCODING,
            LintCode.TOO_LARGE,
            LintCode.HIDDEN_CHARACTER,
            LintCode.UNREAD_TABLE,
            LintCode.NO_SCENARIOS,
            LintCode.LONG_TEXT);

    @TempDir
    private Path folder;

    private TrapFolder traps;

    @BeforeEach
    void laySoundKnowledge() throws IOException {
        traps = new TrapFolder(folder);
    }

    static List<String> traps() throws IOException {
        return TrapFolder.traps();
    }

    static List<LintCode> codesShownByExample() {
        return ofLint().filter(code -> !IN_WORDS.contains(code)).toList();
    }

    private static Stream<LintCode> ofLint() {
        return Arrays.stream(LintCode.values())
                .filter(code -> !LintCode.onlyInActivation().contains(code));
    }

    @Test
    void nothingIsFoundInSoundKnowledge() throws IOException {
        assertThat(Linter.check(folder).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void theMistakeIsFoundWhereItStandsAndNothingElseIs(String trap) throws IOException {
        traps.lay(trap);

        assertThat(found()).isEqualTo(TrapFolder.expected(trap)).contains("[" + trap + "]");
    }

    private String found() throws IOException {
        return Linter.check(folder).findings().stream()
                .map(finding -> finding + "\n")
                .collect(Collectors.joining());
    }

    /** Who edits a rule is told of it what is told when everything is looked at. */
    @ParameterizedTest
    @MethodSource("traps")
    void ofARuleThatIsLookedAtAloneTheSameIsFound(String trap) throws IOException {
        traps.lay(trap);
        Content content = KnowledgeFolder.read(folder);
        List<Diagnostic> ofTheWhole = Linter.check(content).findings();

        for (ParsedRule rule : content.written()) {
            String id = Rule.fileOf(rule.rule().id());
            Diagnostics alone = new Diagnostics();
            content.diagnostics().forEach(alone::add);
            List<Scenario> beside = Scenarios.read(content.scenarios(), content.knowledge(), alone).stream()
                    .filter(scenario -> scenario.file().equals(ScenarioFile.pathOf(id)))
                    .toList();
            Linter.check(content, Set.of(id), beside, alone);

            assertThat(ofRule(id, alone.sorted())).isEqualTo(ofRule(id, ofTheWhole));
        }
    }

    private static List<Diagnostic> ofRule(String id, List<Diagnostic> found) {
        Set<String> files = Set.of(RuleFile.pathOf(id), ScenarioFile.pathOf(id));
        return found.stream().filter(finding -> files.contains(finding.file())).toList();
    }

    @Test
    void everyCodeHasATrap() throws IOException {
        assertThat(traps())
                .containsExactlyInAnyOrderElementsOf(
                        ofLint().map(LintCode::code).toList());
    }

    @ParameterizedTest
    @MethodSource("codesShownByExample")
    void theExampleOfACodeIsTheMistakeInItsTrapAndTheOtherExampleMendsIt(LintCode code) throws IOException {
        traps.lay(code.code());

        assertThat(traps.repair(code.bad(), code.good())).isTrue();

        assertThat(Linter.check(folder).findings()).extracting(Diagnostic::code).doesNotContain(code.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedInSentences(LintCode code) {
        assertThat(code.summary()).matches("[A-Z].*\\.");
        assertThat(code.why()).matches("[A-Z].*\\.");
        assertThat(code.good()).isNotBlank().isNotEqualTo(code.bad());
        assertThat(LintCode.of(code.code())).contains(code);
    }
}
