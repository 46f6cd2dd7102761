package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.authoring.diagnostic.LintCode;

class LintTest {

    private static final Path OWN =
            Path.of("../../sps-rules-kb").toAbsolutePath().normalize();
    private static final String RULE = "rules/first-line/start-diazepam.drl";

    @TempDir
    private Path folder;

    @Test
    void nothingIsToBeFoundInOurOwnKnowledge() {
        Run run = Run.of("lint");

        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .matches(".*sps-rules-kb: nothing to find in \\d+ rules, \\d+ scenarios, \\d+ concepts and \\d+"
                        + " statements");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aNamedFolderIsChecked() throws IOException {
        SmallBase.in(folder);

        Run run = Run.of("lint", folder.toString());

        assertThat(run.out()).startsWith(folder + ": nothing to find in 1 rule");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void allThatIsWrongIsNamedInOneRun() throws IOException {
        copyOwn();
        edit(RULE, "Diagnosis( confirmed )", "Diagnosis( confirmd )");
        edit("rules/appraisal/dose/low-dose-needed.drl", "age >= 65", "age >= \"65\"");
        edit("knowledge.yaml", "version:", "verson:");

        Run run = Run.of("lint", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(folder + "/" + RULE + ":")
                        .contains(": error: Diagnosis has no confirmd")
                        .endsWith("did you mean confirmed? [unknown-field]"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(folder + "/rules/appraisal/dose/low-dose-needed.drl:6:28: error: age is a number")
                        .endsWith("[wrong-type]"))
                .anySatisfy(line ->
                        assertThat(line).contains("did you mean version?").endsWith("[data-file]"))
                .last()
                .asString()
                .matches(".*: \\d+ errors and \\d+ warnings in .*");
    }

    @Test
    void aWarningIsAFindingToo() throws IOException {
        SmallBase.in(folder).change(SmallBase.RULE, "rule \"Start", "rule \"start");

        Run run = Run.of("lint", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains(":1:6: warning: ")
                .endsWith("[title-style]");
        assertThat(run.out()).contains(": 0 errors and 1 warning in ");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplained(LintCode code) {
        Run run = Run.of("lint", "--explain", code.code());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(code.code() + " (").contains("Not so:", "But so:");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void anUnknownCodeIsToldWhatMayBeMeant() {
        Run run = Run.of("lint", "--explain", "unknown-concpt");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("sps lint: there is no code unknown-concpt; did you mean unknown-concept?\n");
    }

    @Test
    void aFolderThatCannotBeCheckedIsSaidToBeSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        for (List<String> unusable : List.of(
                List.of("missing", "there is no such folder"),
                List.of("a\u0000b", "there is no such folder"),
                List.of(file.toString(), "this is a file; name the folder of a knowledge base"),
                List.of(
                        folder.toString(),
                        "this folder holds no knowledge base, that is, no knowledge.yaml and no folder rules"))) {
            Run run = Run.of("lint", unusable.get(0));

            assertThat(run.exitCode()).as(unusable.get(0)).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).endsWith(": error: " + unusable.get(1) + "\n").doesNotContain("Exception");
        }
    }

    @Test
    void aFolderWithoutPermission() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        assumeThat(rules.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(rules))
                .as("whoever may read everything cannot test this")
                .isFalse();

        Run run = Run.of("lint", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(rules + ": error: permission to read it is denied\n");
    }

    @Test
    void whateverLiesInTheFolderNoStackTraceIsShown() throws IOException {
        Files.createDirectories(folder.resolve("rules/first-line/deep.drl"));
        Files.write(
                Files.createDirectories(folder.resolve("vocabulary")).resolve("x.yaml"),
                new byte[] {0, 1, (byte) 0xE9});
        Files.writeString(folder.resolve("rules/first-line/x.drl"), "rule {{{{ \u0000 ]]]");
        Files.createSymbolicLink(folder.resolve("sources"), folder);

        Run run = Run.of("lint", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain("Exception", "\tat ", "org.drools");
    }

    private void copyOwn() throws IOException {
        for (String part : List.of("knowledge.yaml", "rules", "vocabulary", "sources")) {
            try (Stream<Path> files = Files.walk(OWN.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(OWN.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
