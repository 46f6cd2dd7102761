package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.page.LadderOverview;
import org.spsrules.internal.rule.Rule;

/** The knowledge base in the jar is the one in the folder, whole and in order. */
class KnowledgeBaseTest {

    private static final Path FOLDER = Path.of("");

    @Test
    void everyRuleFileIsInTheJarAndNothingIsWrongWithAny() throws IOException {
        KnowledgeFolder.Content content = KnowledgeFolder.read(FOLDER);

        assertThat(content.diagnostics()).isEmpty();
        try (SpsRules rules = SpsRules.load();
                Stream<Path> files = Files.walk(FOLDER.resolve("rules"))) {
            assertThat(rules.knowledge()).isEqualTo(content.knowledge());
            List<String> written = rules.knowledge().rules().stream()
                    .map(rule -> Rule.fileOf(rule.id()))
                    .distinct()
                    .toList();
            assertThat(files.filter(file -> file.toString().endsWith(".drl"))).hasSameSizeAs(written);
        }
    }

    @Test
    void everyRuleCanBeReadInTheJarAsItsAuthorWroteIt() throws IOException {
        String readable = resource("META-INF/sps-rules/rules.drl");

        try (Stream<Path> files = Files.walk(FOLDER.resolve("rules"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                assertThat(readable).contains(Files.readString(file).strip());
            }
        }
    }

    @Test
    void vocabularyAndSourcesCanBeReadInTheJarToo() throws IOException {
        for (String folder : List.of("vocabulary", "sources")) {
            try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
                List<Path> data =
                        files.filter(path -> path.toString().endsWith(".yaml")).toList();
                assertThat(data).isNotEmpty();
                for (Path file : data) {
                    assertThat(resource("META-INF/sps-rules/data/" + file)).isEqualTo(Files.readString(file));
                }
            }
        }
    }

    /** A class for each of a thousand conditions would weigh more than all rules, and each would be loaded. */
    @Test
    void conditionsShareClasses() throws IOException {
        try (Stream<Path> classes = Files.list(FOLDER.resolve("target/classes/org/spsrules/kb"))) {
            assertThat(classes).hasSizeLessThan(150);
        }
    }

    /** What a build draws by lot would make another jar of the same rules. */
    @Test
    void noNameOfAClassIsRandom() throws IOException {
        assertThat(resource("META-INF/kie/org.spsrules/sps-rules-kb/drools-model"))
                .endsWith("\norg.spsrules.kb.Rules");
        try (Stream<Path> classes = Files.list(FOLDER.resolve("target/classes/org/spsrules/kb"))) {
            assertThat(classes)
                    .isNotEmpty()
                    .noneMatch(file -> file.getFileName().toString().matches(".*[0-9a-f]{32}.*"));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = SpsRules.class.getClassLoader().getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLadderOverviewIsThatOfTheRules() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("LADDER.md")))
                .isEqualTo(LadderOverview.of(KnowledgeFolder.read(FOLDER).knowledge()));
    }
}
