package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes the knowledge as FHIR. */
class ExportTest {

    @TempDir
    private Path folder;

    private static int run(PrintWriter said, String... arguments) {
        return Program.commandLine().setOut(said).setErr(said).execute(arguments);
    }

    @Test
    void theCommandWritesTheSameFilesEachTime() throws IOException {
        TreeMap<String, String> first = export(folder.resolve("first"));
        assertThat(first).hasSizeGreaterThan(50).containsKey("PlanDefinition-sps-ladder.json");
        assertThat(export(folder.resolve("second"))).isEqualTo(first);
        first.values().forEach(text -> FhirContext.forR4Cached().newJsonParser().parseResource(text));
    }

    private static TreeMap<String, String> export(Path to) throws IOException {
        assertThat(run(new PrintWriter(new StringWriter()), "export", "fhir", to.toString()))
                .isZero();
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(to)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aFolderThatIsInUseIsLeftAlone() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), "mine");
        StringWriter said = new StringWriter();
        assertThat(run(new PrintWriter(said, true), "export", "fhir", folder.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("is not empty; name a folder that is");
        said.getBuffer().setLength(0);
        assertThat(run(new PrintWriter(said, true), "export", "fhir", kept.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("cannot be made a folder");
        assertThat(Files.readString(kept)).isEqualTo("mine");
    }
}
