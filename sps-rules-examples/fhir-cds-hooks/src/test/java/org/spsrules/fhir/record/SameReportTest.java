package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.io.ReportWriter;

/** A case gives the same report whether it comes from Java, from a file, or from the resources of a record. */
class SameReportTest {

    private static final int CASES = Integer.getInteger("sps.cases", 1_000) / 10;
    /** Observations of these become facts of the person, where they are read, and no tests. */
    private static final List<String> FACTS_OF_THE_PERSON = List.of("creatinine-clearance", "pregnancy-test");

    private static final Random ORDER = new Random(16);
    private static final SpsRules RULES = SpsRules.load();
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final PatientCaseReader READER = new PatientCaseReader(RULES.vocabulary()).keepingUnknownTerms();

    @AfterAll
    static void close() {
        RULES.close();
    }

    static Stream<Path> examples() throws IOException {
        return Files.list(Path.of("../cases"))
                .filter(file -> file.toString().endsWith(".yaml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ofTheExamples(Path file) throws IOException {
        assertSame(untitled(READER.read(Files.readString(file))));
    }

    @Test
    void ofCasesAimedAtRules() {
        assertSame(new CaseGenerator(RULES.knowledge(), 16));
    }

    @Test
    void ofCasesThatKnowNothingOfRules() {
        assertSame(new BlindGenerator(RULES.knowledge(), 16));
    }

    private static void assertSame(Cases cases) {
        for (int i = 0; i < CASES; i++) {
            assertSame(untitled(cases.next()));
        }
    }

    /** The disease as such is no variant; a record that codes it says no more than that it is there. */
    private static PatientCase.Diagnosis withoutPlainVariant(PatientCase.Diagnosis known) {
        return new PatientCase.Diagnosis(
                known.status(),
                known.variant().filter(variant -> !variant.equals("stiff-person-syndrome")),
                known.treatedAsSps(),
                known.psychiatricLabels(),
                known.onset());
    }

    /** A record has no place for the heading of a report. */
    private static PatientCase untitled(PatientCase known) {
        return new PatientCase(
                known.asOf(),
                Optional.empty(),
                Optional.empty(),
                known.person(),
                withoutPlainVariant(known.diagnosis()),
                known.course(),
                known.setting(),
                known.symptoms(),
                known.triggers(),
                known.conditions(),
                known.allergies(),
                known.tests().stream()
                        .filter(test -> !FACTS_OF_THE_PERSON.contains(test.test()))
                        .toList(),
                known.treatments(),
                known.plans(),
                known.acknowledged());
    }

    /** Equal cases give equal reports, so only cases that differ are evaluated. */
    private static void assertSame(PatientCase stated) {
        String file = new PatientCaseWriter().json(stated);
        PatientCase fromJson = READER.read(file);
        if (!fromJson.equals(stated)) {
            assertThat(report(fromJson)).as("from the file %s", file).isEqualTo(report(stated));
        }
        // All JSON is YAML; a comment makes it nothing else.
        assertThat(READER.read("# as YAML\n" + file)).isEqualTo(fromJson);
        String sent = FHIR.newJsonParser().encodeResourceToString(CaseAsFhir.of(stated, RULES.vocabulary()));
        Bundle received = FHIR.newJsonParser().parseResource(Bundle.class, sent);
        Collections.shuffle(received.getEntry(), ORDER);
        MappedCase mapped = new RecordMapping(RULES.vocabulary()).map(PatientRecord.of(received, stated.asOf()));
        if (!mapped.patientCase().equals(stated)) {
            String became = new PatientCaseWriter().json(mapped.patientCase());
            assertThat(report(mapped.patientCase()))
                    .as("from the record of %s, which became %s; not used: %s", file, became, mapped.unused())
                    .isEqualTo(report(stated));
        }
    }

    private static String report(PatientCase stated) {
        return new ReportWriter().json(RULES.evaluate(stated));
    }
}
