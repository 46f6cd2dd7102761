package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Problem;
import org.spsrules.Problem.Position;
import org.spsrules.io.Documents.UnreadableException;

class DocumentsTest {

    private static Node.Fields map(String text) throws UnreadableException {
        return (Node.Fields) Documents.read(text);
    }

    private static Problem problem(String text) {
        UnreadableException refusal = catchThrowableOfType(UnreadableException.class, () -> Documents.read(text));
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.problem();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT",
        "no, TEXT",
        "on, TEXT",
        "012, TEXT",
        "~, NULL",
        "True, BOOLEAN",
        "2014-01-15, TEXT",
        "60 mg/day, TEXT",
        "'\"55\"', TEXT",
        "0x1f, TEXT",
        "12:30, TEXT",
        "1_000, TEXT",
        "null, NULL",
        "'', NULL",
        "true, BOOLEAN",
        "false, BOOLEAN",
        "55, NUMBER",
        "-1, NUMBER",
        "0.5, NUMBER",
        "1e9, NUMBER"
    })
    void yamlScalarsAreUnderstoodAsInYaml12(String value, Node.Scalar.Form form) throws UnreadableException {
        assertThat(map("key: " + value).get("key").orElseThrow())
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.form()).isEqualTo(form));
    }

    @ParameterizedTest
    @CsvSource({"'\"55\"', TEXT", "null, NULL", "true, BOOLEAN", "false, BOOLEAN", "55, NUMBER", "-1.5e3, NUMBER"})
    void jsonScalarsAreUnderstoodAsInJson(String value, Node.Scalar.Form form) throws UnreadableException {
        assertThat(map("{\"key\": " + value + "}").get("key").orElseThrow())
                .isInstanceOfSatisfying(
                        Node.Scalar.class, scalar -> assertThat(scalar.form()).isEqualTo(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nbc:\n  - x\n  - key: value", "a: 1\r\nbc:\r\n  - x\r\n  - key: value\r\n"})
    void everythingHasItsPlaceInYaml(String text) throws UnreadableException {
        Node.Fields root = map(text);
        Node.Items items = (Node.Items) root.get("bc").orElseThrow();
        Node.Fields inner = (Node.Fields) items.nodes().get(1);

        assertThat(root.entries().get(1).position()).isEqualTo(new Position(2, 1));
        assertThat(root.get("a").orElseThrow().position()).isEqualTo(new Position(1, 4));
        assertThat(items.nodes().get(0).position()).isEqualTo(new Position(3, 5));
        assertThat(inner.entries().get(0).position()).isEqualTo(new Position(4, 5));
        assertThat(inner.get("key").orElseThrow().position()).isEqualTo(new Position(4, 10));
    }

    @Test
    void everythingHasItsPlaceInJson() throws UnreadableException {
        Node.Fields root = map("{\n\t\"a\": 1,\n\t\"bc\": [ \"x\" ]\r\n}");

        assertThat(root.entries().get(1).position()).isEqualTo(new Position(3, 2));
        assertThat(root.get("a").orElseThrow().position()).isEqualTo(new Position(2, 7));
        assertThat(((Node.Items) root.get("bc").orElseThrow()).nodes().get(0).position())
                .isEqualTo(new Position(3, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFa: 1", "\uFEFF{\"a\": 1}"})
    void aByteOrderMarkIsNoContent(String text) throws UnreadableException {
        assertThat(map(text).get("a")).isPresent();
    }

    @Test
    void keysThatOccurTwiceAreAllThere() throws UnreadableException {
        assertThat(map("a: 1\na: 2").entries()).hasSize(2);
        assertThat(map("{\"a\": 1, \"a\": 2}").entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\uFEFF", "\uFEFF\n", "# only\n# comments\n"})
    void anEmptyFileIsCalledEmpty(String text) {
        assertThat(problem(text)).isEqualTo(new Problem(Problem.Kind.UNREADABLE, "", "the file is empty"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1,2<n>b: 3|2:2|not YAML: expected ',' or ']', but got :",
                "a: 'b|1:6|not YAML: found unexpected end of stream",
                "<t>a: b|1:1|not YAML: found character '\\t(TAB)'",
                "a: b: c|1:5|not YAML: mapping values are not allowed here",
                "a: @b|1:4|not YAML: found character",
                "a: 1<n>---<n>b: 2|2:1|the file holds more than one document; put each in a file of its own",
                "a: 1<n>...<n>---|3:1|the file holds more than one document",
                "a: &x 1|1:4|anchors and aliases are not allowed",
                "&x a: 1|1:1|anchors and aliases are not allowed",
                "a: *x|1:4|anchors and aliases are not allowed",
                "*x : 1|1:1|anchors and aliases are not allowed",
                "a: !!str 1|1:4|tags are not allowed",
                "a: !x {}|1:4|tags are not allowed",
                "? [a]<n>: 1|1:3|a key is a plain word",
                "{\"a\": 1|1:8|not JSON: Unexpected end-of-input",
                "{\"a\": 1} x|1:|not JSON: Unrecognized token 'x'",
                "{\"a\": 1} {}|1:10|something follows the end of the document",
                "{'a': 1}|1:2|not JSON: Unexpected character (''' (code 39))",
                "{\"a\": 01}|1:|not JSON: Invalid numeric value: Leading zeroes not allowed",
                "{\"a\": NaN}|1:|not JSON",
                "{\"a\": \"<t>\"}|1:|not JSON: Illegal unquoted character",
                "[1, 2|1:|not JSON: Unexpected end-of-input"
            })
    void whatIsNeitherYamlNorJsonIsRefusedWithItsPlace(String text, String place, String message) {
        Problem problem = problem(text.replace("<n>", "\n").replace("<t>", "\t"));

        assertThat(problem.message()).startsWith(message);
        assertThat(problem.position()).map(Position::toString).get().asString().startsWith(place);
    }

    @Test
    void controlCharactersAreRefusedInYamlWithTheirPlace() {
        assertThat(problem("a: b\nc: 😀\u001b[31m"))
                .isEqualTo(new Problem(
                        Problem.Kind.UNREADABLE,
                        "",
                        "not YAML: control characters are not allowed",
                        Optional.of(new Position(2, 5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "a: [", "a: {a: ", "- ", "? ", "a: - "})
    void deepNestingIsRefusedQuicklyAndWithoutExhaustingTheStack(String opening) {
        Problem problem = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> problem((opening.startsWith("a: ")
                                ? "a: " + opening.substring(3).repeat(200_000)
                                : "")
                        + (opening.startsWith("a: ") ? "" : opening.repeat(200_000))));

        assertThat(problem.message()).matches("nested too deeply|a key is a plain word|not YAML: .*");
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void fiftyLevelsAreTheLimit(int depth, boolean readable) {
        String yaml = "a: " + "[".repeat(depth - 1) + "x" + "]".repeat(depth - 1);
        String json = "{\"a\": " + "[".repeat(depth - 1) + "1" + "]".repeat(depth - 1) + "}";

        for (String text : new String[] {yaml, json}) {
            Throwable refusal = Assertions.assertDoesNotThrow(
                    () -> catchThrowableOfType(UnreadableException.class, () -> Documents.read(text)));
            assertThat(refusal == null).isEqualTo(readable);
        }
    }

    @Test
    void anAliasBombIsRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThat(problem(bomb.toString()))
                .isEqualTo(new Problem(
                        Problem.Kind.UNREADABLE,
                        "",
                        "anchors and aliases are not allowed",
                        Optional.of(new Position(1, 5))));
    }

    @Test
    void aFileThatCallsItselfYamlIsYamlHoweverItBegins() throws UnreadableException {
        String flow = "{asOf: 2026-03-02, symptoms: {present: [rigidity]}}";

        assertThat(Documents.read(flow, "a.yaml")).isInstanceOf(Node.Fields.class);
        assertThat(Documents.read(flow, "A.YML")).isInstanceOf(Node.Fields.class);
        for (String name : new String[] {"a.json", "yaml", ""}) {
            assertThat(catchThrowableOfType(UnreadableException.class, () -> Documents.read(flow, name)))
                    .hasMessageStartingWith("not JSON");
        }
    }

    @Test
    void aHugeFileIsRefused() {
        assertThat(problem("a: " + "x".repeat(4_000_000)).message())
                .isEqualTo("the file has more than 4 million characters");
    }

    @Test
    void messagesShowOnlyTheBeginningOfALongText() throws UnreadableException {
        assertThat(map("a: " + "x".repeat(1000)).get("a").orElseThrow().describe())
                .isEqualTo("the text \"" + "x".repeat(60) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"a\": [1, ", "{\"a\": tru}", "{\"a\": NaN}"})
    void aMessageAboutJsonSpeaksOfTheFileAndNotOfTheLibrary(String text) {
        assertThat(problem(text).message())
                .startsWith("not JSON: ")
                .doesNotContain("Source:", "REDACTED", "StreamRead", "Feature", "\n");
    }

    @Test
    void aMessageAboutALongNumberNamesNoClass() {
        assertThat(problem("{\"a\": " + "9".repeat(5000) + "}").message())
                .startsWith("not JSON: ")
                .doesNotContain("StreamRead", "()");
    }
}
