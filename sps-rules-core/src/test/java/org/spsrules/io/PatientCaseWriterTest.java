package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.SampleCase;
import org.spsrules.SampleVocabulary;

class PatientCaseWriterTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);

    private final PatientCaseWriter writer = new PatientCaseWriter();
    private final PatientCaseReader reader = new PatientCaseReader(SampleVocabulary.get());

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(reader.read(writer.json(SampleCase.built()))).isEqualTo(SampleCase.built());
    }

    @Test
    void onlyWhatIsStatedIsWritten() {
        PatientCase patientCase = PatientCase.asOf(DAY)
                .age(0)
                .pregnancy(Answer.NO)
                .frailty(Answer.UNKNOWN)
                .conditions("sleep-apnoea", "anxiety-disorder")
                .past("ivig", treatment -> {})
                .build();

        assertThat(writer.json(patientCase)).isEqualTo("""
                {
                  "format": "sps-patient-case/1",
                  "asOf": "2014-01-15",
                  "patient": {
                    "age": 0,
                    "pregnancy": "no"
                  },
                  "conditions": {
                    "present": [
                      "anxiety-disorder",
                      "sleep-apnoea"
                    ]
                  },
                  "treatments": {
                    "given": [
                      {
                        "therapy": "ivig",
                        "status": "past"
                      }
                    ]
                  }
                }""");
        assertThat(reader.read(writer.json(patientCase))).isEqualTo(patientCase);
    }

    @Test
    void anEmptyCaseIsReadBack() {
        PatientCase empty = PatientCase.asOf(DAY).build();

        assertThat(reader.read(writer.json(empty))).isEqualTo(empty);
    }

    @Test
    void quotationMarksAndBackslashesAreEscaped() {
        PatientCase patientCase = PatientCase.asOf(DAY).title("a \"b\" \\").build();

        assertThat(writer.json(patientCase)).contains("\"title\": \"a \\\"b\\\" \\\\\"");
        assertThat(reader.read(writer.json(patientCase))).isEqualTo(patientCase);
    }
}
