package org.spsrules.authoring.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.authoring.SmallKnowledge;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.trace.Readings.Aged;
import org.spsrules.authoring.trace.Readings.Read;

/** What was read nowhere is listed, and so is what was read too long ago. */
class ReadingsTest {

    @TempDir
    Path folder;

    private SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
        knowledge.write("vocabulary/contraindications.yaml", """
                contraindications:
                  - therapy: diazepam
                    condition: sleep-apnoea
                    level: absolute
                    reason: x
                    verified:
                      - {reference: label, section: "4", date: 2026-11-29}
                      - {reference: paper, section: Abstract, date: 2026-11-29}
                """);
        knowledge.write("sources/read.yaml", """
                sources:
                  - {code: S, title: Facts, kind: facts, review-status: none, date: undated, verified: every-statement}
                statements:
                  - {id: S-01, text: Read nowhere.}
                references:
                  - {id: label, citation: Label., kind: label, date: "2025-05", address: "https://example.org/label"}
                  - {id: paper, citation: Paper., kind: paper, date: "1991", address: "https://example.org/paper"}
                """);
    }

    private Readings readings() throws IOException {
        return Readings.of(KnowledgeFolder.read(folder).knowledge());
    }

    @Test
    void whatWasReadNowhereIsUnverified() throws IOException {
        assertThat(readings().unverified()).extracting(Read::name).containsExactly("S-01");
    }

    /** The statements of other sources are the source. */
    @Test
    void aStatementOfASourceOfItsOwnNeedsNoReading() throws IOException {
        assertThat(readings().all()).extracting(Read::name).containsExactly("diazepam in sleep-apnoea", "S-01");
    }

    @Test
    void aLabelGrowsOldFromItsRevisionOn() throws IOException {
        assertThat(readings().olderThan(5, LocalDate.of(2030, 5, 30))).isEmpty();
        assertThat(readings().olderThan(5, LocalDate.of(2030, 5, 31)))
                .extracting(old -> old.reference().id())
                .containsExactly("label");
    }

    @Test
    void aPaperGrowsOldFromTheDayOnWhichItWasReadOn() throws IOException {
        assertThat(readings().olderThan(5, LocalDate.of(2031, 11, 28)))
                .extracting(old -> old.reference().id())
                .containsExactly("label");
        assertThat(readings().olderThan(5, LocalDate.of(2031, 11, 29)))
                .extracting(Aged::why)
                .containsExactly("last revised", "last read");
    }
}
