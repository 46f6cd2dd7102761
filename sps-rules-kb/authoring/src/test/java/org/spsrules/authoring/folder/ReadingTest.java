package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.SmallKnowledge;

/** What counts as verified says where it was read, and nothing else does. */
class ReadingTest {

    private static final String FILE = "vocabulary/contraindications.yaml:5:";

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
        knowledge.write("sources/read.yaml", """
                references:
                  - {id: label-diazepam, citation: Label., kind: label, date: "2025-05", address: "https://example.org"}
                """);
    }

    private void row(String verified) throws IOException {
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazepam
                    condition: sleep-apnoea
                    level: absolute
                    %s
                    reason: x
                """.formatted(verified));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verified: {reference: label-diazepam, section: "4", date: 2026-11-29}
            verified: [{reference: label-diazepam, section: "4", date: 2026-11-29, figures: [2, 2.5]}]
            """)
    void oneReadingOrAListOfThemIsRead(String verified) throws IOException {
        row(verified);

        assertThat(knowledge.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verified: {section: "4", date: 2026-11-29}                          | 15: error: reference is missing [data-file]
            verified: {reference: label-diazepam, date: 2026-11-29}             | 15: error: section is missing [data-file]
            verified: {reference: label-diazepam, section: "4"}                 | 15: error: date is missing [data-file]
            verified: true                                                      | 15: error: expected a map, found true
            verified: []                                                        | 15: error: verified: is empty; leave it out
            verified: {reference: label-diazepam, section: "4", date: 2026-02-30}  | 63: error: date: "2026-02-30" is not a day
            certainty: verified                                                 | 16: error: certainty: say where it was read
            """)
    void aReadingWithoutItsPlaceIsRefused(String verified, String problem) throws IOException {
        row(verified);

        assertThat(knowledge.problems()).anySatisfy(found -> assertThat(found).startsWith(FILE + problem));
    }

    @Test
    void aPublicationOfWhichNothingWasReadVerifiesNothing() throws IOException {
        knowledge.write("sources/read.yaml", """
                references:
                  - {id: label-diazepam, citation: Label.}
                """);
        row("verified: {reference: label-diazepam, section: \"4\", date: 2026-11-29}");

        assertThat(knowledge.problems()).singleElement().asString().contains("[unread-reference]");
    }

    @ParameterizedTest
    @CsvSource({"secondary, 1", "news, 1", "paper, 0", "label-copy, 0"})
    void aPageThatTellsWhatOthersSayVerifiesNothingAlone(String kind, int problems) throws IOException {
        knowledge.write("sources/read.yaml", """
                references:
                  - {id: label-diazepam, citation: Label., kind: %s, address: "https://example.org"}
                """.formatted(kind));
        row("verified: {reference: label-diazepam, section: \"4\", date: 2026-11-29}");

        assertThat(knowledge.problems())
                .hasSize(problems)
                .allSatisfy(problem -> assertThat(problem).contains("[weak-reference]"));
    }
}
