package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final PublishedSchema schema = new PublishedSchema("sps-report-1.schema.json");

    static Stream<Report> reports() {
        return Stream.of(SampleReports.full(), SampleReports.least());
    }

    private static JsonNode written(Report report) {
        return MAPPER.readTree(new ReportWriter().json(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportIsValid(Report report) {
        assertThat(schema.errors(written(report))).isEmpty();
    }

    @Test
    void theSchemaDescribesTheReport() {
        new RecordShape(schema, true, RecordComponent::getName, Enum::name)
                .assertDescribes(schema.root(), Report.class);
    }

    @Test
    void everythingIsRequiredButOptionals() {
        Stream.concat(
                        Stream.of(Report.class),
                        Arrays.stream(Report.class.getDeclaredClasses()).filter(Class::isRecord))
                .forEach(type -> {
                    String name = Character.toLowerCase(type.getSimpleName().charAt(0))
                            + type.getSimpleName().substring(1);
                    JsonNode object = type == Report.class
                            ? schema.root()
                            : schema.root().path("$defs").path(name);
                    RecordShape.assertRequiresAllButOptionals(object, type);
                });
    }

    /** The promise to those who validate: a field more is no other format. */
    @Test
    void fieldsOfALaterVersionAreAcceptedEverywhereAndReadBy() {
        ObjectNode report = (ObjectNode) written(SampleReports.full());
        addAField(report);

        assertThat(schema.errors(report)).isEmpty();
        assertThat(new ReportReader().read(report.toString())).isEqualTo(SampleReports.full());
    }

    /** Adds to everything but what maps sources to numbers. */
    private static void addAField(JsonNode node) {
        node.properties().stream()
                .filter(property -> !property.getKey().equals("numbered"))
                .forEach(property -> addAField(property.getValue()));
        node.valueStream().filter(item -> !node.isObject()).forEach(ReportSchemaTest::addAField);
        if (node instanceof ObjectNode object) {
            object.putObject("ofALaterVersion").put("x", 1);
        }
    }
}
