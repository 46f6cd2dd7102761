package org.spsrules.pages.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spsrules.internal.knowledge.KnowledgeFile;
import org.spsrules.internal.rule.Rule;

/** The rulebook of the whole knowledge base, as the build has written it. */
class RulebookTest {

    private static final int MOST_BYTES = 300_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private static final Path WRITTEN = Path.of("target/rulebook");
    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> walk = Files.walk(WRITTEN)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                FILES.put(WRITTEN.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }

    @Test
    void everyLinkLeadsToAPlaceThatIsThere() {
        Map<String, Set<String>> ids = FILES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> ID.matcher(file.getValue())
                                .results()
                                .map(id -> id.group(1))
                                .collect(Collectors.toSet())));
        Set<String> broken = new TreeSet<>();

        FILES.forEach((path, page) -> LINK.matcher(page)
                .results()
                .map(RulebookTest::unescaped)
                .filter(link -> !link.startsWith("https://") && !link.startsWith("http://"))
                .filter(link -> !leadsSomewhere(path, link, ids))
                .forEach(link -> broken.add(path + ": " + link)));

        assertThat(broken).isEmpty();
    }

    private static String unescaped(MatchResult link) {
        return link.group(1).replace("&amp;", "&");
    }

    private static boolean leadsSomewhere(String from, String link, Map<String, Set<String>> ids) {
        int mark = link.indexOf('#');
        String page = mark < 0 ? link : link.substring(0, mark);
        String target = page.isEmpty()
                ? from
                : Path.of(from).resolveSibling(page).normalize().toString().replace('\\', '/');
        return ids.containsKey(target)
                && (mark < 0 || ids.getOrDefault(target, Set.of()).contains(link.substring(mark + 1)));
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        FILES.forEach((path, page) -> assertThat(
                        ID.matcher(page).results().map(id -> id.group(1)).toList())
                .as(path)
                .doesNotHaveDuplicates());
    }

    @Test
    void noPageIsTooHeavy() {
        FILES.forEach((path, page) -> assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                .as(path)
                .isLessThanOrEqualTo(MOST_BYTES));
    }

    @Test
    void everyRuleHasItsPageAndIsInTheIndex() throws IOException {
        String index = FILES.getOrDefault("search.html", "");

        for (Rule rule : KnowledgeFile.find(RulebookTest.class.getClassLoader())
                .orElseThrow()
                .rules()) {
            assertThat(FILES).containsKey(Links.ruleFile(rule.id()));
            assertThat(index)
                    .contains("href=\""
                            + Links.from("search.html")
                                    .rule(rule.id(), "")
                                    .href()
                                    .orElseThrow() + "\"");
        }
    }

    @Test
    void everyPageSaysThatItIsNotReviewed() {
        FILES.forEach((path, page) -> {
            if (path.endsWith(".html")) {
                assertThat(page).as(path).contains("Not clinically reviewed, and not a medical device.");
            }
        });
    }

    @Test
    void thePageOfARuleSaysWhatItsScenariosProveAndWithWhatItCompetes() {
        assertThat(FILES.get("rules/first-line/start-diazepam.html"))
                .contains(
                        "Start clonazepam when diazepam does not suit",
                        "\u2713 so it is",
                        "conditions were seen true and seen false.")
                .doesNotContain("it is otherwise");
        assertThat(FILES.get("rules/emergency/adrenal-crisis.html"))
                .as("who alerts competes with nobody")
                .doesNotContain("Other rules on the same");
    }

    @Test
    void theRituximabPageHoldsAllThatIsSaidOfIt() {
        assertThat(FILES.get("therapies/rituximab.html"))
                .contains("Rituxan", "1 g twice", "hepatitis B", "RxNorm 121191", "What to tell the patient");
    }
}
