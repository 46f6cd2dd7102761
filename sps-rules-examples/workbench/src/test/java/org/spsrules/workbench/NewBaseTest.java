package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.internal.rule.Rule;

class NewBaseTest {

    private static final String UNTREATED = Run.example("p01-untreated.yaml");

    @TempDir
    private Path parent;

    @Test
    void theCopyIsTheKnowledgeBaseOfSpsWithItsPagesForAuthors() throws IOException {
        Path folder = parent.resolve("my rules");

        Run run = Run.of("new", "base", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        try (SpsRules rules = SpsRules.load()) {
            long written = rules.knowledge().rules().stream()
                    .map(rule -> Rule.fileOf(rule.id()))
                    .distinct()
                    .count();
            assertThat(run.out())
                    .isEqualTo(folder + ": " + written + " rules and what they rest on. Begin with its README.md.\n");
            KnowledgeFolder.Content copy = KnowledgeFolder.read(folder);
            assertThat(copy.diagnostics()).isEmpty();
            assertThat(copy.knowledge()).isEqualTo(rules.knowledge());
        }
        assertThat(folder.resolve("README.md")).content().contains("Add a rule in five steps");
        assertThat(folder.resolve("RULE-LANGUAGE.md")).isNotEmptyFile();
        assertThat(folder.resolve("LINT.md")).isNotEmptyFile();
        assertThat(folder.resolve("CASE.md")).isNotEmptyFile();
        assertThat(folder.resolve("invariants")).isDirectoryContaining("glob:**/rituximab-without-its-screen.yaml");
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        Files.writeString(parent.resolve("mine.txt"), "mine");

        Run run = Run.of("new", "base", parent.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(parent + ": error: this folder is not empty; name one that is, or a new one\n");
        assertThat(parent).isDirectoryNotContaining("glob:**/rules");
    }

    /** The copy would be copied into itself, again and again. */
    @Test
    void noKnowledgeBaseIsWrittenIntoAnother() throws IOException {
        Path base = parent.resolve("mine");
        Run.of("new", "base", base.toString());
        Path inside = base.resolve("rules/first-line/copy");

        Run run = Run.of("new", "base", inside.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(inside + ": error: this lies inside the knowledge base " + base.toRealPath()
                        + "; name a folder outside it\n");
        assertThat(inside).doesNotExist();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("mine.txt"), "mine");

        Run run = Run.of("new", "base", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(file + ": error: this is a file; name a folder that does not exist yet\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void thePatientIsAskedAboutInEditedRules() throws IOException {
        String folder = parent.resolve("mine").toString();
        Run.of("new", "base", folder);
        Run before = Run.of("evaluate", UNTREATED, "--rules", folder);
        Path rule = Path.of(folder, "rules/supportive/physical-therapy.drl");
        Files.writeString(rule, Files.readString(rule).replace("rule \"", "rule \"Quite another title: "));

        Run after = Run.of("evaluate", UNTREATED, "--rules", folder);

        assertThat(before.exitCode()).isZero();
        assertThat(before.out().replaceAll("\\s+", " "))
                .doesNotContain("Quite another title")
                .contains("+unchecked", "as they lie there: no scenario was run");
        assertThat(after.out()).contains("Quite another title");
        assertThat(Run.of("explain", UNTREATED, "--rules", folder).out()).contains("Quite another title");
    }

    @Test
    void editedRulesThatAreNotInOrderAnswerNobody() throws IOException {
        SmallBase base = SmallBase.in(parent);
        base.change(SmallBase.RULE, "confirmed", "confirmd");

        Run run = Run.of("evaluate", UNTREATED, "--rules", parent.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(parent + "/" + SmallBase.RULE + ":5:").contains("did you mean confirmed?");
    }

    @Test
    void rulesThatAreNotThereAreMissed() {
        Run run = Run.of(
                "explain", UNTREATED, "--rules", parent.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(parent.resolve("nowhere") + ": error: there is no such folder\n");
    }
}
