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

/** Runs the programs as their users do: in a virtual machine that has only the run-time class path. */
class QuickStartTest {

    @TempDir
    private Path folder;

    @Test
    void printsTheLineAndTheRecommendationsWithReasonsAndSources() throws Exception {
        assertThat(outputOf(QuickStart.class))
                .startsWith("Start diazepam and titrate it to effect")
                .contains("Line: FIRST")
                .contains("start diazepam")
                .contains("It relieves rigidity and painful spasms")
                .contains("[DO-01, ");
    }

    @Test
    void warnsOfTheEndOfADrug() throws Exception {
        assertThat(outputOf(DrugsAndPlans.class)).startsWith("CRITICAL: Do not stop a benzodiazepine abruptly");
    }

    @Test
    void tellsWhatHasChangedSinceTheLastVisit() throws Exception {
        assertThat(outputOf(LaterVisit.class))
                .contains(
                        "new: Do not stop a benzodiazepine abruptly", "gone: Start diazepam and titrate it to effect");
    }

    @Test
    void tellsWhyAndWhyNotAndWhatToAsk() throws Exception {
        assertThat(outputOf(WhyAndWhyNot.class))
                .containsSubsequence(
                        "Start diazepam and titrate it to effect",
                        "  HOLDS: SPS confirmed, or treated as SPS",
                        "intravenous immunoglobulin is NOT_INDICATED",
                        "acute severe exacerbation: yes",
                        "Is there an acute severe exacerbation?");
    }

    private String outputOf(Class<?> program) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        int exitStatus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        classPath(),
                        program.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();

        assertThat(errors).isEmptyFile();
        assertThat(exitStatus).isZero();
        return Files.readString(output);
    }

    private static String classPath() throws IOException {
        return Stream.concat(Stream.of(Path.of("target/classes")), RuntimeClassPath.dependencies().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
