package advice;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.UnusableRecordException;
import org.spsrules.fhir.report.ReportMapping;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers the resources of a patient with advice as FHIR. */
@SpringBootApplication
public class AdviceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AdviceApplication.class, arguments);
    }

    /** Loaded once, asked by all threads, closed at the end. */
    @Bean(destroyMethod = "close")
    SpsRules rules() {
        return SpsRules.load();
    }

    @Bean
    FhirContext fhir() {
        return FhirContext.forR4();
    }

    @RestController
    static class AdviceController {

        private static final String FHIR_JSON = "application/fhir+json";

        private final SpsRules rules;
        private final FhirContext fhir;
        private final RecordMapping mapping;

        AdviceController(SpsRules rules, FhirContext fhir) {
            this.rules = rules;
            this.fhir = fhir;
            this.mapping = new RecordMapping(rules.vocabulary());
        }

        @PostMapping(path = "/advice/{patient}", consumes = FHIR_JSON, produces = FHIR_JSON)
        String advice(
                @PathVariable("patient") String patient, @RequestParam("asOf") String asOf, @RequestBody String record) {
            // shown in the README
            Bundle bundle = fhir.newJsonParser().parseResource(Bundle.class, record);
            if (!isOf(bundle, patient)) {
                throw new IllegalArgumentException("The record is of another patient.");
            }
            LocalDate day = LocalDate.parse(asOf);
            MappedCase mapped = mapping.map(PatientRecord.of(bundle, day));
            Report report = rules.evaluate(mapped.patientCase());
            Bundle answer = new ReportMapping("Patient/" + patient, day).bundle(report, mapped.unused());
            return fhir.newJsonParser().encodeResourceToString(answer);
            // end
        }

        private static boolean isOf(Bundle record, String patient) {
            return record.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .anyMatch(found -> found instanceof Patient
                            && patient.equals(found.getIdElement().getIdPart()));
        }

        /** Messages quote the record: they are for whoever sent it, and not for a log. */
        @ExceptionHandler({InvalidCaseException.class, UnusableRecordException.class})
        @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
        String contradicting(RuntimeException e) {
            return e.getMessage();
        }

        @ExceptionHandler({DataFormatException.class, IllegalArgumentException.class, java.time.DateTimeException.class})
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        String unreadable() {
            return "Send a Bundle of FHIR R4 as JSON, with the Patient of this address, and the day as asOf=2026-01-15.";
        }
    }
}
