package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.vocabulary.OtherTerm;

/**
 * What public records say in words, as the text of a resource: what the same words mean in a case, or kept as something that is
 * not understood, and never anything else.
 */
class RecordWordsInFhirTest {

    private static final Path WORDS = Path.of("../../sps-rules-kb/src/test/resources");
    private static final Reference PATIENT = new Reference("Patient/1");
    private static final String KEPT = "kept";

    static Stream<List<String>> entries() {
        return Stream.of("words-of-records.txt", "more-words-of-records.txt")
                .flatMap(RecordWordsInFhirTest::lines)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)))
                .filter(cells -> Set.of("therapy", "condition", "symptom").contains(cells.get(0)))
                .filter(cells -> !cells.get(2).startsWith("refused"));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(WORDS.resolve(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theWordsOfARecordMeanTheSameOrAreKept(List<String> entry) {
        Set<String> meant = meant(entry);

        Set<String> read = read(entry);

        assertThat(read)
                .isNotEmpty()
                .isSubsetOf(Stream.of(
                                meant.stream(),
                                // "Baclofeno 10mg" leaves open by which route; RouteTest has those that say it.
                                meant.stream()
                                        .flatMap(drug -> RouteFamily.of(drug).stream())
                                        .map(RouteFamily::anyRoute),
                                Stream.of(KEPT))
                        .flatMap(terms -> terms)
                        .collect(Collectors.toSet()));
    }

    /** What is always kept would never be wrong. */
    @Test
    void whatAReaderUnderstandsIsMostlyUnderstood() {
        List<List<String>> meant =
                entries().filter(entry -> !entry.get(2).startsWith(KEPT)).toList();
        long understood = meant.stream()
                .filter(entry -> !Collections.disjoint(read(entry), meant(entry)))
                .count();

        assertThat(100.0 * understood / meant.size())
                .as("percent of " + meant.size())
                .isGreaterThanOrEqualTo(95);
    }

    /** What its words mean, each of the drugs of a combination by itself. */
    private static Set<String> meant(List<String> entry) {
        return Set.of(entry.get(2).replaceFirst("^(?:kept for|holds) ", "").split(", "));
    }

    private static Set<String> read(List<String> entry) {
        String text = entry.get(1);
        return read(entry.get(0).equals("therapy") ? statement(text) : condition(text));
    }

    private static Resource statement(String text) {
        return new MedicationStatement()
                .setStatus(MedicationStatement.MedicationStatementStatus.ACTIVE)
                .setMedication(new CodeableConcept().setText(text))
                .setSubject(PATIENT)
                .setId("m1");
    }

    private static Resource condition(String text) {
        return new Condition()
                .setCode(new CodeableConcept().setText(text))
                .setSubject(PATIENT)
                .setId("c1");
    }

    private static Set<String> read(Resource resource) {
        PatientCase read = Records.map(
                        new PatientRecord(Records.AS_OF, List.of(resource), List.of(), List.of(), false, Set.of()))
                .patientCase();
        return Stream.of(
                        read.treatments().given().stream().map(Treatment::therapy),
                        read.conditions().present().stream(),
                        read.symptoms().present().stream())
                .flatMap(terms -> terms)
                .map(term -> OtherTerm.is(term) ? KEPT : term)
                .collect(Collectors.toSet());
    }
}
