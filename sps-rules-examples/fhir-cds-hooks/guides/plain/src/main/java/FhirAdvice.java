import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Bundle;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;

/** What the rules say of a patient whose resources are in a file. */
public final class FhirAdvice {

    public static void main(String[] arguments) throws IOException {
        String json = Files.readString(Path.of(arguments[0]));
        Bundle bundle = FhirContext.forR4().newJsonParser().parseResource(Bundle.class, json);
        try (SpsRules rules = SpsRules.load()) {
            MappedCase mapped =
                    new RecordMapping(rules.vocabulary()).map(PatientRecord.of(bundle, LocalDate.parse(arguments[1])));
            Report report = rules.evaluate(mapped.patientCase());
            report.everyAlert().forEach(alert -> System.out.println(alert.level() + ": " + alert.title()));
            report.recommendations().forEach(advice -> System.out.println(advice.action() + ": " + advice.title()));
            mapped.unused().forEach(unused -> System.out.println("not used: " + unused));
        }
    }

    private FhirAdvice() {}
}
