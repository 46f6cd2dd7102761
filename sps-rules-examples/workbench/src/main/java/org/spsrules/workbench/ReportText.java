package org.spsrules.workbench;

import java.util.List;
import org.spsrules.OpenQuestion;
import org.spsrules.Report;
import org.spsrules.internal.knowledge.Source;

/** Puts reports into words for a clinician. Immutable; the same report gives the same text. */
final class ReportText {

    private final Look look;
    private final Detail detail;
    private final List<Source> sources;

    /**
     * Puts reports into words.
     *
     * @param look how the text is to look
     * @param detail how much it says about where its items come from
     * @param sources what the ids of statements stand for
     */
    ReportText(Look look, Detail detail, List<Source> sources) {
        this.look = look;
        this.detail = detail;
        this.sources = List.copyOf(sources);
    }

    /** How much a text says about where its items come from. */
    enum Detail {
        /** The ids of the statements. */
        SHORT,
        /** Everything. */
        FULL
    }

    /**
     * The text, which ends with the end of a line.
     *
     * @param questions what to ask, most decisive first
     */
    String of(Report report, List<OpenQuestion> questions) {
        Page page = new Page(look);
        EvidenceText grounds = new EvidenceText(page, detail);
        new ReportPage(report, questions, page, detail, grounds).write();
        Footer foot = new Footer(page, sources);
        if (detail == Detail.FULL && !grounds.cited().isEmpty()) {
            foot.statements(grounds.cited());
            foot.publications(grounds.read());
        }
        foot.notes(report, grounds.cited());
        return page.text();
    }
}
