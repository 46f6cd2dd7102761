package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.lint.TrapFolder;

/** What is read of edited files beside what has been read before is what would be read of all of them anew. */
class ReadBeforeTest {

    private static final String RULE = "rules/first-line/start-diazepam.drl";

    @TempDir
    private Path folder;

    private final ReadBefore readBefore = new ReadBefore();
    private SortedMap<String, String> files;

    @BeforeEach
    void laySoundKnowledge() throws IOException {
        new TrapFolder(folder);
        files = FolderFiles.read(folder, KnowledgeFolder.MAIN, new Diagnostics());
        assertThat(files).containsKey(RULE);
    }

    /** Reads the files with others in their place, again and anew, and holds the two against each other. */
    private Content read(Map<String, String> edits) {
        SortedMap<String, String> edited = new TreeMap<>(files);
        edited.putAll(edits);
        Content again = KnowledgeFolder.read(MergedFiles.of(edited), new Diagnostics(), readBefore);
        Content anew = KnowledgeFolder.read(MergedFiles.of(edited), new Diagnostics());
        assertThat(again.diagnostics()).isEqualTo(anew.diagnostics());
        assertThat(again.knowledge()).isEqualTo(anew.knowledge());
        assertThat(again.rules()).hasSameSizeAs(anew.rules());
        return again;
    }

    @Test
    void anEditAndItsEndAreSeen() {
        assertThat(read(Map.of()).diagnostics()).isEmpty();
        assertThat(read(Map.of(RULE, files.get(RULE).replace("when", "whem"))).diagnostics())
                .isNotEmpty();
        assertThat(read(Map.of()).diagnostics()).isEmpty();
    }

    @Test
    void whichColumnsARuleOverATableReadsIsKnownThoughItDidNotChange() {
        String over = "rules/first-line/watch.drl";
        String rule = """
                rule "Watch a treatment"
                    @table( "watching" )
                    @source( "DO-01" )
                    @evidence( "label" )
                when
                    Treatment( isA( row.therapy ), current, $drug : therapy )
                then
                    alert( warning, $drug ).because( row.because );
                end
                """;
        files.put("vocabulary/watching.yaml", """
                tables:
                  watching:
                    - {therapy: diazepam, because: It sedates.}
                    - {therapy: clonazepam, because: It sedates for long.}
                """);
        files.put(over, rule);
        assertThat(read(Map.of()).diagnostics()).isEmpty();
        assertThat(read(Map.of(RULE, files.get(RULE).replace("rigidity", "stiffness")))
                        .diagnostics())
                .isEmpty();
        assertThat(read(Map.of(over, rule.replace("row.because", "\"It sedates.\"")))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .contains(LintCode.UNREAD_COLUMN.code());
        assertThat(read(Map.of()).diagnostics()).isEmpty();
    }

    @Test
    void aChangeOfDataIsSeenInRulesThatDidNotChange() {
        read(Map.of());
        String data = files.keySet().stream()
                .filter(path ->
                        path.startsWith("vocabulary/") && files.get(path).contains("diazepam"))
                .findFirst()
                .orElseThrow();
        assertThat(read(Map.of(data, files.get(data).replace("diazepam", "diazepan")))
                        .diagnostics())
                .anyMatch(problem -> problem.file().equals(RULE));
        assertThat(read(Map.of()).diagnostics()).isEmpty();
    }
}
