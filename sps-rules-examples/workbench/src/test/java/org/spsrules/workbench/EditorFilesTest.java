package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.rule.Verb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of rules, scenarios and vocabulary is true of ours. */
class EditorFilesTest {

    private static final Path BASE =
            Path.of("../../sps-rules-kb").toAbsolutePath().normalize();
    private static final Path EDITORS = BASE.resolve("editors");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(EditorFilesTest::onDisk));

    private static String onDisk(String id) {
        try {
            return Files.readString(Path.of(URI.create(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of(
                EDITORS.resolve("schemas").resolve(name).toUri().toString()));
    }

    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(BASE.resolve(folder))) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSchemaOfScenariosAcceptsOurs() throws IOException {
        Schema schema = schema("scenarios.schema.json");

        for (Path file : files("rules/diagnosis", ScenarioFile.ENDING)) {
            assertThat(schema.validate(yaml(Files.readString(file))))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{scenarios: [{name: a, case: {asOf: 2026-01-15}}]}",
                "{scenarios: [{name: a, case: {asOf: 2026-01-15, diagnosys: {}}, expect: fires}]}",
                "{scenarios: [{name: a, case: {asOf: 2026-01-15, diagnosis: {status: sure}}, expect: fires}]}",
                "{scenarios: [{name: a, like: b, but: {diagnosys: {}}, expect: fires}]}",
                "{scenarios: [{name: a, like: b, expect: {recomends: [start diazepam]}}]}"
            })
    void theSchemaOfScenariosRefusesMistakes(String text) {
        assertThat(schema("scenarios.schema.json").validate(yaml(text))).isNotEmpty();
    }

    @Test
    void theSchemaOfTheVocabularyAcceptsOurs() throws IOException {
        Schema schema = schema("vocabulary.schema.json");

        for (Path file : files("vocabulary", ".yaml")) {
            assertThat(schema.validate(yaml(Files.readString(file))))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: drug, concepts: []}",
                "{kind: therapy, concepts: [{code: Diazepam, name: diazepam}]}",
                "{kind: therapy, concepts: [{code: diazepam, name: diazepam, brand: [Valium]}]}",
                "{contraindications: [{therapy: a, condition: b, level: total, reason: c, sources: [D-01]}]}",
                "{steps: [{code: a, line: FIFTH, step: '1', title: A, therapies: [a], sources: [D-01]}]}"
            })
    void theSchemaOfTheVocabularyRefusesMistakes(String text) {
        assertThat(schema("vocabulary.schema.json").validate(yaml(text))).isNotEmpty();
    }

    @Test
    void theGrammarKnowsEveryWordOfTheLanguage() throws IOException {
        JsonNode patterns = JSON.readTree(Files.readString(EDITORS.resolve("syntaxes/sps-rule.tmLanguage.json")))
                .path("repository")
                .path("all")
                .path("patterns");

        for (Verb verb : Verb.values()) {
            assertThat(scope(patterns, verb.word() + "( \"x\" )")).startsWith("support.function.verb");
        }
        for (String type : FactModel.instance().types().keySet()) {
            assertThat(scope(patterns, type + "( x )")).startsWith("entity.name.type");
        }
        assertThat(scope(patterns, "@source( \"DO-01\" )")).startsWith("storage.type.annotation");
        assertThat(scope(patterns, "$drug : therapy")).startsWith("variable.other");
        assertThat(scope(patterns, "// why")).startsWith("comment.line");
        assertThat(scope(patterns, "\"text\"")).startsWith("string.quoted");
    }

    /** The scope of the first words of a line: that of the first pattern that matches there. */
    private static String scope(JsonNode patterns, String line) {
        for (JsonNode pattern : patterns) {
            String start = pattern.path("match").asString(pattern.path("begin").asString(""));
            if (!start.isEmpty() && Pattern.compile(start).matcher(line).lookingAt()) {
                return pattern.path("name").asString("");
            }
        }
        return "";
    }
}
