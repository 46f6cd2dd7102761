package org.spsrules.authoring.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.KnowledgeException;
import org.spsrules.authoring.activation.ServingKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.FolderFiles;
import org.spsrules.authoring.folder.KnowledgeFolder;

/** A base is the same files, whether they lie in a folder, on the class path, or in a jar whose path has a space. */
class EditionTest {

    private static final String SOURCE = "META-INF/sps-rules/source";

    @TempDir
    Path folder;

    private SortedMap<String, String> files;

    @BeforeEach
    void write() throws IOException {
        new ServingKnowledge(folder.resolve(SOURCE));
        files = FolderFiles.read(folder.resolve(SOURCE), KnowledgeFolder.MAIN, new Diagnostics());
        assertThat(files).containsKeys("knowledge.yaml", "rules/first-line/explain.scenarios.yaml");
    }

    @Test
    void aFolderOnTheClassPathIsRead() throws IOException {
        assertThat(onClassPath(folder)).isEqualTo(files);
    }

    @Test
    void aJarIsReadAsOftenAsNeeded() throws IOException {
        Path jar = folder.resolve("our rules.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> paths = Files.walk(folder.resolve(SOURCE))) {
            List<Path> all = paths.filter(Files::isRegularFile).toList();
            for (Path path : all) {
                zip.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(path));
            }
        }

        assertThat(onClassPath(jar)).isEqualTo(files);
        assertThat(onClassPath(jar)).isEqualTo(files);
    }

    @Test
    void withoutAKnowledgeBaseOnTheClassPathThereIsNothingToAdapt() {
        assertThatExceptionOfType(KnowledgeException.class)
                .isThrownBy(() -> onClassPath(folder.resolve("rules")))
                .withMessageContaining("add sps-rules-kb");
    }

    @Test
    void aFolderOfEndlessFoldersIsRefused() throws IOException {
        Path rules = folder.resolve(SOURCE).resolve("rules/a-lot");
        for (int i = 0; i < 5_001; i++) {
            Files.createDirectories(rules.resolve(String.valueOf(i)));
        }
        Diagnostics diagnostics = new Diagnostics();

        FolderFiles.read(folder.resolve(SOURCE), KnowledgeFolder.MAIN, diagnostics);

        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::toString)
                .containsExactly("rules:1:1: error: there are more than 5000 files and folders [too-large]");
    }

    private static SortedMap<String, String> onClassPath(Path place) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            SortedMap<String, String> read = Edition.onClassPath(loader, diagnostics);
            assertThat(diagnostics.sorted()).isEmpty();
            return read;
        }
    }
}
