package org.spsrules.workbench;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.workbench.Colours.Tone;

/** Writes all that a report says in words for the patient, once, in one block. */
final class PatientBlock {

    private final Sheet page;
    private final Predicate<Subject> therapy;

    PatientBlock(Sheet page, Predicate<Subject> therapy) {
        this.page = page;
        this.therapy = therapy;
    }

    void write(Report report) {
        Set<String> texts = new LinkedHashSet<>();
        report.everyAlert().forEach(alert -> text(alert).ifPresent(texts::add));
        report.recommendations().forEach(advice -> text(advice).ifPresent(texts::add));
        page.gap();
        page.paragraph(Tone.STRONG, "FOR THE PATIENT");
        if (texts.isEmpty()) {
            page.more(Tone.NORMAL, "No item of this report has words for the patient.");
        }
        texts.forEach(text -> page.item("-", Tone.NORMAL, text));
    }

    private Optional<String> text(Alert alert) {
        return alert.forPatient().map(words -> named(words, alert.subject()));
    }

    private Optional<String> text(Recommendation advice) {
        return advice.forPatient().map(words -> named(words, advice.subject()));
    }

    /** The words, after the name of the therapy that they mean: the item to which they belong is not at hand. */
    private String named(String words, Optional<Subject> subject) {
        return subject.filter(therapy)
                .map(Subject::name)
                .filter(name -> !ItemWords.mentions(words, name))
                .map(name -> ItemWords.capitalised(name) + ": " + words)
                .orElse(words);
    }
}
