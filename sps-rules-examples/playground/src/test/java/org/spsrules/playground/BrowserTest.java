package org.spsrules.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser, on the service as {@code sps serve} starts it. */
class BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULE = "rules/first-line/start-diazepam.drl";
    private static final List<String> PAYLOADS = List.of(
            "<img src=x onerror=pwned=1>",
            "<script>pwned=1</script>",
            "\"><svg onload=pwned=1>",
            "javascript:pwned=1",
            "</title><iframe srcdoc=\"<script>parent.pwned=1</script>\">");

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Service service;

    private final WebDriver driver = browser.driver();
    private final JavascriptExecutor page = browser.driver();

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.shared();
        service = Service.start("--rules=" + Service.copyOfTheKnowledge(folder));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void open() {
        browser.look(1440, 1000, "light");
        driver.get(service.address().toString());
        until(() -> "true".equals(page.executeScript("return document.body.dataset.ready")));
    }

    @AfterEach
    void complainsOfNothing() {
        page.executeScript("sessionStorage.clear()");
        assertThat(browser.complaints()).isEmpty();
    }

    private FluentWait<WebDriver> waiting() {
        return new WebDriverWait(driver, PATIENCE).pollingEvery(Duration.ofMillis(50));
    }

    private void until(BooleanSupplier holds) {
        waiting().ignoring(StaleElementReferenceException.class).until(any -> holds.getAsBoolean());
    }

    private String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    private void untilSays(String selector, String words) {
        waiting()
                .withMessage(() -> selector + " says " + text(selector) + ", not " + words)
                .ignoring(StaleElementReferenceException.class)
                .until(any -> text(selector).contains(words));
    }

    /** Clicks, and does it again where what comes above moves it away meanwhile. */
    private void click(String selector) {
        waiting()
                .ignoring(ElementClickInterceptedException.class, StaleElementReferenceException.class)
                .until(any -> {
                    WebElement element = driver.findElement(By.cssSelector(selector));
                    page.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
                    element.click();
                    return true;
                });
    }

    private void choose(String id, String value) {
        new Select(driver.findElement(By.id(id))).selectByValue(value);
    }

    private void write(String editor, String text) {
        page.executeScript("document.getElementById(arguments[0]).editor.text = arguments[1]", editor, text);
    }

    private String written(String editor) {
        return String.valueOf(page.executeScript("return document.getElementById(arguments[0]).editor.text", editor));
    }

    private void openRule() {
        click("[data-shows=rules]");
        driver.findElement(By.id("find")).sendKeys("start-diazepam");
        until(() -> !driver.findElements(By.cssSelector("#files button")).isEmpty());
        driver.findElements(By.cssSelector("#files button")).stream()
                .filter(button -> button.getText().endsWith(RULE))
                .findFirst()
                .orElseThrow()
                .click();
        until(() -> driver.findElement(By.id("opened")).isDisplayed()
                && written("rule-text").startsWith("rule "));
    }

    @Test
    void aFactEditedInTheFormMovesTheStep() {
        choose("example", "p01-untreated.yaml");
        untilSays("#standing", "First line");
        untilSays("#answer", "Start diazepam");
        assertThat(driver.findElements(By.cssSelector("#pictures svg .here"))).isNotEmpty();
        choose("field-diagnosis-status", "excluded");
        untilSays("#standing", "No line");
        assertThat(written("case-text"))
                .contains("status: excluded")
                .as("what was not edited stays as it was")
                .contains("# A published case, untreated.");
        WebElement add = driver.findElement(By.id("field-symptoms-present"));
        add.sendKeys("fever", Keys.TAB);
        until(() -> written("case-text").contains("fever"));
    }

    @Test
    void aMistakeInACaseIsShownAtItsLine() {
        click("[data-edits=text]");
        write("case-text", "format: sps-patient-case/1\nasOf: 2026-01-15\nsymptoms: {present: [feverr]}\n");
        untilSays("#case-problems", "line 3");
        assertThat(text("#case-problems")).contains("fever");
        untilSays("#standing", "No report");
        until(() -> !driver.findElement(By.id("case-text"))
                .getShadowRoot()
                .findElements(By.cssSelector(".cm-lint-marker-error"))
                .isEmpty());
    }

    @Test
    void whyWhyNotAndWhatToAskComeOnDemand() {
        choose("example", "p01-untreated.yaml");
        untilSays("#answer", "Start diazepam");
        click(".behind button");
        untilSays(".reasons", "benzodiazepine not already tried");
        click(".behind button:nth-child(2)");
        untilSays("#file", RULE);
        untilSays("#in-patient", "It applies");
        click("[data-asks=questions]");
        untilSays("#answer", "ASK FIRST");
        click("[data-asks=why]");
        untilSays("#answer", "RECOMMENDED, and why");
        click("[data-asks=why-not]");
        driver.findElement(By.id("therapy")).sendKeys("IVIG", Keys.ENTER);
        untilSays("#answer", "Why not intravenous immunoglobulin?");
        driver.findElement(By.id("therapy")).sendKeys("x", Keys.ENTER);
        untilSays("#answer", "IVIGx");
        // The refused call is what was wanted; the browser notes it.
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @Test
    void aBrokenRuleIsMarkedAMendedOneComparedAndASavedOneIsOnDisk() throws IOException {
        openRule();
        WebElement content =
                driver.findElement(By.id("rule-text")).getShadowRoot().findElement(By.cssSelector(".cm-content"));
        content.findElements(By.cssSelector(".cm-line")).stream()
                .filter(line -> line.getText().equals("when"))
                .findFirst()
                .orElseThrow()
                .click();
        new Actions(driver).sendKeys(Keys.END, "x").perform();
        untilSays("#rule-problems", "line 4");
        untilSays("#difference", "Nothing of the edited rules was run");
        assertThat(driver.findElement(By.id("rule-text"))
                        .getShadowRoot()
                        .findElements(By.cssSelector(".cm-lint-marker-error")))
                .isNotEmpty();
        new Actions(driver).sendKeys(Keys.BACK_SPACE).perform();
        untilSays("#difference", "Nothing is edited yet");
        String edited = written("rule-text").replace("It relieves rigidity", "It truly relieves rigidity");
        write("rule-text", edited);
        untilSays("#difference", "start diazepam: recommended otherwise");
        untilSays("#answer", "It truly relieves rigidity");
        assertThat(Files.readString(folder.resolve(RULE))).doesNotContain("truly");
        click("#save");
        untilSays("#saved", "Saved one file");
        assertThat(folder.resolve(RULE)).hasContent(edited);
        untilSays("#difference", "Nothing is edited yet");
    }

    @Test
    void aPatientBecomesAScenarioAndARuleIsBegun() {
        choose("example", "p01-untreated.yaml");
        untilSays("#standing", "First line");
        openRule();
        untilSays("#scenarios", " hold.");
        click("[data-part=scenarios]");
        until(() -> written("scenario-text").startsWith("scenarios:"));
        String before = written("scenario-text");
        click("#add-scenario");
        until(() -> written("scenario-text").length() > before.length());
        assertThat(written("scenario-text"))
                .contains("New classic SPS, untreated")
                .endsWith("expect: fires\n");
        untilSays("#scenarios", "All");
        click("[data-part=rule]");
        untilSays("#file", ".drl");
        write("rule-text", written("rule-text").replace("Diagnosis( confirmed )", "Diagnosis( suspected )"));
        untilSays("#scenarios", "do not hold");
        untilSays("#scenarios", "expected the rule to apply, and it does not");
        click("#revert");
        untilSays("#scenarios", "All");
        click("[data-part=scenarios]");
        untilSays("#file", ".scenarios.yaml");
        assertThat(written("scenario-text")).isEqualTo(before);

        click("#new > summary");
        driver.findElement(By.id("new-id")).sendKeys("diagnosis/look-for-thymoma", Keys.ENTER);
        untilSays("#file", "rules/diagnosis/look-for-thymoma.drl");
        untilSays("#rule-problems", "to be filled in");
        assertThat(folder.resolve("rules/diagnosis/look-for-thymoma.drl")).doesNotExist();
        click("[data-part=scenarios]");
        until(() -> written("scenario-text").contains("FILL IN: the patient in whom it applies"));
        click("#revert");
        until(() -> !driver.findElement(By.id("opened")).isDisplayed());
    }

    @Test
    void theEditorKnowsTheLanguageAndTheVocabulary() {
        openRule();
        page.executeScript("document.getElementById('rule-text').editor.goTo({line: 5, column: 5})");
        new Actions(driver).sendKeys("Pati").perform();
        until(() -> offered().contains("Patient"));
        new Actions(driver).sendKeys("ent( has( \"fev").perform();
        until(() -> offered().contains("fever"));
        assertThat(offered()).as("no therapy where a condition is asked for").doesNotContain("rituximab");
    }

    private String offered() {
        return driver
                .findElement(By.id("rule-text"))
                .getShadowRoot()
                .findElements(By.cssSelector(".cm-tooltip-autocomplete li"))
                .stream()
                .map(WebElement::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void hostileWordsNeverBecomeMarkup() {
        openRule();
        String payloads = String.join(" ", PAYLOADS);
        write(
                "rule-text",
                written("rule-text").replace("and titrate it", PAYLOADS.get(0).replace('"', ' ')));
        untilSays("#in-patient", PAYLOADS.get(0));
        String terms =
                PAYLOADS.stream().map(payload -> "{other: '" + payload + "'}").collect(Collectors.joining(", "));
        String head = "format: sps-patient-case/1\nasOf: 2026-01-15\n";
        write("case-text", head + "title: '" + payloads + "'\nconditions: {present: [" + terms + "]}\n");
        untilSays("#answer", payloads);
        write("case-text", head + "setting: '" + payloads + "'\n'" + payloads + "': 1\n");
        untilSays("#case-problems", "script");
        write("rule-text", payloads);
        untilSays("#difference", "Nothing of the edited rules was run");
        write("rule-text", written("rule-text").replace("<", "") + "\nrule \"" + payloads.replace('"', ' '));
        untilSays("#rule-problems", "line");
        assertThat(page.executeScript("return typeof pwned")).isEqualTo("undefined");
        assertThat(driver.findElements(By.cssSelector("main img, main script, main iframe, [onload], [onerror]")))
                .isEmpty();
    }

    @Test
    void theKeyboardReachesEverythingAndShowsWhereItIs() {
        openRule();
        page.executeScript("document.querySelector('.skip').focus()");
        List<String> reached = new ArrayList<>();
        do {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            reached.add((String) page.executeScript("""
                    const at = document.activeElement;
                    if (at === document.body) return "the end";
                    const seen = at.shadowRoot || getComputedStyle(at).outlineStyle !== "none";
                    return (at.id || at.textContent.trim()) + (seen ? "" : " is not seen");
                    """));
        } while (!reached.contains("the end") && reached.size() < 300);
        assertThat(reached)
                .contains("example", "Why not…", "find", "rule-text", "save", "revert", "the end")
                .noneMatch(place -> place.endsWith(" is not seen"));
    }

    @ParameterizedTest
    @MethodSource("org.spsrules.playground.Browser#looks")
    void itLooksWellAndAnybodyCanUseIt(int width, String scheme) throws IOException {
        browser.look(width, width > 500 ? 1000 : 844, scheme);
        if (width < 500) {
            click("[data-shows=case]");
        }
        choose("example", "p28-pump-alarm.yaml");
        until(() -> driver.findElement(By.id("field-patient-age"))
                .getDomProperty("value")
                .equals("58"));
        if (width < 500) {
            shoot("patient", width, scheme);
            click("[data-shows=report]");
        }
        untilSays("#standing", "Cannot wait");
        click(".behind button");
        until(() -> !driver.findElements(By.cssSelector(".reasons .node")).isEmpty());
        shoot("report", width, scheme);
        openRule();
        write("rule-text", written("rule-text").replace("when", "whem"));
        untilSays("#rule-problems", "line 4");
        shoot("rules", width, scheme);
    }

    private void shoot(String what, int width, String scheme) throws IOException {
        assertThat(browser.shoot(what + "-" + width + "-" + scheme))
                .as("what keeps people from using it")
                .isEmpty();
    }
}
