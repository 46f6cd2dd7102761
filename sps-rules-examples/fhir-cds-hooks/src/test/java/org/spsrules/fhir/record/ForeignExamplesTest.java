package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resources that HL7 published or Synthea invented mean what they say, and no medication of theirs is lost. */
class ForeignExamplesTest {

    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final Set<String> USES =
            Set.of("MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense");

    static List<String> expectations() throws IOException {
        return Files.readAllLines(FOLDER.resolve("facts.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static Bundle bundle(String name) throws IOException {
        Resource resource = (Resource) FHIR.newJsonParser().parseResource(Files.readString(file(name)));
        if (resource instanceof Bundle bundle) {
            return bundle;
        }
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(resource);
        return bundle;
    }

    private static MappedCase map(Bundle bundle) {
        return Records.map(PatientRecord.of(bundle, Records.AS_OF));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void theFactsAreThoseThatWereReadByEye(String expectation) throws IOException {
        String name = expectation.split(" \\|", 2)[0];
        MappedCase mapped = map(bundle(name));
        String facts = mapped.sources().stream().map(FactSource::fact).collect(Collectors.joining("; "));
        String treatments = mapped.patientCase().treatments().given().stream()
                .map(given -> given.therapy() + " "
                        + given.dose().map(Object::toString).orElse("-") + " " + given.schedule())
                .collect(Collectors.joining("; "));
        assertThat((name + " | " + facts + " | " + treatments).stripTrailing()).isEqualTo(expectation);
    }

    @Test
    void noMedicationIsLost() throws IOException {
        int understood = 0;
        int kept = 0;
        int setAside = 0;
        for (String expectation : expectations()) {
            Bundle bundle = bundle(expectation.split(" \\|", 2)[0]);
            MappedCase mapped = map(bundle);
            for (Resource resource : PatientRecord.resourcesIn(bundle)) {
                if (!USES.contains(resource.fhirType())) {
                    continue;
                }
                String reference = References.of(resource);
                List<String> facts = mapped.sources().stream()
                        .filter(source -> source.reference().equals(reference))
                        .map(FactSource::fact)
                        .toList();
                boolean explained = mapped.unused().stream()
                        .anyMatch(unused -> unused.reference().equals(reference));
                assertThat(!facts.isEmpty() || explained)
                        .as(reference + " of " + expectation)
                        .isTrue();
                if (facts.isEmpty()) {
                    setAside++;
                } else if (facts.stream().anyMatch(fact -> fact.contains("other: "))) {
                    assertThat(explained).as(reference).isTrue();
                    kept++;
                } else {
                    understood++;
                }
            }
        }
        assertThat(understood).as("understood").isGreaterThanOrEqualTo(9);
        assertThat(kept).as("kept").isGreaterThanOrEqualTo(9);
        assertThat(setAside).as("not given, and said so").isEqualTo(3);
    }

    @Test
    void thereAreEnough() throws IOException {
        assertThat(expectations()).hasSizeGreaterThanOrEqualTo(20);
    }
}
