package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;

/** A folder is read whatever programs leave in it, and nothing that a person put there is lost in silence. */
@Timeout(60)
class FolderFilesTest {

    private static final String RULE = "rules/first-line/start-diazepam.drl";

    @TempDir
    private Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }

    private List<String> problems() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        FolderFiles.read(folder, KnowledgeFolder.MAIN, diagnostics);
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void whatProgramsLeaveIsPassedOver() throws IOException {
        SortedMap<String, String> before = FolderFiles.read(folder, KnowledgeFolder.MAIN, new Diagnostics());

        for (String part : List.of("", "rules/", "rules/first-line/", "vocabulary/", "sources/")) {
            for (String name :
                    List.of(".DS_Store", "Thumbs.db", "._x.drl", "._x.yaml", "x.drl~", ".x.drl.swp", "4913")) {
                Files.write(folder.resolve(part + name), new byte[] {0, (byte) 0xE9});
            }
        }
        knowledge.write("rules/.idea/workspace.xml", "<project/>");
        SortedMap<String, String> after = FolderFiles.read(folder, KnowledgeFolder.MAIN, new Diagnostics());

        assertThat(after).isEqualTo(before).containsKey(RULE);
        assertThat(problems()).isEmpty();
    }

    /** Emacs says by a link that leads nowhere who edits a file. */
    @Test
    void theLockOfAnEditorIsNoLinkToRefuse() throws IOException {
        Files.createSymbolicLink(folder.resolve("rules/first-line/.#start-diazepam.drl"), Path.of("someone@host.1:2"));

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules/first-line/start-diazepam.drl.bak  | here stand rules",
                "rules/first-line/start-diazepam.drl.orig | a merge left this",
                "rules/first-line/start-diazepam.drl.rej  | a merge left this",
                "vocabulary/therapies.yaml.orig           | a merge left this",
                "vocabulary/therapies.yml                 | here stand data files"
            })
    void whatAPersonPutThereIsNamed(String file, String problem) throws IOException {
        knowledge.write(file, "x");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(file + ":1:1: error: " + problem)
                .endsWith("[unexpected-file]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules/first-line/.start-diazepam.drl", "rules/.old/start-diazepam.drl"})
    void aRuleThatIsHiddenIsNamed(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.move(folder.resolve(RULE), folder.resolve(file));

        assertThat(knowledge.problems()).anyMatch(problem -> problem.startsWith(file) && problem.endsWith("[path]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knowledge.yaml", RULE, "vocabulary/therapies.yaml", "rules/first-line/pipe"})
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNamedAndNotWaitedFor(String file) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve(file));
        pipe(folder.resolve(file));

        assertThat(problems())
                .containsExactly(file + ":1:1: error: this is a pipe or a device, not a file; take it away"
                        + " [unexpected-file]");
    }

    @Test
    void aLinkIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("rules/first-line/linked.drl"), folder.resolve(RULE));

        assertThat(problems())
                .containsExactly("rules/first-line/linked.drl:1:1: error: this is a link; put the file itself here"
                        + " [unexpected-file]");
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
