package org.spsrules.fhir.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spsrules.InvalidCaseException;

/** However a record is damaged, it gives a case or one of the two exceptions that say why not. */
class DamagedRecordsTest {

    private static final int EACH = Integer.getInteger("sps.cases", 10_000) / 400;
    private static final long SEED = 28;
    private static final FhirContext FHIR = FhirContext.forR4();

    static {
        FHIR.setParserErrorHandler(new LenientErrorHandler(false));
    }

    private static final List<String> INSTEAD = List.of(
            "\"\"",
            "null",
            "-1",
            "1e300",
            "\"2026-13-45\"",
            "\"unknown\"",
            "\"#\"",
            "\"/\"",
            "[]",
            "{}",
            "true",
            "\"mg/kg\"");

    @Test
    void nothingElseIsThrown() throws IOException {
        Random random = new Random(SEED);
        int mapped = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/foreign"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String whole = Files.readString(file);
                for (int i = 0; i < EACH; i++) {
                    mapped += isMapped(damaged(whole, random), file + ", seed " + SEED + ", " + i) ? 1 : 0;
                }
            }
        }
        assertThat(mapped).as("records that could still be read").isGreaterThan(EACH);
    }

    /** A record with one of its values exchanged for something else. */
    private static String damaged(String json, Random random) {
        List<int[]> values = java.util.regex.Pattern.compile("(?<=: )(?:\"[^\"\\n]*\"|[0-9.]+|true|false)(?=,?\\n)")
                .matcher(json)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        int[] place = values.get(random.nextInt(values.size()));
        return json.substring(0, place[0]) + INSTEAD.get(random.nextInt(INSTEAD.size())) + json.substring(place[1]);
    }

    private static boolean isMapped(String json, String where) {
        Resource resource;
        try {
            resource = (Resource) FHIR.newJsonParser().parseResource(json);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            return false;
        }
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(resource);
        try {
            Records.map(PatientRecord.of(bundle, Records.AS_OF));
            return true;
        } catch (UnusableRecordException | InvalidCaseException e) {
            return false;
        } catch (RuntimeException e) {
            return fail(where + ": " + json, e);
        }
    }

    @Test
    @Timeout(60)
    void aNameWithoutEndTakesNoTimeWithoutEnd() {
        String endless = "a b ".repeat(200_000);
        String order =
                "{\"resourceType\": \"MedicationRequest\", \"status\": \"active\", \"medicationCodeableConcept\":"
                        + " {\"text\": \"" + endless + "\"}}";
        assertThatCode(() -> isMapped(order, "an endless name")).doesNotThrowAnyException();
    }
}
