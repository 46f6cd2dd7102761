package org.spsrules.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.SpsRules;
import org.spsrules.cdshooks.Site;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the page is answered. */
class PlaygroundTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path HOSTILE = Path.of("../../sps-rules-kb/authoring/src/test/resources/lint/hostile");
    private static final String RULE = "rules/first-line/start-diazepam.drl";
    private static final String SCENARIOS = "rules/first-line/start-diazepam.scenarios.yaml";

    /** What the hostile files do if they can. */
    private static final String PROPERTY = "spsrules.hostile";

    @TempDir
    private static Path folder;

    private static SpsRules rules;
    private static Playground playground;
    private static String untreated;

    @BeforeAll
    static void open() throws IOException {
        rules = SpsRules.load();
        playground = new Playground(rules, Optional.of(Service.copyOfTheKnowledge(folder)));
        untreated = Files.readString(Path.of("../cases/p01-untreated.yaml"));
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private static Site.Answer post(String what, ObjectNode question) throws IOException {
        return playground.answer(new Site.Call("POST", "/playground/" + what, MAPPER.writeValueAsBytes(question)));
    }

    private static JsonNode ask(String what, ObjectNode question) throws IOException {
        Site.Answer answer = post(what, question);
        assertThat(answer.status()).as(new String(answer.body())).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    private static ObjectNode of(String patient) {
        return MAPPER.createObjectNode().put("case", patient);
    }

    private static ObjectNode editing(String path, String text) {
        ObjectNode question = of(untreated);
        question.putObject("edits").put(path, text);
        return question;
    }

    private static String rule() throws IOException {
        return Files.readString(folder.resolve(RULE));
    }

    @Test
    void reportsWithTheWordsOfTheCommandAndThePlaceOnTheLadder() throws IOException {
        JsonNode answer = ask("evaluate", of(untreated));
        assertThat(answer.path("line").asString()).isEqualTo("FIRST");
        assertThat(answer.path("report").findValuesAsString("text"))
                .contains("New classic SPS, untreated", "NEXT STEP", "Start diazepam and titrate it to effect");
        assertThat(answer.path("ladder").path("wide").asString()).contains("<svg", "here");
        assertThat(answer.path("knowledge").asString()).contains("+unchecked");
    }

    @Test
    void namesLineAndColumnOfWhatIsWrongInACase() throws IOException {
        JsonNode problem = ask("evaluate", of("format: sps-patient-case/1\nasOf: 2026-01-15\nsetting: wart\n"))
                .path("problems")
                .path(0);
        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("column").asInt()).isEqualTo(10);
        assertThat(problem.path("message").asString()).contains("ward");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1 # why\\nb: {c: x}    | b,c        | "y"                | a: 1 # why\\nb: {c: y}
            a: 1 # why\\nb: {c: x}    | b,c        | null               | a: 1 # why
            a: 1                      | b,c        | "y"                | a: 1\\nb:\\n  c: y
            a: [x]                    | a          | ["x","y z"]        | a: [x, y z]
            a: 1                      | t,given,0  | {"drug":"d"}       | a: 1\\nt:\\n  given:\\n    - drug: d
            t:\\n  - drug: d          | t,0,dose   | "1 mg"             | t:\\n  - drug: d\\n    dose: 1 mg
            t:\\n  - drug: d\\n  - drug: e | t,0    | null               | t:\\n  - drug: e
            a: 1                      | a          | "x: #y"            | a: 'x: #y'
            """)
    void aFormChangesOneValueAndLeavesTheRest(String before, String place, String value, String after)
            throws IOException {
        ObjectNode question = of(before.replace("\\n", "\n"));
        Stream.of(place.split(",")).forEach(question.putArray("path")::add);
        question.set("value", MAPPER.readTree(value));
        assertThat(ask("case", question).path("case").asString().strip()).isEqualTo(after.replace("\\n", "\n"));
    }

    @Test
    void aValueNeverBecomesAnotherField() throws IOException, Documents.UnreadableException {
        ObjectNode question = of("a: 1");
        question.putArray("path").add("a");
        question.put("value", "no\nb: 2");
        Node read = Documents.read(ask("case", question).path("case").asString());
        assertThat(((Node.Fields) read).entries()).hasSize(1);
        assertThat(((Node.Scalar) ((Node.Fields) read).get("a").orElseThrow()).text())
                .isEqualTo("no\nb: 2");
    }

    @Test
    void aRuleThatIsEditedAnswersAndIsComparedWithTheSavedOne() throws IOException {
        String edited = rule().replace("It relieves rigidity", "It surely relieves rigidity");
        assertThat(ask("check", editing(RULE, edited)).path("patient").findValuesAsString("text"))
                .containsExactly("start diazepam: recommended otherwise");
        JsonNode examples = ask("consequences", editing(RULE, edited)).path("examples");
        assertThat(examples).hasSize(8);
        assertThat(examples.findValuesAsString("text")).contains("start diazepam: recommended otherwise");
        JsonNode report = ask("evaluate", editing(RULE, edited));
        assertThat(report.path("by").asString()).isEqualTo("edited");
        assertThat(report.toString()).contains("surely relieves");
        assertThat(ask("check", editing(RULE, rule() + "\n// a comment\n")).get("patient"))
                .isNotNull()
                .isEmpty();
    }

    @Test
    void aRuleWithAnErrorIsMarkedAndTheSavedOneAnswers() throws IOException {
        JsonNode answer = ask("check", editing(RULE, rule().replace("\"benzodiazepine\" )", "\"benzodiazepin\" )")));
        assertThat(answer.path("problems").findValuesAsString("message"))
                .anyMatch(message -> message.contains("benzodiazepine"));
        assertThat(answer.has("patient")).isFalse();
        assertThat(ask("consequences", editing(RULE, "rule")).has("examples")).isFalse();
        JsonNode report = ask("evaluate", editing(RULE, "rule"));
        assertThat(report.path("by").asString()).isEqualTo("saved");
        assertThat(report.toString()).contains("Start diazepam");
    }

    @Test
    void whatLintFindsInARuleIsSaidAsItIsEdited() throws IOException {
        assertThat(ask("check", of(untreated).put("path", RULE)).path("problems"))
                .isEmpty();
        assertThat(ask("check", editing(RULE, rule().replace("then\n", "then \n")))
                        .path("problems")
                        .findValuesAsString("code"))
                .containsExactly("layout");
    }

    @Test
    void eachItemNamesItsRuleAndThatSaysWhy() throws IOException {
        JsonNode report = ask("evaluate", of(untreated)).path("report");
        JsonNode start = report.valueStream()
                .filter(block -> block.path("text").asString().startsWith("Start diazepam"))
                .findFirst()
                .orElseThrow();
        assertThat(start.path("rules").valueStream().map(JsonNode::asString))
                .containsExactly("first-line/start-diazepam");

        assertThat(report.valueStream()
                        .filter(block -> block.path("kind").asString().equals("item"))
                        .filter(block -> !block.path("mark").asString().equals("?")))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("rules")).isNotEmpty());
        JsonNode why = ask("why", of(untreated).put("rule", "first-line/start-diazepam"))
                .path("blocks");
        assertThat(why.findValuesAsString("text"))
                .anyMatch(text -> text.startsWith("benzodiazepine not already tried"))
                .noneMatch(text -> text.contains("Guard against falls"));
        assertThat(ask("why", of(untreated).put("rule", "no/such-rule")).path("blocks"))
                .isEmpty();
    }

    @Test
    void ofARuleItIsSaidHowEachConditionTurnsOutInThePatient() throws IOException {
        JsonNode applies = ask("conditions", of(untreated).put("path", RULE));
        assertThat(applies.path("applies").asInt()).isEqualTo(1);
        assertThat(marks(applies)).doesNotContain("-", "?");
        assertThat(applies.path("examples").valueStream().map(JsonNode::asString))
                .contains("p01-untreated.yaml")
                .doesNotContain("p06-diazepam-not-tolerated.yaml");

        String suspected = rule().replace("Diagnosis( confirmed )", "Diagnosis( suspected )");
        JsonNode missing = ask("conditions", editing(RULE, suspected).put("path", RULE));
        assertThat(missing.path("applies").asInt()).isZero();
        assertThat(marks(missing)).contains("-", "+");

        JsonNode unreadable = ask("conditions", of("setting: wart").put("path", RULE));
        assertThat(unreadable.path("unreadable").asBoolean()).isTrue();

        JsonNode noDrug = ask("conditions", of(untreated).put("path", "rules/first-line/titrate.drl"));
        assertThat(noDrug.path("applies").asInt()).isZero();
        assertThat(noDrug.path("blocks")).isEmpty();

        JsonNode ofRows = ask("conditions", of(untreated).put("path", "rules/appraisal/ladder/open.drl"));
        assertThat(ofRows.path("applies").asInt()).isPositive();
        assertThat(ofRows.path("rules").asInt()).isGreaterThan(1);
    }

    private static List<String> marks(JsonNode conditions) {
        return conditions.path("blocks").findValuesAsString("mark");
    }

    @Test
    void aNewRuleIsBegunWithBlanksAndNothingIsWritten() throws IOException {
        String id = "diagnosis/look-for-thymoma";

        JsonNode texts = ask("new", MAPPER.createObjectNode().put("id", id)).path("texts");

        assertThat(texts.path("rules/" + id + ".drl").asString()).startsWith("rule \"FILL IN");
        assertThat(texts.path("rules/" + id + ".scenarios.yaml").asString()).startsWith("scenarios:\n");
        assertThat(folder.resolve("rules/" + id + ".drl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first-line/start-diazepam | the name is taken
            first-lines/x             | did you mean first-line?
            First line/Start X        | did you mean first-line/start-x?
            ../x                      | an id is folder/name
            """)
    void whatCannotBeBegunIsSaidToBeSo(String id, String words) throws IOException {
        Site.Answer answer = post("new", MAPPER.createObjectNode().put("id", id));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(words);
    }

    @Test
    void theScenariosBesideARuleAreRunAgainstTheEdits() throws IOException {
        JsonNode sound =
                ask("consequences", of(untreated).put("path", SCENARIOS)).path("scenarios");
        assertThat(sound).isNotEmpty().allMatch(outcome -> outcome.path("holds").asBoolean());

        JsonNode edited = ask(
                        "consequences",
                        editing(RULE, rule().replace("Diagnosis( confirmed )", "Diagnosis( suspected )"))
                                .put("path", RULE))
                .path("scenarios");
        assertThat(edited)
                .hasSameSizeAs(sound)
                .anyMatch(outcome -> !outcome.path("holds").asBoolean());
        assertThat(edited.toString()).contains("expected the rule to apply, and it does not");

        JsonNode broken =
                ask("consequences", editing(RULE, "rule").put("path", RULE)).path("scenarios");
        assertThat(broken).isEmpty();
    }

    @Test
    void ofVeryManyScenariosItIsSaidHowManyWereNotRun() throws IOException {
        StringBuilder many = new StringBuilder("scenarios:\n");
        for (int i = 0; i < 205; i++) {
            many.append("  - name: \"").append(i).append("\"\n    case: {asOf: 2026-01-15}\n    expect: silent\n");
        }
        JsonNode answer =
                ask("consequences", editing(SCENARIOS, many.toString()).put("path", SCENARIOS));
        assertThat(answer.path("scenarios")).hasSize(200);
        assertThat(answer.path("notRun").asInt()).isEqualTo(5);
    }

    @Test
    void aPatientBecomesAScenarioThatHolds() throws IOException {
        int before = ask("consequences", of(untreated).put("path", SCENARIOS))
                .path("scenarios")
                .size();

        String text =
                ask("scenario", of(untreated).put("path", RULE)).path("text").asString();

        assertThat(text).startsWith(Files.readString(folder.resolve(SCENARIOS))).endsWith("expect: fires\n");
        ObjectNode question = editing(SCENARIOS, text).put("path", SCENARIOS);
        assertThat(ask("check", question).path("problems").toString()).isEqualTo("[]");
        assertThat(ask("consequences", question).path("scenarios"))
                .hasSize(before + 1)
                .allMatch(outcome -> outcome.path("holds").asBoolean());
    }

    @Test
    void beforeARuleHasScenariosThereAreNone() throws IOException {
        assertThat(ask("rule", MAPPER.createObjectNode().put("path", SCENARIOS))
                        .path("text")
                        .asString())
                .isNotEmpty();
        assertThat(post("rule", MAPPER.createObjectNode().put("path", "rules/first-line/none.scenarios.yaml"))
                        .status())
                .isEqualTo(404);
        assertThat(post("rule", MAPPER.createObjectNode().put("path", ".scenarios.yaml"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothingOfAHostileRuleRuns() throws IOException {
        System.clearProperty(PROPERTY);
        List<Path> files;
        try (Stream<Path> all = Files.list(HOSTILE)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(100);
        for (int i = 0; i < files.size(); i += 16) {
            String text = new String(Files.readAllBytes(files.get(i)), java.nio.charset.StandardCharsets.UTF_8);
            JsonNode answer = ask("check", editing(RULE, text));
            assertThat(answer.path("problems")).as(files.get(i).toString()).isNotEmpty();
            assertThat(answer.has("patient")).as(files.get(i).toString()).isFalse();
            assertThat(post("save", editing(RULE, text)).status()).isEqualTo(422);
        }
        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(rule()).startsWith("rule \"Start diazepam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules/../../escaped.drl",
                "/rules/first-line/x.drl",
                "rules/first-line/..%2f..%2fx.drl",
                "rules/first-line/x.drl/../../../y.drl",
                "rules\\\\first-line\\\\x.drl",
                "knowledge.yaml",
                "rules/first-line/.x.drl",
                "rules/x.drl",
                "rules/first-line/x.sh"
            })
    void nothingIsSavedElsewhere(String path) throws IOException {
        assertThat(post("save", editing(path, rule())).status()).isEqualTo(422);
        assertThat(post("check", editing(path, rule())).status()).isEqualTo(422);
    }

    @Test
    void whatWasChangedOnDiskMeanwhileIsNotOverwritten() throws IOException {
        String other = "rules/first-line/start-clonazepam.drl";
        String before = Files.readString(folder.resolve(other));
        ObjectNode question = editing(other, before + "\n");
        question.putObject("before").put(other, before + "// as it was\n");
        assertThat(post("save", question).status()).isEqualTo(409);
        assertThat(folder.resolve(other)).hasContent(before);
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        Path elsewhere = Files.createTempDirectory("elsewhere");
        Path link = Files.createSymbolicLink(folder.resolve("rules/linked"), elsewhere);
        assertThat(post("save", editing("rules/linked/start.drl", rule())).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(link);
        Files.delete(elsewhere);
    }

    @Test
    void theBuiltInRulesCannotBeSaved() throws IOException {
        Playground builtIn = new Playground(rules, Optional.empty());
        byte[] question = MAPPER.writeValueAsBytes(editing(RULE, rule()));
        assertThat(builtIn.answer(new Site.Call("POST", "/playground/save", question))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"case\": 1}", "{\"case\": \"\", \"edits\": {\"a\": 1}}"})
    void whatIsNoQuestionIsRefused(String body) throws IOException {
        Site.Answer answer = playground.answer(new Site.Call("POST", "/playground/evaluate", body.getBytes()));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void thePolicyAllowsNothingButOwnFiles() throws IOException {
        for (String address : List.of("/", "/playground/app.js", "/playground/sps.css")) {
            Site.Answer answer = playground.answer(new Site.Call("GET", address, new byte[0]));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe", "*", "http");
        }
        for (String address : List.of(
                "/playground/../../pom.xml", "/playground/web/index.html", "/playground/", "/playground/check")) {
            assertThat(playground
                            .answer(new Site.Call("GET", address, new byte[0]))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theExamplesAreThoseOfTheProject() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("../cases"))) {
            assertThat(Examples.read()).hasSameSizeAs(cases.toList());
        }
        Map<String, String> examples = Examples.read();
        assertThat(examples.get("p01-untreated.yaml")).isEqualTo(untreated);
    }
}
