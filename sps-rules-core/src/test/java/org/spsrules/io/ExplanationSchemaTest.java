package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Explanation;
import org.spsrules.FactChange;
import org.spsrules.OpenQuestion;
import org.spsrules.Reason;
import org.spsrules.Report;
import org.spsrules.SmallestChange;
import org.spsrules.WhyNot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas, the writer and the Java model agree on how explanations are written. */
class ExplanationSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final PublishedSchema EXPLANATION = new PublishedSchema("sps-explanation-1.schema.json");
    private static final PublishedSchema WHY_NOT = new PublishedSchema("sps-why-not-1.schema.json");

    /** An object of a document, by JSON pointer. */
    private record Place(PublishedSchema schema, JsonNode document, String pointer) {

        ObjectNode object() {
            return (ObjectNode) document.at(pointer);
        }

        @Override
        public String toString() {
            return document.path("format").asString() + " " + pointer;
        }
    }

    private static JsonNode explanation() {
        Report report = SampleReports.full();
        Report.Recommendation offer = report.recommendations().get(0);
        Explanation.Item item = new Explanation.Item(
                Explanation.Item.Kind.RECOMMENDATION,
                offer.title(),
                Optional.of(offer.action()),
                offer.subject(),
                rule());
        OpenQuestion question = new OpenQuestion(
                "Is there an acute severe exacerbation?",
                "course.acuteSevereExacerbation",
                List.of(new OpenQuestion.Alternative("yes", OpenQuestion.Reach.LINE, List.of("SECOND line, step 1"))));
        return MAPPER.readTree(new ExplanationWriter().json(new Explanation(report, List.of(item)), List.of(question)));
    }

    private static Reason rule() {
        Reason fact = new Reason(
                Reason.Kind.FACT,
                Reason.Verdict.HOLDS,
                "SPS confirmed",
                Optional.of("confirmed"),
                Optional.empty(),
                List.of());
        return new Reason(
                Reason.Kind.RULE, Reason.Verdict.HOLDS, "A title", Optional.empty(), Optional.of("a/b"), List.of(fact));
    }

    private static JsonNode whyNot() {
        Report report = SampleReports.full();
        Report.Subject therapy = report.recommendations().get(0).subject().orElseThrow();
        FactChange change =
                new FactChange(FactChange.Kind.ANSWER, "course.control", "control of symptoms", "not known", "partial");
        return MAPPER.readTree(new ExplanationWriter()
                .json(new WhyNot(
                        therapy,
                        WhyNot.Status.WITHHELD,
                        report.recommendations(),
                        report.withheld(),
                        report.withheld().get(0).obstacles(),
                        List.of(rule()),
                        List.of(therapy),
                        Optional.of(new SmallestChange(List.of(List.of(change)), 1, 0)))));
    }

    static Stream<Place> places() {
        return Stream.concat(
                Stream.of(
                                "",
                                "/report",
                                "/items/0",
                                "/items/0/subject",
                                "/items/0/reason",
                                "/items/0/reason/parts/0",
                                "/questions/0",
                                "/questions/0/answers/0")
                        .map(pointer -> new Place(EXPLANATION, explanation(), pointer)),
                Stream.of(
                                "",
                                "/therapy",
                                "/recommended/0",
                                "/withheld/0",
                                "/obstacles/0",
                                "/rules/0/parts/0",
                                "/broader/0",
                                "/change",
                                "/change/alternatives/0/0")
                        .map(pointer -> new Place(WHY_NOT, whyNot(), pointer)));
    }

    @Test
    void whatIsWrittenIsValid() {
        assertThat(EXPLANATION.errors(explanation())).isEmpty();
        assertThat(WHY_NOT.errors(whyNot())).isEmpty();
    }

    @Test
    void theReportWithinIsADocumentOfItsOwn() {
        assertThat(explanation().path("report"))
                .isEqualTo(MAPPER.readTree(new ReportWriter().json(SampleReports.full())));
    }

    @Test
    void theSchemasDescribeTheRecords() {
        assertDescribes(EXPLANATION, defined(EXPLANATION, "item"), Explanation.Item.class);
        assertDescribes(EXPLANATION, defined(EXPLANATION, "openQuestion"), OpenQuestion.class);
        assertDescribes(WHY_NOT, WHY_NOT.root(), WhyNot.class);
    }

    private static void assertDescribes(PublishedSchema schema, JsonNode object, Class<?> type) {
        new RecordShape(schema, true, RecordComponent::getName, Enum::name).assertDescribes(object, type);
    }

    @Test
    void everythingIsRequiredButOptionals() {
        RecordShape.assertRequiresAllButOptionals(defined(EXPLANATION, "item"), Explanation.Item.class);
        RecordShape.assertRequiresAllButOptionals(defined(EXPLANATION, "reason"), Reason.class);
        RecordShape.assertRequiresAllButOptionals(defined(EXPLANATION, "openQuestion"), OpenQuestion.class);
        RecordShape.assertRequiresAllButOptionals(defined(EXPLANATION, "alternative"), OpenQuestion.Alternative.class);
        RecordShape.assertRequiresAllButOptionals(WHY_NOT.root(), WhyNot.class);
        RecordShape.assertRequiresAllButOptionals(defined(WHY_NOT, "smallestChange"), SmallestChange.class);
        RecordShape.assertRequiresAllButOptionals(defined(WHY_NOT, "factChange"), FactChange.class);
    }

    private static JsonNode defined(PublishedSchema schema, String name) {
        return schema.root().path("$defs").path(name);
    }

    @Test
    void noMoreAlternativesAreListedThanTheSchemaSays() {
        assertThat(defined(WHY_NOT, "smallestChange")
                        .at("/properties/alternatives/maxItems")
                        .intValue())
                .isEqualTo(SmallestChange.MOST_ALTERNATIVES);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aFieldOfALaterVersionIsAccepted(Place place) {
        place.object().put("verdictX", "x");

        assertThat(place.schema().accepts(place.document())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aMissingFieldIsRefused(Place place) {
        String field = place.object().propertyNames().iterator().next();
        place.object().remove(field);

        assertThat(place.schema().accepts(place.document()))
                .as("without %s", field)
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aFieldOfAnotherTypeIsRefused(Place place) {
        String field = place.object().propertyNames().iterator().next();
        place.object().put(field, 7);

        assertThat(place.schema().accepts(place.document()))
                .as("a number for %s", field)
                .isFalse();
    }
}
