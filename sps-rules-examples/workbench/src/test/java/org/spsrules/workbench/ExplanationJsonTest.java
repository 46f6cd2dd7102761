package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Explanation;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.WhyNot;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.io.ExplanationWriter;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is explained of whatever case is written as the published schemas say. */
class ExplanationJsonTest {

    private static final long SEED = 20260301;
    private static final int CASES =
            Integer.getInteger("sps.cases", Boolean.getBoolean("sps.gate") ? 5_000 : 2_500) / 100;
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(ExplanationJsonTest::published));
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    /** The schema of an id such as {@code urn:spsrules:sps-report:1}. */
    private static String published(String id) {
        String file = id.replace("urn:spsrules:", "").replace(':', '-') + ".schema.json";
        try (InputStream schema = ExplanationWriter.class.getResourceAsStream(file)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode valid(String json) {
        JsonNode document = MAPPER.readTree(json);
        String id = "urn:spsrules:" + document.path("format").asString().replace('/', ':');
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(id)).validate(document))
                .extracting(Error::toString)
                .isEmpty();
        return document;
    }

    @ParameterizedTest
    @MethodSource("org.spsrules.workbench.EvaluateTest#examples")
    void everyExampleIsExplainedByTheSchemas(Path file) {
        JsonNode why =
                valid(Run.of("explain", file.toString(), "--format", "json").out());
        JsonNode whyNot = valid(Run.of("explain", file.toString(), "--therapy", "rituximab", "--format", "json")
                .out());

        assertThat(why.path("format").asString()).isEqualTo(ExplanationWriter.EXPLANATION);
        assertThat(why.path("items").size())
                .isEqualTo(why.at("/report/alerts").size()
                        + why.at("/report/recommendations").size()
                        + why.at("/report/withheld").size());
        assertThat(why.path("questions").size()).isPositive();
        assertThat(whyNot.path("format").asString()).isEqualTo(ExplanationWriter.WHY_NOT);
    }

    @Test
    void everyGeneratedCaseIsExplainedByTheSchemas() {
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        Random random = new Random(SEED);
        ExplanationWriter writer = new ExplanationWriter();
        List<String> therapies = RULES.vocabulary().concepts().stream()
                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                .map(Concept::code)
                .sorted()
                .toList();
        Set<WhyNot.Status> met = new HashSet<>();
        for (int i = 0; i < CASES; i++) {
            PatientCase patientCase = generator.next();
            Explanation explanation = RULES.explain(patientCase);
            // What is withheld or recommended is rare among all therapies; it is asked about until both were met.
            Stream<Optional<Report.Subject>> likely = Stream.empty();
            if (!met.contains(WhyNot.Status.RECOMMENDED)) {
                likely = explanation.report().recommendations().stream()
                        .filter(advice -> advice.position().isPresent())
                        .map(Report.Recommendation::subject);
            } else if (!met.contains(WhyNot.Status.WITHHELD)) {
                likely = explanation.report().withheld().stream().map(Report.Withheld::subject);
            }
            String therapy = likely.flatMap(Optional::stream)
                    .map(Report.Subject::code)
                    .findFirst()
                    .orElseGet(() -> therapies.get(random.nextInt(therapies.size())));
            WhyNot whyNot = RULES.whyNot(patientCase, therapy);
            met.add(whyNot.status());

            valid(writer.json(whyNot));
            valid(writer.json(explanation, List.of()));
            if (i % 10 == 0) {
                valid(writer.json(explanation, RULES.questions(patientCase)));
            }
        }
        assertThat(met).as("statuses met with seed %d", SEED).containsExactlyInAnyOrder(WhyNot.Status.values());
    }
}
