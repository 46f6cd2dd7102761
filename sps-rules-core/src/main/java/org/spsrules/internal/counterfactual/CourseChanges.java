package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.internal.counterfactual.WordChanges.Setter;
import org.spsrules.internal.counterfactual.WordChanges.Subject;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.Part;
import org.spsrules.vocabulary.Concept;

/** Changes of diagnosis, course and setting. */
final class CourseChanges {

    private final Changes changes;
    private final ReferencedTerms mentions;

    CourseChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
    }

    void find() {
        PatientCase stated = changes.patientCase();
        words(CaseFields.DIAGNOSIS, DiagnosisFields.PART);
        if (mentions.any("Diagnosis")) {
            diagnosis(stated.diagnosis());
        }
        words(CaseFields.COURSE, CourseFields.PART);
        WordChanges.find(changes, CaseFields.PART, new Subject<>(stated, -1, "", "", true, new Setter<>() {
            @Override
            public <V> void set(CaseDraft draft, Field<PatientCase, V> field, V value) {
                draft.set(field, value);
            }
        }));
    }

    private <P> void words(Field<PatientCase, P> section, Part<P> part) {
        P stated = section.of(changes.patientCase());
        Setter<P> setter = new Setter<>() {
            @Override
            public <V> void set(CaseDraft draft, Field<P, V> field, V value) {
                draft.set(section, part, field, value);
            }
        };
        WordChanges.find(changes, part, new Subject<>(stated, -1, section.name() + ".", "", true, setter));
    }

    private void diagnosis(Diagnosis stated) {
        Answer treated = stated.treatedAsSps() == Answer.YES ? Answer.NO : Answer.YES;
        change(
                new Slot(DiagnosisFields.CERTAINTY, "treated", -1),
                DiagnosisFields.TREATED_AS_SPS,
                treated == Answer.NO ? "yes" : "no",
                Changes.word(treated),
                treated);
        if (mentions.asks("Diagnosis.variant")) {
            String now = stated.variant().map(changes.vocabulary()::nameOf).orElse(Changes.NOT_KNOWN);
            for (String variant : mentions.representatives(EnumSet.of(Concept.Kind.VARIANT))) {
                if (!stated.variant().equals(Optional.of(variant))) {
                    change(
                            Slot.of(DiagnosisFields.VARIANT),
                            DiagnosisFields.VARIANT,
                            now,
                            changes.vocabulary().nameOf(variant),
                            Optional.of(variant));
                }
            }
        }
        if (mentions.asks("Diagnosis.labelled")) {
            labels(stated);
        }
        if (stated.onset().isEmpty()) {
            PersonChanges.around(mentions.numbers("Diagnosis.monthsSinceOnset")).forEach(this::onset);
        }
    }

    private <V> void change(Slot slot, Field<Diagnosis, V> field, String from, String to, V value) {
        changes.add(
                slot,
                "diagnosis." + field.name(),
                field.called(),
                from,
                to,
                draft -> draft.set(CaseFields.DIAGNOSIS, DiagnosisFields.PART, field, value));
    }

    private void onset(BigDecimal months) {
        LocalDate date = changes.patientCase().asOf().minusMonths(months.longValue());
        change(
                Slot.of(DiagnosisFields.ONSET),
                DiagnosisFields.ONSET,
                Changes.NOT_KNOWN,
                months.toPlainString(),
                Optional.of(PartialDate.of(date)));
    }

    private void labels(Diagnosis stated) {
        for (String label : stated.psychiatricLabels()) {
            label(label, "yes", "no");
        }
        for (String label : mentions.representatives(EnumSet.of(Concept.Kind.CONDITION))) {
            boolean asked = mentions.words("Diagnosis.labelled").stream()
                    .anyMatch(code -> changes.vocabulary().isA(label, code));
            if (asked && !stated.psychiatricLabels().contains(label)) {
                label(label, "no", "yes");
            }
        }
    }

    private void label(String label, String from, String to) {
        Field<Diagnosis, Set<String>> field = DiagnosisFields.PSYCHIATRIC_LABELS;
        changes.add(
                Slot.of(field, label),
                "diagnosis." + field.name(),
                field.called() + " " + changes.vocabulary().nameOf(label),
                from,
                to,
                draft -> draft.change(CaseFields.DIAGNOSIS, DiagnosisFields.PART, field, now -> toggled(now, label)));
    }

    /** The codes with this one, or without it if it was among them. */
    static Set<String> toggled(Set<String> codes, String code) {
        Set<String> toggled = new TreeSet<>(codes);
        if (!toggled.remove(code)) {
            toggled.add(code);
        }
        return toggled;
    }
}
