package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given to the command, it answers with exit code 2 and a sentence. */
class UnusableInputTest {

    @TempDir
    private Path folder;

    static Stream<Map.Entry<String, byte[]>> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        contents.put("empty", new byte[0]);
        contents.put("blank", bytes("\n\n  \n"));
        contents.put("not UTF-8", new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
        contents.put("binary", new byte[] {0, 1, 2, 3, 0x1B, 0x7F});
        contents.put("not YAML", bytes("a: [1, 2\nb: }"));
        contents.put("not JSON", bytes("{\"format\": "));
        contents.put("a list", bytes("- 1\n- 2\n"));
        contents.put("a text", bytes("hello"));
        contents.put("another format", bytes("format: something-else/1\nasOf: 2014-04-01\n"));
        contents.put("no format", bytes("asOf: 2014-04-01\n"));
        contents.put("no date", bytes("format: sps-patient-case/1\n"));
        contents.put("an unknown key", bytes("format: sps-patient-case/1\nasOf: 2014-04-01\npatiant: {age: 5}\n"));
        contents.put("too deep", bytes("a: " + "[".repeat(10_000)));
        contents.put("a bomb", bytes("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"));
        contents.put("too large", new byte[1_500_000]);
        return contents.entrySet().stream();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aFile(Map.Entry<String, byte[]> content) throws IOException {
        Path file = Files.write(folder.resolve("case.yaml"), content.getValue());

        Run run = Run.of("evaluate", file.toString());

        assertUnusable(run);
        assertThat(run.err().lines())
                .allSatisfy(line -> assertThat(line)
                        .startsWith(file.toString())
                        .contains(": error: ")
                        .doesNotContain("\u001B"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void theStandardInput(Map.Entry<String, byte[]> content) {
        Run run = Run.with(Run.PLAIN, content.getValue(), "evaluate", "-");

        assertUnusable(run);
        assertThat(run.err()).startsWith("<stdin>");
    }

    @Test
    void aFileThatIsNotUtf8SaysWhere() throws IOException {
        Path file = Files.write(folder.resolve("case.yaml"), new byte[] {'a', '\n', 'b', ':', (byte) 0xE9});

        assertThat(Run.of("evaluate", file.toString()).err())
                .isEqualTo(file + ":2:3: error: this is not UTF-8 text; save it as UTF-8\n");
    }

    @Test
    void aMissingFile() {
        Run run = Run.of("evaluate", "missing.yaml");

        assertUnusable(run);
        assertThat(run.err()).isEqualTo("missing.yaml: error: there is no such file or folder\n");
    }

    @Test
    void aNameThatNoFileCanHave() {
        assertUnusable(Run.of("evaluate", "a\u0000b"));
    }

    @Test
    void aFolderWithoutCases() {
        Run run = Run.of("evaluate", folder.toString());

        assertUnusable(run);
        assertThat(run.err()).startsWith(folder + ": error: this folder holds no case");
    }

    @Test
    void aFolderThatLeadsBackToItself() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.copy(Run.CASES.resolve("p01-untreated.yaml"), folder.resolve("p01.yaml"));

        Run run = Run.of("evaluate", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(folder.resolve("loop") + ": error: ");
        assertThat(run.out()).contains("New classic SPS, untreated");
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void aPipeInAFolderIsNamedAndNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.copy(Run.CASES.resolve("p01-untreated.yaml"), folder.resolve("p01.yaml"));

        Run run = Run.of("evaluate", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(pipe + ": error: this is a pipe or a device, not a file\n");
        assertThat(run.out()).contains("New classic SPS, untreated");
    }

    @Test
    void whatEditorsAndSystemsLeaveInAFolderIsNoCase() throws IOException {
        Files.copy(Run.CASES.resolve("p01-untreated.yaml"), folder.resolve("p01.yaml"));
        Files.write(folder.resolve("._p01.yaml"), new byte[] {0, 5, 0x16, 7});
        Files.createSymbolicLink(folder.resolve(".#p01.yaml"), Path.of("someone@host.1:2"));
        Files.writeString(Files.createDirectory(folder.resolve(".vscode")).resolve("settings.json"), "{}");

        Run run = Run.of("evaluate", folder.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFileOrFolderWithoutPermission() throws IOException {
        Path file = Files.createFile(folder.resolve("case.yaml"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(file.toFile().setReadable(false) && closed.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "whoever may read everything cannot test this");

        Run run = Run.of("evaluate", folder.toString());

        assertUnusable(run);
        assertThat(run.err().lines()).hasSize(2).allMatch(line -> line.endsWith("permission to read it is denied"));
        assertThat(closed.toFile().setReadable(true)).isTrue();
    }

    @Test
    void theStandardInputTwice() throws IOException {
        String input = Files.readString(Run.CASES.resolve("p01-untreated.yaml"));

        Run run = Run.withInput(input, "evaluate", "-", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("<stdin>: error: the standard input can be read only once\n");
        assertThat(run.out()).contains("New classic SPS, untreated");
    }

    @Test
    void noCase() {
        assertUnusable(Run.of("evaluate"));
        assertUnusable(Run.of());
    }

    @Test
    void anUnknownOptionOrCommandIsToldWhatMayBeMeant() {
        Run option = Run.of("evaluate", "--jsno", "x.yaml");
        Run command = Run.of("evalute", "x.yaml");

        assertUnusable(option);
        assertThat(option.err()).contains("--json");
        assertUnusable(command);
        assertThat(command.err()).contains("Did you mean: sps evaluate");
    }

    private static void assertUnusable(Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
    }
}
