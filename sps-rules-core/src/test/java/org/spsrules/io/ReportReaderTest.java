package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Report;
import org.spsrules.UnreadableReportException;

class ReportReaderTest {

    private final ReportReader reader = new ReportReader();
    private final ReportWriter writer = new ReportWriter();

    @ParameterizedTest
    @MethodSource("org.spsrules.io.ReportSchemaTest#reports")
    void whatIsReadEqualsWhatWasWritten(Report report) throws Exception {
        assertThat(reader.read(writer.json(report))).isEqualTo(report);
        assertThat(reader.read(writer.compact().json(report))).isEqualTo(report);
        assertThat(reader.read(Documents.read(writer.json(report)))).isEqualTo(report);
    }

    @Test
    void compactJsonIsTheSameOnOneLine() {
        String compact = writer.compact().json(SampleReports.full());

        assertThat(compact)
                .doesNotContain("\n", "\": ")
                .startsWith("{\"format\":\"sps-report/1\",\"asOf\":\"2014-01-15\"");
        assertThat(compact.length())
                .isLessThan(writer.json(SampleReports.full()).length());
    }

    @Test
    void reportsGoThroughStreamsThatStayOpen() throws IOException {
        Report report = SampleReports.full();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };
        StringWriter characters = new StringWriter();

        writer.write(report, bytes);
        writer.write(report, characters);

        assertThat(characters).hasToString(bytes.toString(StandardCharsets.UTF_8));
        assertThat(reader.read(new StringReader(characters.toString()))).isEqualTo(report);
        assertThat(reader.read(new ByteArrayInputStream(bytes.toByteArray()))).isEqualTo(report);
    }

    @Test
    void bytesInAnotherEncodingAreRefusedAndNotGuessed() {
        byte[] latin = writer.json(SampleReports.full())
                .replace("A title", "M\u00e9ni\u00e8re")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(UnreadableReportException.class)
                .isThrownBy(() -> reader.read(new ByteArrayInputStream(latin)))
                .withMessageContaining("this is not UTF-8");
    }

    @Test
    void anEndlessSourceIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ' + 1;
            }
        };

        assertThatExceptionOfType(UnreadableReportException.class)
                .isThrownBy(() -> reader.read(endless))
                .withMessageContaining("more than 4 million characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sps-report/1\"   | \"sps-report/2\"  | 2:13: format: this version reads sps-report/1; found the text \"sps-report/2\"",
                "\"line\": \"FIRST\" | \"line\": \"FIFTH\" | standing.line: write one of NONE, FIRST, SECOND",
                "\"line\": \"FIRST\" | \"line\": 1        | standing.line: write one of NONE, FIRST, SECOND",
                "\"rules\": 3       | \"rules\": 3.5     | knowledge.rules: write a whole number; found the number 3.5",
                "\"rules\": 3       | \"rules\": \"3\"     | knowledge.rules: write a whole number; found the text \"3\"",
                "\"rules\": 3       | \"rule\": 3        | knowledge.rules: is missing",
                "\"2014-01-15\"     | \"2014-02-30\"     | asOf: write a date, for example 2014-01-15; found the text",
                "\"acknowledged\": true | \"acknowledged\": \"yes\" | alerts[0].acknowledged: write true or false; found the text",
                "\"alerts\": [      | \"alerts\": {}, \"x\": [ | alerts: write a list; found a map",
                "{                  | [{                 | not JSON"
            })
    void whatIsNoReportIsRefusedWithItsPlace(String written, String instead, String message) {
        String json = writer.json(SampleReports.full());
        int start = json.indexOf(written);
        assertThat(start).as(written).isNotNegative();
        String damaged = json.substring(0, start) + instead + json.substring(start + written.length());

        UnreadableReportException refusal =
                catchThrowableOfType(UnreadableReportException.class, () -> reader.read(damaged));

        assertThat(refusal)
                .hasMessageStartingWith("The report cannot be read: ")
                .hasMessageContaining(message);
        assertThat(refusal.problem().position()).isPresent();
    }
}
