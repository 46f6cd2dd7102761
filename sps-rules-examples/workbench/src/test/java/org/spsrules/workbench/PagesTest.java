package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the project point to is there. */
class PagesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path AUTHORS_PAGE = ROOT.resolve("sps-rules-kb/README.md");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)\\s]*)?\\)");
    private static final Pattern RULE = Pattern.compile("\\{rule: ([a-z0-9-]+/[a-z0-9-]+),");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Stream.of(
                        "",
                        "docs",
                        "docs/adr",
                        "sps-rules-kb",
                        "sps-rules-examples/benchmarks",
                        "sps-rules-examples/cohort",
                        "sps-rules-examples/fhir-cds-hooks",
                        "sps-rules-examples/playground",
                        "sps-rules-examples/spark")
                .map(ROOT::resolve)
                .flatMap(PagesTest::list)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        return Stream.of(folder.toFile().listFiles()).map(file -> folder.resolve(file.getName()));
    }

    private static List<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void thePagesAreFound() throws IOException {
        assertThat(pages()).contains(ROOT.resolve("README.md"), AUTHORS_PAGE).hasSizeGreaterThan(10);
        assertThat(found(LINK, ROOT.resolve("README.md"))).contains("ARCHITECTURE.md");
    }

    /** They are added by several people at a time. */
    @Test
    void invariantsAreNumberedInOrderAndNameTestsThatThereAre() throws IOException {
        String page = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
        String invariants = page.substring(page.indexOf("## Invariants"), page.indexOf("## Dependencies"));
        List<String> numbers = Pattern.compile("(?m)^([0-9]+)\\. ")
                .matcher(invariants)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(numbers)
                .hasSizeGreaterThan(60)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(Integer::toString)
                        .toList());
        List<String> tests = ProjectFiles.below(ROOT).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("Test.java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .toList();
        assertThat(Pattern.compile("`(\\w+Test)`").matcher(invariants).results().map(found -> found.group(1)))
                .isSubsetOf(tests);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(found(LINK, page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @Test
    void theRulesInTheExampleOfAnOverlayAreThere() throws IOException {
        assertThat(found(RULE, AUTHORS_PAGE))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(ROOT.resolve("sps-rules-kb/rules/" + id + ".drl"))
                        .exists());
    }
}
