package org.spsrules.workbench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.OpenQuestion;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Puts reports into words for a clinician. Immutable; the same report gives the same text. */
final class ReportText {

    private static final int MOST_LINES_IN_A_MINUTE = 80;
    private static final int MOST_LINES_IN_HASTE = 60;

    private final Look look;
    private final Detail detail;
    private final boolean forPatient;
    private final List<Source> sources;
    private final Set<String> others;

    /**
     * Puts reports into words.
     *
     * @param look how the text is to look
     * @param detail how much it says
     * @param forPatient whether what is said to the patient stands under a short text
     * @param knowledge the knowledge base that spoke
     */
    ReportText(Look look, Detail detail, boolean forPatient, Knowledge knowledge) {
        this.look = look;
        this.detail = detail;
        this.forPatient = forPatient;
        this.sources = List.copyOf(knowledge.sources());
        this.others = knowledge.concepts().stream()
                .filter(concept -> !Vocabulary.therapies().contains(concept.kind()))
                .map(Concept::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How much a text says. */
    enum Detail {
        /** As much as is read in a minute. */
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
        return detail == Detail.SHORT ? brief(report, questions) : full(report, questions);
    }

    private String brief(Report report, List<OpenQuestion> questions) {
        return brief(report, said(report, questions), forPatient);
    }

    /** Writes the short text on a sheet of any kind. */
    void brief(Report report, List<OpenQuestion> questions, Sheet sheet) {
        write(report, said(report, questions), sheet, new EvidenceText(sheet, detail));
    }

    /** What a short text says: its items as the reader's time allows, and these questions. */
    private record Said(Haste haste, List<OpenQuestion> questions) {}

    /**
     * The most that leaves a report short enough, in an emergency shorter still: what to do goes before what to ask. What is
     * for the patient does not count.
     */
    private Said said(Report report, List<OpenQuestion> questions) {
        if (!report.isUrgent()) {
            return Stream.of(Haste.NONE, Haste.LITTLE, Haste.MUCH, Haste.PRESSED)
                    .map(haste -> new Said(haste, questions))
                    .filter(said -> lines(report, said) <= MOST_LINES_IN_A_MINUTE)
                    .findFirst()
                    .orElse(new Said(Haste.CROWDED, questions));
        }
        return Stream.of(
                        new Said(Haste.SOME, questions),
                        new Said(Haste.MUCH, questions),
                        new Said(Haste.MUCH, List.of()),
                        new Said(Haste.GREAT, List.of()))
                .filter(said -> lines(report, said) <= MOST_LINES_IN_HASTE)
                .findFirst()
                .orElse(new Said(Haste.UTMOST, List.of()));
    }

    private long lines(Report report, Said said) {
        return brief(report, said, false).lines().count();
    }

    private String brief(Report report, Said said, boolean withPatient) {
        TextPage page = new TextPage(look);
        write(report, said, page, new EvidenceText(page, detail));
        if (withPatient) {
            new PatientBlock(page, this::isTherapy).write(report);
        }
        new Footer(page, sources).status(report);
        return page.text();
    }

    private void write(Report report, Said said, Sheet sheet, EvidenceText grounds) {
        BriefItems items = new BriefItems(sheet, grounds, this::isTherapy, said.haste());
        new BriefReportPage(report, said.questions(), sheet, items).write();
    }

    /** Writes the same on another sheet, where nothing has to be short, and on one more what it rests on, spelt out. */
    void write(Report report, List<OpenQuestion> questions, Sheet sheet, Sheet foundations) {
        EvidenceText grounds = new EvidenceText(sheet, detail);
        if (detail == Detail.SHORT) {
            write(report, new Said(Haste.NONE, questions), sheet, grounds);
        } else {
            new FullReportPage(report, questions, sheet, grounds).write();
        }
        Footer foot = new Footer(foundations, sources);
        if (!grounds.cited().isEmpty()) {
            foot.statements(grounds.cited());
            foot.publications(grounds.read());
        }
    }

    /** Writes what is said to the patient, and nothing else. */
    void writeForPatient(Report report, Sheet sheet) {
        new PatientBlock(sheet, this::isTherapy).write(report);
    }

    /** Whether a subject is a therapy; what the vocabulary does not list can be nothing else. */
    private boolean isTherapy(Subject subject) {
        return !others.contains(subject.code());
    }

    private String full(Report report, List<OpenQuestion> questions) {
        TextPage page = new TextPage(look);
        EvidenceText grounds = new EvidenceText(page, detail);
        new FullReportPage(report, questions, page, grounds).write();
        if (forPatient) {
            new PatientBlock(page, this::isTherapy).write(report);
        }
        Footer foot = new Footer(page, sources);
        if (!grounds.cited().isEmpty()) {
            foot.statements(grounds.cited());
            foot.publications(grounds.read());
        }
        foot.notes(report, grounds.cited());
        return page.text();
    }
}
