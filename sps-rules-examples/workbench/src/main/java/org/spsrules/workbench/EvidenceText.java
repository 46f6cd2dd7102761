package org.spsrules.workbench;

import static org.spsrules.workbench.Page.ITEM_INDENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Code;
import org.spsrules.Report.Reading;
import org.spsrules.Report.Subject;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.ReportText.Detail;

/**
 * Writes what the items of a report rest on, and remembers the statements that they cite. For one report; not safe for
 * use by several threads.
 */
final class EvidenceText {

    private static final int FEW = 3;

    private final Sheet page;
    private final Detail detail;
    private final Map<String, Citation> cited = new LinkedHashMap<>();
    private final Map<String, Reading> read = new LinkedHashMap<>();

    EvidenceText(Sheet page, Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    /** Writes what an item rests on. */
    void write(Basis basis, Optional<Subject> subject) {
        if (detail == Detail.FULL) {
            field("Because", basis.because());
            field("Assumed", basis.assumed());
            field("Absent", basis.absent());
            field(
                    "Codes",
                    subject.map(Subject::codes).orElse(List.of()).stream()
                            .map(EvidenceText::code)
                            .toList());
            field("Evidence", basis.evidence());
            field("Rule", List.of(basis.ruleId(), "clinical review: " + basis.reviewed()));
        }
        if (!basis.citations().isEmpty()) {
            page.more(Tone.FAINT, ids(basis.citations()));
        }
    }

    private void field(String label, List<String> values) {
        if (!values.isEmpty()) {
            page.field(ITEM_INDENT, label, String.join("; ", values));
        }
    }

    /** The ids of statements; a star marks those that were not read in their source. */
    String ids(List<Citation> citations) {
        citations.forEach(citation -> cited.put(citation.id(), citation));
        return citations.stream().map(EvidenceText::id).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Where something was read, to be shown in full detail. */
    void readings(List<Reading> readings) {
        if (detail == Detail.FULL && !readings.isEmpty()) {
            readings.forEach(reading -> read.put(reading.reference(), reading));
            page.field(
                    ITEM_INDENT,
                    "Read in",
                    readings.stream().map(EvidenceText::place).collect(Collectors.joining("; ")));
        }
    }

    /** Where something was read, in short; the publication is spelt out under the report. */
    static String place(Reading reading) {
        return reading.reference() + ", " + reading.section() + " ("
                + reading.published().map(date -> date + ", ").orElse("") + "read " + reading.read() + ")";
    }

    /** Every publication in which something shown so far, or a statement cited so far, was read. */
    List<Reading> read() {
        Map<String, Reading> all = new TreeMap<>(read);
        cited.values()
                .forEach(citation -> citation.readings().forEach(reading -> all.put(reading.reference(), reading)));
        return List.copyOf(all.values());
    }

    /** The ids of a few statements, and how many more there are. */
    String few(List<Citation> citations) {
        int more = citations.size() - FEW;
        return more <= 1
                ? ids(citations)
                : citations.stream()
                        .limit(FEW)
                        .map(EvidenceText::id)
                        .collect(Collectors.joining(", ", "[", " and " + more + " more]"));
    }

    /** Every statement cited so far, in the order of the report. */
    List<Citation> cited() {
        return List.copyOf(cited.values());
    }

    /** The id of a statement. */
    static String id(Citation citation) {
        return citation.id() + (citation.verified() ? "" : "*");
    }

    private static String code(Code code) {
        return CodeSystem.of(code.system()).map(CodeSystem::displayName).orElse(code.system()) + " " + code.code();
    }
}
