package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StandardOutputTest {

    /** As {@code head -n 1} does: there is more to say than a pipe holds. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReaderWhoHasEnoughIsNoFailure() throws IOException, InterruptedException {
        Process sps = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sps.class.getName(),
                        "evaluate",
                        "--format",
                        "json",
                        "../cases")
                .start();
        try (BufferedReader reader = sps.inputReader(StandardCharsets.UTF_8)) {
            assertThat(reader.readLine()).isEqualTo("[");
        }
        String complaints = new String(sps.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(complaints).isEmpty();
        assertThat(sps.waitFor()).isZero();
    }
}
