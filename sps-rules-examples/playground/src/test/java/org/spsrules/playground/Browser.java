package org.spsrules.playground;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window. Where none is installed the tests are skipped, because building needs a JDK and nothing else;
 * where {@code SPS_BROWSER=required}, as in the gate, they fail.
 */
final class Browser {

    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Optional<Browser> running = Optional.empty();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** The one browser of all tests, which goes when they end. */
    static synchronized Browser shared() {
        if (running.isEmpty()) {
            Browser browser = start();
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
            running = Optional.of(browser);
        }
        return running.orElseThrow();
    }

    private static Browser start() {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String wanted = "These tests need Chromium and its driver: apt-get install chromium chromium-driver";
            if ("required".equals(System.getenv("SPS_BROWSER"))) {
                fail(wanted);
            }
            abort(wanted);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** How pages are looked at, by width and scheme: in the gate in all ways, by hand each width and each scheme once. */
    static List<Arguments> looks() {
        List<Arguments> looks = List.of(
                arguments(1440, "light"), arguments(390, "dark"), arguments(1440, "dark"), arguments(390, "light"));
        return Boolean.getBoolean("sps.gate") ? looks : looks.subList(0, 2);
    }

    /** How the page is looked at. */
    void look(int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), picture());
    }

    /** Of a page that has drawn itself. On a busy machine the driver may still hold on to the page before; then it is asked once more. */
    private byte[] picture() {
        driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        try {
            return driver.getScreenshotAs(OutputType.BYTES);
        } catch (TimeoutException lostThePage) {
            return driver.getScreenshotAs(OutputType.BYTES);
        }
    }

    /** Keeps a picture of the page, and asks axe-core and the page itself what keeps people from using it. */
    List<String> shoot(String name) throws IOException {
        screenshot(name);
        try (InputStream axe = Browser.class.getClassLoader().getResourceAsStream(AXE)) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeScript("""
                return axe.run(document, {resultTypes: ['violations'], preload: false}).then(result => result.violations
                    .filter(violation => ['serious', 'critical'].includes(violation.impact))
                    .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).slice(0, 3).join(' ')));
                """);
        return Stream.concat(
                        ((List<?>) found).stream().map(String::valueOf),
                        isWiderThanItsWindow() ? Stream.of("it is wider than the screen") : Stream.empty())
                .toList();
    }

    boolean isWiderThanItsWindow() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What the page complained of since the last time. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private void close() {
        driver.quit();
    }
}
