package org.spsrules.workbench;

import static org.spsrules.workbench.Page.ITEM_INDENT;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Report;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Reading;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.workbench.Colours.Tone;

/** Writes what stands under a report: its notes, what its sources are, and which knowledge base spoke. */
final class Footer {

    private static final Comparator<Citation> BY_NUMBER = Comparator.comparing(Footer::source)
            .thenComparing(citation -> citation.id().length())
            .thenComparing(Citation::id);

    private final Sheet page;
    private final List<Source> sources;

    Footer(Sheet page, List<Source> sources) {
        this.page = page;
        this.sources = sources;
    }

    /** Spells statements out. */
    void statements(List<Citation> cited) {
        page.gap();
        page.paragraph(Tone.STRONG, "STATEMENTS");
        for (Citation citation : cited.stream().sorted(BY_NUMBER).toList()) {
            String review = "review: " + citation.reviewStatus() + (citation.verified() ? "" : "; unverified");
            String read = citation.readings().stream()
                    .map(reading -> "; read in " + EvidenceText.place(reading))
                    .collect(Collectors.joining());
            page.field(ITEM_INDENT, EvidenceText.id(citation), citation.text() + " (" + review + read + ")");
        }
    }

    /** Spells publications out. */
    void publications(List<Reading> read) {
        if (!read.isEmpty()) {
            page.gap();
            page.paragraph(Tone.STRONG, "PUBLICATIONS");
        }
        for (Reading reading : read) {
            page.field(
                    ITEM_INDENT,
                    reading.reference(),
                    reading.publication() + " (" + reading.kind().replace('-', ' ') + ", "
                            + reading.published().orElse("undated") + ") " + reading.address());
        }
    }

    /** Writes how far the knowledge base is to be trusted, which the first of its notes says, and where the rest stands. */
    void status(Report report) {
        status(report, "More: --verbose.");
    }

    /**
     * Writes how far the knowledge base is to be trusted.
     *
     * @param more where the rest stands; empty if there is none
     */
    void status(Report report, String more) {
        String status = report.notes().stream()
                .findFirst()
                .map(note -> note.text() + " ")
                .orElse("");
        page.gap();
        page.paragraph(Tone.FAINT, (status + more).strip());
        page.paragraph(Tone.FAINT, VersionLine.of(report.knowledge()));
    }

    /** Writes the notes of a report that cites these statements. */
    void notes(Report report, List<Citation> cited) {
        page.gap();
        page.paragraph(Tone.STRONG, "NOTES");
        report.notes().forEach(note -> page.item("-", Tone.NORMAL, note.text()));
        page.gap();
        if (!cited.isEmpty()) {
            page.paragraph(Tone.FAINT, "Sources: " + legend(cited));
        }
        page.paragraph(Tone.FAINT, VersionLine.of(report.knowledge()));
    }

    private String legend(List<Citation> cited) {
        Set<String> codes = cited.stream().map(Footer::source).collect(Collectors.toSet());
        String star = cited.stream().allMatch(Citation::verified) ? "" : "; * not verified in its source";
        return sources.stream()
                .filter(source -> codes.contains(source.code()))
                .map(source -> source.code() + " " + source.kind())
                .collect(Collectors.joining(", ", "", star));
    }

    private static String source(Citation citation) {
        return citation.id().substring(0, citation.id().indexOf('-'));
    }
}
