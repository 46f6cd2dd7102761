package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quick start as its users do: in a virtual machine that has only its run-time class path. */
class QuickStartTest {

    @TempDir
    private Path folder;

    @Test
    void printsTheLineAndTheRecommendationsWithReasonsAndSources() throws Exception {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");

        int exitStatus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classPath(),
                        QuickStart.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();

        assertThat(errors).isEmptyFile();
        assertThat(exitStatus).isZero();
        assertThat(Files.readString(output))
                .startsWith("Start diazepam at a moderate dose and titrate it to effect")
                .contains("Line: FIRST")
                .contains("start diazepam")
                .contains("It relieves both the rigidity and the painful spasms")
                .contains("[DO-01, ");
    }

    private static String classPath() throws IOException {
        return Stream.concat(Stream.of(Path.of("target/classes")), RuntimeClassPath.dependencies().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
