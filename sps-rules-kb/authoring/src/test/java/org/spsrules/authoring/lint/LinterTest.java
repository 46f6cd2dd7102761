package org.spsrules.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.diagnostic.Diagnostic;

/** Two mistakes are found in one run, unless the second may be the mere consequence of the first. */
class LinterTest {

    private static final String RULE = "rules/first-line/start-diazepam.drl";

    @TempDir
    private Path folder;

    private TrapFolder traps;

    @BeforeEach
    void laySoundKnowledge() throws IOException {
        traps = new TrapFolder(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "no-scenarios, contradicting-rules",
        "no-scenarios, layout",
        "no-scenarios, mixed-units",
        "no-scenarios, never-fires",
        "no-scenarios, no-silent-scenario",
        "no-scenarios, redundant-condition",
        "no-scenarios, say-exists",
        "no-scenarios, subsumed-rule",
        "no-scenarios, title-style",
        "no-scenarios, unconcluded-finding",
        "no-scenarios, unread-finding",
        "no-scenarios, untested-threshold",
        "no-scenarios, unused-concept",
        "no-scenarios, unused-evidence-grade",
        "no-scenarios, unused-source",
        "no-scenarios, unused-variable",
        "scenario, contradicting-rules",
        "scenario, never-fires",
        "scenario, redundant-condition",
        "scenario, subsumed-rule",
        "scenario, unread-finding",
        "scenario, untested-threshold",
        "scenario, unused-concept",
        "scenario, unused-reference",
        "blank, untested-threshold",
        "unknown-field, untested-threshold"
    })
    void oneMistakeDoesNotHideAnother(String one, String other) throws IOException {
        traps.lay(one);
        traps.lay(other);

        assertThat(findings())
                .containsExactlyElementsOf(Stream.of(one, other)
                        .flatMap(trap -> expected(trap).lines())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'end\n', 'end', 9:4",
        "'end\n', 'end\n\n', 10:1",
        "'when\n', 'when \n', 4:5",
        "'    start', '  start', 8:3",
        "'\n    @evidence', ' @evidence', 2:23"
    })
    void theLayoutIsNamedWhereItFirstDiffers(String from, String to, String place) throws IOException {
        Path rule = folder.resolve(RULE);
        Files.writeString(rule, Files.readString(rule).replace(from, to));

        assertThat(findings())
                .containsExactly(RULE + ":" + place
                        + ": warning: from here on the layout is another one; sps format puts it right [layout]");
    }

    @Test
    void theLineEndsOfWindowsAreNoOtherLayout() throws IOException {
        Path rule = folder.resolve(RULE);
        Files.writeString(rule, Files.readString(rule).replace("\n", "\r\n"));

        assertThat(findings()).isEmpty();
    }

    @Test
    void bothSidesOfANumberDoNotStandForTheNumberItself() throws IOException {
        Path scenarios = folder.resolve("rules/appraisal/low-dose-for-old-age.scenarios.yaml");
        Files.writeString(scenarios, Files.readString(scenarios).replace("age: 65", "age: 66"));

        assertThat(findings())
                .containsExactly(
                        "rules/appraisal/low-dose-for-old-age.drl:5:14: warning: no scenario of this rule shows"
                                + " a case in which age >= 65 is asked of the limit itself [untested-threshold]");
    }

    @Test
    void bothSidesOfADoseDoNotStandForTheDoseItself() throws IOException {
        Path rule = folder.resolve("rules/appraisal/low-dose-for-old-age.drl");
        Path scenarios = folder.resolve("rules/appraisal/low-dose-for-old-age.scenarios.yaml");
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace("Patient( age >= 65 )", "exists Treatment( doseAtLeast( \"40 mg/day\" ) )"));
        Files.writeString(
                scenarios,
                Files.readString(scenarios)
                        .replace("patient: {age: 65}", treatment("41 mg/day"))
                        .replace("patient: {age: 64}", treatment("39 mg/day")));

        assertThat(findings())
                .filteredOn(finding -> finding.endsWith("[untested-threshold]"))
                .singleElement()
                .asString()
                .contains("is asked of the limit itself");
    }

    private static String treatment(String dose) {
        return "treatments: {given: [{therapy: diazepam, status: current, dose: " + dose + "}]}";
    }

    /** Who reads the finding, or concludes it, may be the rule that cannot be read. */
    @ParameterizedTest
    @CsvSource({"syntax, unread-finding", "syntax, unused-concept"})
    void whatMayStandInARuleThatCannotBeReadIsNotMissed(String unreadable, String missing) throws IOException {
        traps.lay(missing);
        traps.lay(unreadable);

        assertThat(findings())
                .containsExactlyElementsOf(expected(unreadable).lines().toList());
    }

    private List<String> findings() throws IOException {
        return Linter.check(folder).findings().stream()
                .map(Diagnostic::toString)
                .sorted()
                .toList();
    }

    private static String expected(String trap) {
        try {
            return TrapFolder.expected(trap);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
