package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.ReportReader;
import org.spsrules.io.ReportWriter;

/** What the README shows of reading a case and writing a report. */
final class JsonSnippet {

    private JsonSnippet() {}

    static String report(SpsRules rules, Path file) throws IOException {
        // tag::json[]
        String text = Files.readString(file); // YAML or JSON
        PatientCase patientCase = new PatientCaseReader(rules.vocabulary()).read(text);
        String json = new ReportWriter().json(rules.evaluate(patientCase));
        Report report = new ReportReader().read(json); // equal to the one that was written
        // end::json[]
        return new ReportWriter().json(report);
    }
}
