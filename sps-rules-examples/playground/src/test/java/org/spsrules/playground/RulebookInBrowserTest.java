package org.spsrules.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The rulebook, as the build of the pages has written it, in a real browser. Without it, because its tests were skipped, so are these. */
class RulebookInBrowserTest {

    private static final Path WRITTEN = Path.of("../pages/target/rulebook");

    private static final Map<String, String> PAGES = Map.of(
            "ladder", "index.html",
            "therapy", "therapies/rituximab.html",
            "rule", "rules/first-line/start-diazepam.html",
            "source", "sources/DO.html",
            "pitfalls", "pitfalls.html",
            "review", "review.html",
            "search", "search.html?q=ritux");

    private static final Pattern LABEL = Pattern.compile("class=\"tag[^>]*>([^<]*)<");

    private static Browser browser;

    private final WebDriver driver = browser.driver();

    @BeforeAll
    static void start() {
        boolean written = Files.exists(WRITTEN);
        assertThat(written || !"required".equals(System.getenv("SPS_BROWSER")))
                .as("a rulebook was written")
                .isTrue();
        assumeTrue(written, "no rulebook was written");
        browser = Browser.shared();
    }

    @AfterEach
    void complainsOfNothing() {
        assertThat(browser.complaints()).isEmpty();
    }

    private void open(String page) {
        driver.get(WRITTEN.toAbsolutePath().normalize().toUri() + page);
    }

    @ParameterizedTest
    @MethodSource("org.spsrules.playground.Browser#looks")
    void itLooksWellAndAnybodyCanUseIt(int width, String scheme) throws IOException {
        browser.look(width, width > 500 ? 1000 : 844, scheme);
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            open(page.getValue());
            assertThat(browser.shoot("rulebook-" + page.getKey() + "-" + width + "-" + scheme))
                    .as(page.getValue())
                    .isEmpty();
        }
    }

    /** What does not fit is a label, so those pages are looked at that have the longest. */
    @Test
    void noPageIsWiderThanAPhone() throws IOException {
        browser.look(390, 844, "light");
        for (Path page : theOnesWithTheLongestLabels(12)) {
            open(WRITTEN.relativize(page).toString());
            assertThat(browser.isWiderThanItsWindow()).as(page.toString()).isFalse();
        }
    }

    private static List<Path> theOnesWithTheLongestLabels(int count) throws IOException {
        Map<Path, Integer> longest = new HashMap<>();
        try (Stream<Path> files = Files.walk(WRITTEN)) {
            for (Path file : (Iterable<Path>)
                    files.filter(file -> file.toString().endsWith(".html")).sorted()::iterator) {
                longest.put(
                        file,
                        LABEL.matcher(Files.readString(file))
                                .results()
                                .mapToInt(label -> label.group(1).length())
                                .max()
                                .orElse(0));
            }
        }
        return longest.entrySet().stream()
                .sorted(Map.Entry.<Path, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void everyPageLeadsToTheSearchWhichFindsByAllWords() {
        browser.look(1440, 1000, "light");
        open("pitfalls.html");
        driver.findElement(By.cssSelector(".masthead input")).sendKeys("ritux mabth\n");
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(ExpectedConditions.urlContains("search.html?q=ritux"));
        assertThat(shown()).containsExactly("rituximab Rituxan, MabThera");
    }

    private Stream<String> shown() {
        return driver.findElements(By.cssSelector("#index li:not([hidden])")).stream()
                .map(entry -> entry.getText().strip());
    }
}
