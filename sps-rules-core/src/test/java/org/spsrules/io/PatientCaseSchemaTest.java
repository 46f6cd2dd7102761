package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.SampleCase;
import org.spsrules.SampleVocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema, the reader and the Java model agree on the format. */
class PatientCaseSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final PublishedSchema SCHEMA = new PublishedSchema("sps-patient-case-1.schema.json");

    /** Where the format calls something otherwise than Java does. */
    private static final Map<String, String> NAMES =
            Map.of("person", "patient", "completeness", "list", "current", "status");

    /** The least that makes a case with one of everything, by JSON pointer. */
    private static final String SKELETON = """
            {
              "format": "sps-patient-case/1",
              "asOf": "2014-01-15",
              "patient": {},
              "diagnosis": {},
              "course": {},
              "symptoms": {},
              "triggers": {},
              "conditions": {},
              "allergies": {},
              "tests": [ { "test": "anti-gad65" } ],
              "treatments": { "given": [ { "therapy": "diazepam", "status": "past" } ] },
              "plans": [ { "action": "switch", "therapy": "ivig" } ]
            }""";

    /** A field of the format. */
    private record Field(String parent, String name, JsonNode schema) {

        @Override
        public String toString() {
            return parent + "/" + name;
        }

        ObjectNode in(JsonNode document) {
            return (ObjectNode) document.at(parent);
        }
    }

    private final PatientCaseReader reader = new PatientCaseReader(SampleVocabulary.get());

    private static Stream<String> parents() {
        return Stream.of(
                "",
                "/patient",
                "/diagnosis",
                "/course",
                "/symptoms",
                "/triggers",
                "/conditions",
                "/allergies",
                "/tests/0",
                "/treatments",
                "/treatments/given/0",
                "/plans/0");
    }

    private static JsonNode schemaOf(String pointer) {
        JsonNode schema = SCHEMA.root();
        for (String step : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            if (step.matches("[0-9]+")) {
                schema = SCHEMA.resolved(schema.path("items"));
            } else if (!step.isEmpty()) {
                schema = SCHEMA.property(schema, step);
            }
        }
        return schema;
    }

    static Stream<Field> fields() {
        return parents()
                .flatMap(parent -> SCHEMA.properties(schemaOf(parent)).stream()
                        .map(name -> new Field(parent, name, SCHEMA.property(schemaOf(parent), name))));
    }

    private static JsonNode skeleton() {
        return MAPPER.readTree(SKELETON);
    }

    private static JsonNode full() {
        return MAPPER.readTree(new PatientCaseWriter().json(SampleCase.built()));
    }

    private List<Problem> problems(JsonNode document) {
        InvalidCaseException refusal =
                catchThrowableOfType(InvalidCaseException.class, () -> reader.read(document.toString()));
        return refusal == null ? List.of() : refusal.problems();
    }

    private static JsonNode with(JsonNode document, Consumer<JsonNode> change) {
        change.accept(document);
        return document;
    }

    /** With {@code -Dsps.write=true} the published schema is written anew. */
    @Test
    void theSchemaIsMadeFromTheFields() throws IOException {
        Path published = Path.of("src/main/resources/org/spsrules/io/sps-patient-case-1.schema.json");
        if (Boolean.getBoolean("sps.write")) {
            Files.writeString(published, CaseSchema.text());
        }

        assertThat(Files.readString(published)).isEqualTo(CaseSchema.text());
    }

    @Test
    void theSchemaDescribesTheCase() {
        new RecordShape(SCHEMA, false, PatientCaseSchemaTest::nameOf, Form::spelling)
                .assertDescribes(SCHEMA.root(), PatientCase.class);
    }

    private static String nameOf(RecordComponent component) {
        return NAMES.getOrDefault(component.getName(), component.getName());
    }

    @Test
    void bothAcceptTheLeastAndTheFullCase() {
        for (JsonNode document : List.of(skeleton(), full())) {
            assertThat(SCHEMA.errors(document)).isEmpty();
            assertThat(problems(document)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("parents")
    void bothKnowTheSameFields(String parent) {
        JsonNode document = with(skeleton(), tree -> ((ObjectNode) tree.at(parent)).put("zzzzzzzz", "x"));

        assertThat(SCHEMA.accepts(document)).isFalse();
        assertThat(problems(document))
                .singleElement()
                .satisfies(problem -> assertThat(List.of(problem.message()
                                .replaceAll("^is not a field here\\. The fields are ", "")
                                .split(", ")))
                        .containsExactlyInAnyOrderElementsOf(SCHEMA.properties(schemaOf(parent))));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothRefuseAFieldThatIsRenamed(Field field) {
        JsonNode document = with(full(), tree -> {
            ObjectNode object = field.in(tree);
            assertThat(object.has(field.name()))
                    .as("the full case states %s", field)
                    .isTrue();
            object.set(field.name() + "X", object.remove(field.name()));
        });

        assertThat(SCHEMA.accepts(document)).isFalse();
        assertThat(problems(document))
                .anySatisfy(problem -> assertThat(problem.message()).startsWith("is not a field here"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothRequireTheSameFields(Field field) {
        JsonNode document = with(full(), tree -> field.in(tree).remove(field.name()));
        boolean required =
                PublishedSchema.texts(schemaOf(field.parent()).path("required")).contains(field.name())
                        || field.toString().equals("/plans/0/therapy");

        assertThat(SCHEMA.accepts(document)).as("schema").isEqualTo(!required);
        assertThat(problems(document).stream()
                        .noneMatch(problem -> problem.message().startsWith("is missing")))
                .as("reader")
                .isEqualTo(!required);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothKnowTheSameWords(Field field) {
        for (String word : PublishedSchema.texts(field.schema().path("enum"))) {
            JsonNode document = with(skeleton(), tree -> field.in(tree).put(field.name(), word));
            assertThat(SCHEMA.errors(document)).as(word).isEmpty();
            assertThat(problems(document)).as(word).isEmpty();
        }
        if (field.schema().has("enum")) {
            JsonNode document = with(skeleton(), tree -> field.in(tree).put(field.name(), "other"));
            assertThat(SCHEMA.accepts(document)).isFalse();
            assertThat(problems(document)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bothRefuseEveryWrongTypeOfAField(Field field) {
        String type = field.schema()
                .path("type")
                .asString(field.schema().at("/anyOf/0/type").asString("string"));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("true", "");
        wrong.put("null", "");
        wrong.put("12.5", "");
        wrong.put("55", "integer");
        wrong.put("\"x\"", field.schema().has("pattern") || type.equals("string") ? "string" : "");
        wrong.put("\"\"", "");
        wrong.put("[]", "array");
        wrong.put("{}", "object");
        wrong.put("[[]]", "");
        wrong.put("[7]", "");
        wrong.forEach((value, rightFor) -> {
            if (!rightFor.equals(type)) {
                JsonNode document = with(skeleton(), tree -> field.in(tree).set(field.name(), MAPPER.readTree(value)));
                assertThat(SCHEMA.accepts(document)).as("schema on " + value).isFalse();
                assertThat(problems(document)).as("reader on " + value).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"18 months, true", "1 month, true", "18 weeks, false", "18, false", "18000 months, false"})
    void bothTakeAnAgeInMonths(String age, boolean right) {
        JsonNode document = with(skeleton(), tree -> ((ObjectNode) tree.at("/patient")).put("age", age));

        assertThat(SCHEMA.accepts(document)).isEqualTo(right);
        assertThat(problems(document).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "/tests, 200",
        "/plans, 200",
        "/treatments/given, 200",
        "/treatments/declined, 1000",
        "/acknowledged, 1000"
    })
    void bothRefuseAListThatIsTooLong(String list, int most) {
        JsonNode document = with(full(), tree -> fill((ArrayNode) tree.at(list), most));
        String tooMany = (most + 1) + " are more than one patient has; give at most " + most;

        assertThat(SCHEMA.errors(document)).isEmpty();
        assertThat(problems(document)).noneMatch(problem -> problem.message().endsWith("give at most " + most));

        fill((ArrayNode) document.at(list), most + 1);

        assertThat(SCHEMA.accepts(document)).isFalse();
        assertThat(problems(document)).anyMatch(problem -> problem.message().equals(tooMany));
    }

    private static void fill(ArrayNode list, int size) {
        while (list.size() < size) {
            if (list.get(0).isObject()) {
                list.add(list.get(0).deepCopy());
            } else {
                list.add("term-" + list.size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whateverTheReaderAcceptsIsInTheSchema(Field field) {
        List<String> values = new ArrayList<>(List.of(
                "{}",
                "[]",
                "\"unknown\"",
                "\"past\"",
                "\"surgery\"",
                "\"sps-patient-case/1\"",
                "\"emg\"",
                "0",
                "55",
                "130",
                "131",
                "-1",
                "5e1",
                "\"yes\"",
                "\"diazepam\"",
                "\"Valium\"",
                "\"rigidity\"",
                "\"classic\"",
                "\"2014-01-15\"",
                "\"2014-02-30\"",
                "\"60 kg\"",
                "\"60kg\"",
                "\"75 mL/min\"",
                "\"0 kg\"",
                "\"93.57 U/mL\"",
                "\"60 mg/day\"",
                "\"60000 mcg/day\"",
                "\"60000 µg/day\"",
                "\"60000 \u03bcg/day\"",
                "\"0.06 g/day\"",
                "\"-1 mg/day\"",
                "\"1e3 mg/day\"",
                "[\"diazepam\"]",
                "[\"rigidity\", \"rigidity\"]",
                "[\"noise\"]",
                "[\"sedation\"]",
                "[\"\"]",
                "[\" \"]",
                "[null]",
                "\"" + "x".repeat(1000) + "\"",
                "\"" + "x".repeat(1001) + "\""));
        int accepted = 0;
        for (String value : values) {
            JsonNode document = with(skeleton(), tree -> field.in(tree).set(field.name(), MAPPER.readTree(value)));
            if (problems(document).isEmpty()) {
                accepted++;
                assertThat(SCHEMA.errors(document)).as(value).isEmpty();
            }
        }
        assertThat(accepted).as("values that the reader accepts").isPositive();
    }
}
