package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spsrules.Report;

class ReportWriterTest {

    private final ReportWriter writer = new ReportWriter();

    @Test
    void whatIsEmptyIsLeftOutAndTheOrderIsThatOfTheReport() {
        assertThat(writer.json(SampleReports.least())).isEqualTo("""
                {
                  "format": "sps-report/1",
                  "asOf": "2014-01-15",
                  "standing": {
                    "line": "NONE",
                    "lineInForce": "NONE",
                    "nextLine": "NONE",
                    "numbered": {},
                    "reason": []
                  },
                  "alerts": [
                    {
                      "level": "INFORMATION",
                      "title": "A title",
                      "obstacles": [],
                      "acknowledged": false,
                      "aboutAnOrder": false,
                      "basis": {
                        "section": "ROUTINE",
                        "ruleId": "a/b",
                        "reviewed": "none",
                        "citations": [],
                        "evidence": [],
                        "because": [],
                        "assumed": [],
                        "absent": [],
                        "therapies": []
                      },
                      "likewise": []
                    }
                  ],
                  "recommendations": [],
                  "withheld": [],
                  "questions": [],
                  "unread": [],
                  "appliedRules": [],
                  "notes": [],
                  "unlisted": [],
                  "knowledge": {
                    "version": "1",
                    "contentHash": "abc",
                    "rules": 0
                  }
                }""");
    }

    @Test
    void everythingInAReportIsWritten() {
        assertThat(writer.json(SampleReports.full()))
                .contains("\"step\": \"1\"", "\"differ\": \"LW counts", "\"kind\": \"SPECIALIST_DECISION\"")
                .contains("\"level\": \"CRITICAL\"", "\"first\": [", "\"cautions\": [", "\"obstacles\": [")
                .doesNotContain("Optional", "\r", "null");
    }

    @Test
    void equalReportsGiveTheSameCharacters() {
        Report one = SampleReports.full(SampleReports.inOrder("DO", "1", "LW", "2"));
        Report other = SampleReports.full(SampleReports.inOrder("LW", "2", "DO", "1"));

        assertThat(one).isEqualTo(other);
        assertThat(writer.json(one)).isEqualTo(writer.json(other)).isEqualTo(new ReportWriter().json(one));
    }
}
