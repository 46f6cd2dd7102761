package org.spsrules.fhir.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.fhir.Validity.errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RequestGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.fhir.record.ClinicianQuestionnaire;
import org.spsrules.fhir.record.Unused;
import org.spsrules.io.PatientCaseReader;

/** What goes out is valid R4, as the validator of HL7 sees it without a network. */
class ValidFhirTest {

    /** The validator takes its time; a longer build looks at more. */
    private static final int CASES = Integer.getInteger("sps.cases", 10_000) / 5_000;

    private static final SpsRules RULES = SpsRules.load();

    @AfterAll
    static void close() {
        RULES.close();
    }

    private static Bundle bundle(PatientCase patientCase) {
        return new ReportMapping("Patient/1", patientCase.asOf())
                .bundle(
                        RULES.evaluate(patientCase),
                        List.of(new Unused("Observation/1", "Body height", "nothing here reads it", 3)));
    }

    @Test
    void theReportsOfTheExamples() throws IOException {
        PatientCaseReader reader = new PatientCaseReader(RULES.vocabulary());
        try (Stream<Path> files = Files.list(Path.of("../cases"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(CASES)
                    .toList()) {
                assertThat(errors(bundle(reader.read(Files.readString(file)))))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    @Test
    void theReportsOfGeneratedCases() {
        BlindGenerator cases = new BlindGenerator(RULES.knowledge(), 4);
        for (int i = 0; i < CASES; i++) {
            assertThat(errors(bundle(cases.next()))).isEmpty();
        }
    }

    @Test
    void theQuestionnaire() {
        assertThat(errors(ClinicianQuestionnaire.resource())).isEmpty();
    }

    @Test
    void theValidatorFindsWhatIsWrong() {
        RequestGroup lacking = new RequestGroup().setSubject(new Reference("Patient/1"));
        assertThat(errors(lacking)).isNotEmpty();
    }
}
