package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    private static final String UNTIDY = "rules/first-line/untidy.drl";

    @TempDir
    private Path folder;

    private SmallBase base;
    private String laidOut;

    @BeforeEach
    void writeKnowledge() throws IOException {
        base = SmallBase.in(folder);
        laidOut = Files.readString(folder.resolve(SmallBase.RULE)).replace("\"Start diazepam\"", "\"Untidy\"");
        base.write(UNTIDY, laidOut.replaceAll("\\s+(?!then)", " ").replace("then", "\n\tthen"));
    }

    private String untidy() throws IOException {
        return Files.readString(folder.resolve(UNTIDY));
    }

    @Test
    void theRulesOfAKnowledgeBaseAreLaidOutOnce() throws IOException {
        String scenarios = Files.readString(folder.resolve(SmallBase.SCENARIOS));

        Run first = Run.of("format", folder.toString());
        Run second = Run.of("format", folder.toString());

        assertThat(first).isEqualTo(new Run(0, folder + "/" + UNTIDY + "\n2 rule files, 1 laid out anew\n", ""));
        assertThat(second).isEqualTo(new Run(0, "2 rule files, none laid out anew\n", ""));
        assertThat(untidy()).isEqualTo(laidOut);
        assertThat(Files.readString(folder.resolve(SmallBase.SCENARIOS))).isEqualTo(scenarios);
    }

    @Test
    void copiesThatSystemsKeepOfARuleAreNoRules() throws IOException {
        Files.write(folder.resolve("rules/first-line/._untidy.drl"), new byte[] {0, 5, 0x16, 7});

        assertThat(Run.of("format", folder.toString()).out()).contains("2 rule files, 1 laid out anew");
    }

    @Test
    void aCheckNamesWhatWouldChangeAndChangesNothing() throws IOException {
        String before = untidy();

        Run run = Run.of("format", "--check", folder.toString());

        assertThat(run).isEqualTo(new Run(1, folder + "/" + UNTIDY + "\n2 rule files, 1 would be laid out anew\n", ""));
        assertThat(untidy()).isEqualTo(before);
    }

    @Test
    void filesAndFoldersOfRulesAreTakenToo() throws IOException {
        String file = folder.resolve(UNTIDY).toString();
        String rules = folder.resolve("rules/first-line").toString();

        assertThat(Run.of("format", "--check", file).out())
                .isEqualTo(file + "\n1 rule file, 1 would be laid out anew\n");
        assertThat(Run.of("format", rules).out()).isEqualTo(rules + "/untidy.drl\n2 rule files, 1 laid out anew\n");
        assertThat(Run.of("format", "--check", file, rules))
                .isEqualTo(new Run(0, "3 rule files, none would be laid out anew\n", ""));
    }

    @Test
    void aRuleThatCannotBeReadStaysAsItIsAndTheOthersAreLaidOut() throws IOException {
        base.change(SmallBase.RULE, "hasNot( \"sleep-apnoea\" )", "hasNot( \"sleep-apnoea\" ");
        String before = Files.readString(folder.resolve(SmallBase.RULE));

        Run run = Run.of("format", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(folder + "/" + UNTIDY + "\n2 rule files, 1 laid out anew\n");
        assertThat(run.err())
                .isEqualTo(folder + "/" + SmallBase.RULE + ":6:12: error: this ( is never closed [syntax]\n");
        assertThat(Files.readString(folder.resolve(SmallBase.RULE))).isEqualTo(before);
    }

    /** Whether the words make sense is not asked. */
    @Test
    void aRuleOfWhichOnlyTheWordsAreWrongIsLaidOut() throws IOException {
        base.change(UNTIDY, "sleep-apnoea", "FILL IN: a condition");

        assertThat(Run.of("format", folder.toString()).exitCode()).isZero();

        assertThat(untidy()).isEqualTo(laidOut.replace("sleep-apnoea", "FILL IN: a condition"));
    }

    @Test
    void theLineEndsOfWindowsStayButNotAMixture() throws IOException {
        base.write(UNTIDY, laidOut.replace("\n", "\r\n"));
        assertThat(Run.of("format", "--check", folder.toString()).exitCode()).isZero();

        base.write(UNTIDY, laidOut.replace("    ", "\t").replace("\n", "\r\n"));
        assertThat(Run.of("format", folder.toString()).exitCode()).isZero();
        assertThat(untidy()).isEqualTo(laidOut.replace("\n", "\r\n"));

        base.write(UNTIDY, laidOut.replace("when\n", "when\r\n"));
        assertThat(Run.of("format", folder.toString()).exitCode()).isZero();
        assertThat(untidy()).isEqualTo(laidOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", " \t\n"})
    void aFileEndsWithItsLastLine(String end) throws IOException {
        base.write(UNTIDY, laidOut.strip() + end);

        assertThat(Run.of("format", folder.toString()).exitCode()).isZero();

        assertThat(untidy()).isEqualTo(laidOut);
    }

    @ParameterizedTest
    @CsvSource({
        "EFBBBF, '1:1: error: the file begins with a byte order mark; save it as UTF-8 without one [hidden-character]'",
        "E9, '1:1: error: this is not UTF-8 text; save it as UTF-8 [encoding]'",
        "0D, '1:1: error: U+000D cannot be seen; delete it [hidden-character]'"
    })
    void whatNoEditorShowsIsNamedAsByLint(String begin, String problem) throws IOException {
        byte[] begins = java.util.HexFormat.of().parseHex(begin);
        byte[] rule = laidOut.getBytes(StandardCharsets.UTF_8);
        byte[] content = java.util.Arrays.copyOf(begins, begins.length + rule.length);
        System.arraycopy(rule, 0, content, begins.length, rule.length);
        Files.write(folder.resolve(UNTIDY), content);

        Run run = Run.of("format", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(folder + "/" + UNTIDY + ":" + problem + "\n");
        assertThat(Run.of("lint", folder.toString()).out()).contains(run.err());
        assertThat(Files.readAllBytes(folder.resolve(UNTIDY))).isEqualTo(content);
    }

    @Test
    void whatIsNoRuleFileIsSaidToBeSo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String scenarios = folder.resolve(SmallBase.SCENARIOS).toString();

        assertThat(Run.of("format", empty.toString(), "missing", scenarios, "a\u0000b"))
                .isEqualTo(new Run(
                        2,
                        "",
                        empty + ": error: there is no rule file in this folder, that is, none that ends in .drl\n"
                                + "missing: error: there is no such file or folder\n"
                                + scenarios + ": error: this is no rule file; the name of one ends in .drl\n"
                                + "a b: error: there is no such file or folder\n"));
    }

    @Test
    void aFileThatMustNotBeWrittenIsNamed() throws IOException {
        Path file = folder.resolve(UNTIDY);
        assumeThat(file.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(file))
                .as("whoever may write everything cannot test this")
                .isFalse();

        assertThat(Run.of("format", folder.toString()))
                .isEqualTo(new Run(2, "2 rule files, none laid out anew\n", file + ": error: it cannot be written\n"));
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws IOException {
        Path rules = folder.resolve("rules/first-line");
        assumeThat(rules.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(rules))
                .as("whoever may read everything cannot test this")
                .isFalse();

        assertThat(Run.of("format", folder.toString()))
                .isEqualTo(new Run(2, "", folder + ": error: permission to read it is denied\n"));
    }

    @Test
    void whatSystemsLeaveIsPassedOver() throws IOException {
        base.write("rules/first-line/._untidy.drl", "\0\5\26\7");

        assertThat(Run.of("format", folder.toString()))
                .isEqualTo(new Run(0, folder + "/" + UNTIDY + "\n2 rule files, 1 laid out anew\n", ""));
    }

    @Test
    void aLinkIsNotFollowedOutOfAFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.drl"), untidy());
        Files.createSymbolicLink(folder.resolve("rules/linked.drl"), outside);

        assertThat(Run.of("format", folder.toString()).exitCode()).isZero();

        assertThat(outside).isRegularFile().content().isNotEqualTo(laidOut);
    }
}
