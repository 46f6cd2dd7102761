package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.ReportDifference;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.io.ReportReader;
import org.spsrules.io.ReportWriter;

/** Reports of many patients lose nothing on the way to JSON and back. */
class ReportsReadBackTest {

    private static final long SEED = 20261130;
    private static final int CASES = 200;

    @Test
    void whatIsReadBackIsTheReport() {
        SpsRules rules = BuiltIn.rules();
        CaseGenerator generator = new CaseGenerator(rules.knowledge(), SEED);
        ReportWriter indented = new ReportWriter();
        ReportWriter compact = indented.compact();
        ReportReader reader = new ReportReader();
        for (int i = 0; i < CASES; i++) {
            PatientCase patientCase = generator.next();
            Report report = rules.evaluate(patientCase);
            Report back = reader.read((i % 2 == 0 ? indented : compact).json(report));
            assertThat(back).as("case %d of seed %d: %s", i, SEED, patientCase).isEqualTo(report);
            assertThat(ReportDifference.between(report, back).isEmpty()).isTrue();
        }
    }
}
