package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Setting;
import org.spsrules.internal.fact.Aspect;
import org.spsrules.vocabulary.Concept;

/** Changes of diagnosis, course and setting. */
final class CourseChanges {

    private static final String CERTAINTY = "diagnosis of SPS";

    private final Changes changes;
    private final ReferencedTerms mentions;

    CourseChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
    }

    void find() {
        if (mentions.any("Diagnosis")) {
            diagnosis(changes.patientCase().diagnosis());
        }
        course(changes.patientCase().course());
        if (mentions.asks("Patient.setting")) {
            changes.others(
                    Slot.of(Aspect.SETTING),
                    "setting",
                    "setting",
                    changes.patientCase().setting(),
                    Setting.UNKNOWN,
                    Setting.values(),
                    (draft, value) -> draft.setting = value);
        }
    }

    private void diagnosis(Diagnosis stated) {
        changes.others(
                Slot.of(Aspect.CERTAINTY, "status"),
                "diagnosis.status",
                CERTAINTY,
                stated.status(),
                Diagnosis.Status.UNKNOWN,
                Diagnosis.Status.values(),
                (draft, value) -> draft.diagnosis = with(draft.diagnosis, value));
        if (stated.treatedAsSps() != Answer.YES) {
            changes.add(
                    Slot.of(Aspect.CERTAINTY, "treated"),
                    "diagnosis.treatedAsSps",
                    "treated as SPS by decision of a clinician",
                    "no",
                    "yes",
                    draft -> draft.diagnosis = with(draft.diagnosis, Answer.YES));
        } else {
            changes.add(
                    Slot.of(Aspect.CERTAINTY, "treated"),
                    "diagnosis.treatedAsSps",
                    "treated as SPS by decision of a clinician",
                    "yes",
                    "no",
                    draft -> draft.diagnosis = with(draft.diagnosis, Answer.NO));
        }
        if (mentions.asks("Diagnosis.variant")) {
            String now = stated.variant().map(changes.vocabulary()::nameOf).orElse(Changes.NOT_KNOWN);
            for (String variant : mentions.representatives(EnumSet.of(Concept.Kind.VARIANT))) {
                if (!stated.variant().equals(Optional.of(variant))) {
                    changes.add(
                            Slot.of(Aspect.VARIANT),
                            "diagnosis.variant",
                            "variant",
                            now,
                            changes.vocabulary().nameOf(variant),
                            draft -> draft.diagnosis = with(draft.diagnosis, Optional.of(variant)));
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

    private void onset(BigDecimal months) {
        LocalDate date = changes.patientCase().asOf().minusMonths(months.longValue());
        changes.add(
                Slot.of(Aspect.ONSET),
                "diagnosis.onset",
                "months since the first symptoms",
                Changes.NOT_KNOWN,
                months.toPlainString(),
                draft -> draft.diagnosis = new Diagnosis(
                        draft.diagnosis.status(),
                        draft.diagnosis.variant(),
                        draft.diagnosis.treatedAsSps(),
                        draft.diagnosis.psychiatricLabels(),
                        Optional.of(date)));
    }

    private void labels(Diagnosis stated) {
        for (String label : stated.psychiatricLabels()) {
            change(label, "yes", "no");
        }
        for (String label : mentions.representatives(EnumSet.of(Concept.Kind.CONDITION))) {
            boolean asked = mentions.words("Diagnosis.labelled").stream()
                    .anyMatch(code -> changes.vocabulary().isA(label, code));
            if (asked && !stated.psychiatricLabels().contains(label)) {
                change(label, "no", "yes");
            }
        }
    }

    private void change(String label, String from, String to) {
        changes.add(
                Slot.of(Aspect.LABELS, label),
                "diagnosis.psychiatricLabels",
                "symptoms put down to " + changes.vocabulary().nameOf(label),
                from,
                to,
                draft -> {
                    Set<String> labels = new TreeSet<>(draft.diagnosis.psychiatricLabels());
                    if (!labels.remove(label)) {
                        labels.add(label);
                    }
                    draft.diagnosis = with(draft.diagnosis, labels);
                });
    }

    private void course(Course stated) {
        if (asks("control", "uncontrolled", "maybeUncontrolled")) {
            changes.others(
                    Slot.of(Aspect.CONTROL),
                    "course.control",
                    "symptom control",
                    stated.control(),
                    Course.Control.UNKNOWN,
                    Course.Control.values(),
                    (draft, value) -> draft.course = new Course(
                            value,
                            draft.course.disabling(),
                            draft.course.acuteSevereExacerbation(),
                            draft.course.relapse()));
        }
        if (asks("disabling")) {
            changes.others(
                    Slot.of(Aspect.DISABLING),
                    "course.disabling",
                    "disabling",
                    stated.disabling(),
                    (draft, value) -> draft.course = new Course(
                            draft.course.control(),
                            value,
                            draft.course.acuteSevereExacerbation(),
                            draft.course.relapse()));
        }
        if (asks("acuteSevereExacerbation")) {
            changes.others(
                    Slot.of(Aspect.EXACERBATION),
                    "course.acuteSevereExacerbation",
                    "acute severe exacerbation",
                    stated.acuteSevereExacerbation(),
                    (draft, value) -> draft.course = new Course(
                            draft.course.control(), draft.course.disabling(), value, draft.course.relapse()));
        }
        if (asks("relapse")) {
            changes.others(
                    Slot.of(Aspect.RELAPSE),
                    "course.relapse",
                    "relapse",
                    stated.relapse(),
                    (draft, value) -> draft.course = new Course(
                            draft.course.control(),
                            draft.course.disabling(),
                            draft.course.acuteSevereExacerbation(),
                            value));
        }
    }

    private boolean asks(String... questions) {
        for (String question : questions) {
            if (mentions.asks("Course." + question)) {
                return true;
            }
        }
        return false;
    }

    private static Diagnosis with(Diagnosis stated, Diagnosis.Status status) {
        return new Diagnosis(
                status, stated.variant(), stated.treatedAsSps(), stated.psychiatricLabels(), stated.onset());
    }

    private static Diagnosis with(Diagnosis stated, Answer treatedAsSps) {
        return new Diagnosis(
                stated.status(), stated.variant(), treatedAsSps, stated.psychiatricLabels(), stated.onset());
    }

    private static Diagnosis with(Diagnosis stated, Optional<String> variant) {
        return new Diagnosis(
                stated.status(), variant, stated.treatedAsSps(), stated.psychiatricLabels(), stated.onset());
    }

    private static Diagnosis with(Diagnosis stated, Set<String> labels) {
        return new Diagnosis(stated.status(), stated.variant(), stated.treatedAsSps(), labels, stated.onset());
    }
}
