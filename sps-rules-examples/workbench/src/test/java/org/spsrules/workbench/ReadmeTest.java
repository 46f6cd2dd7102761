package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.workbench.Run.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;

/** What the README shows of the rules and of the command is what they say. */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path CASE_PAGE = ROOT.resolve("sps-rules-kb/CASE.md");

    /** The blocks of code in a language, or those in none. */
    private static List<String> blocks(String language) throws IOException {
        return blocks(ROOT.resolve("README.md"), language);
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return Pattern.compile("^```(\\w*)\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(page))
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    /** The lines that say something, without what stands before them. */
    private static String[] lines(String block) {
        return block.lines().map(String::strip).filter(line -> !line.isEmpty()).toArray(String[]::new);
    }

    @Test
    void theRuleIsTheOneInItsFile() throws IOException {
        assertThat(ROOT.resolve("sps-rules-kb/rules/appraisal/emergency/intrathecal-baclofen-withdrawal.drl"))
                .hasContent(blocks("drl").get(0));
    }

    @Test
    void thePatientIsTheExampleAbridged() throws IOException {
        String abridged = "format: sps-patient-case/1\nasOf: 1997-12-01\n"
                + blocks("yaml").get(0);
        String full = Files.readString(Path.of(example("p28-pump-alarm.yaml")));

        assertThat(Run.withInput(abridged, "evaluate", "-").out())
                .containsSubsequence(lines(blocks("").get(0)));
        assertThat(full.replaceAll("\\s+", " "))
                .contains(
                        "status: confirmed",
                        "intrathecal-pump, pump-refill-overdue",
                        "fever, confusion, rebound-rigidity");
    }

    @Test
    void theRecommendationIsWhatTheCommandPrints() throws IOException {
        assertThat(Run.evaluating(example("p28-pump-alarm.yaml")).out())
                .containsSubsequence(lines(blocks("").get(0)));
    }

    @Test
    void theAnswerToWhyNotIsWhatTheCommandPrints() throws IOException {
        assertThat(Run.of("explain", example("p01-untreated.yaml"), "--therapy", "IVIG")
                        .out())
                .containsSubsequence(lines(blocks("").get(1)));
    }

    @Test
    void whatHasChangedIsWhatTheCommandPrints() throws IOException {
        String wish = example("a09-wants-to-stop-diazepam.yaml");
        String withoutWish = Files.readString(Path.of(wish)).replaceAll("(?s)\nplans:.*", "\n");

        assertThat(Run.withInput(withoutWish, "changes", "-", wish).out())
                .containsSubsequence(lines(blocks("").get(2)));
    }

    @Test
    void theCaseIsReadAndTheReportWrittenAsShown() throws IOException {
        Path file = Path.of(example("p28-pump-alarm.yaml"));
        String source = Files.readString(
                Path.of("src/test/java/org/spsrules/workbench", JsonSnippet.class.getSimpleName() + ".java"));

        assertThat(blocks("java")).anySatisfy(block -> assertThat(lines(source)).containsSubsequence(lines(block)));
        try (SpsRules rules = SpsRules.load()) {
            assertThat(JsonSnippet.report(rules, file) + "\n")
                    .isEqualTo(Run.of("evaluate", "--json", file.toString()).out());
        }
    }

    @Test
    void theOptionalLibrariesHaveTheVersionsThatAreTested() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"));
        List<MatchResult> named = Pattern.compile("`([\\w.]+):(jackson-core|snakeyaml-engine):([\\d.]+)`")
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .toList();

        assertThat(named)
                .hasSize(2)
                .allSatisfy(library -> assertThat(build)
                        .contains("<groupId>" + library.group(1) + "</groupId>")
                        .contains(
                                "<" + library.group(2).replaceAll("-.*", "") + ".version>" + library.group(3) + "</"));
    }

    @Test
    void theRangeOfTheOptionalLibrariesIsTheOneThatIsTried() throws IOException {
        String program = Files.readString(ROOT.resolve(".ci/embedding/plain/pom.xml"));
        List<MatchResult> rows = Pattern.compile(
                        "`[\\w.]+:(jackson-core|snakeyaml-engine)`[^|]*\\| ([\\d.]+) \\| ([\\d.]+) \\|")
                .matcher(Files.readString(ROOT.resolve("docs/compatibility.md")))
                .results()
                .toList();

        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(versions(program, row.group(1)))
                        .containsExactlyInAnyOrder(row.group(2), row.group(3)));
    }

    private static List<String> versions(String pom, String artifact) {
        return Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theExampleOfWhatACaseCanStateIsOne() throws IOException {
        String example = blocks(CASE_PAGE, "yaml").get(0);

        Run run = Run.withInput(example, "evaluate", "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Diazepam helps in part, tacrolimus is planned");
    }
}
