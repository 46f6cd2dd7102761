package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.counterfactual.WordChanges.Setter;
import org.spsrules.internal.counterfactual.WordChanges.Subject;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Treatments that go otherwise, new ones, and therapies that are declined, cannot be had or bring an allergy. */
final class TreatmentChanges {

    /** It is taken, and nothing more is known of it. */
    static final String BEGUN = "given now";

    private static final String PAST = "given in the past";
    private static final String USELESS = "tried in an adequate trial, without benefit";
    private static final String NOT_TOLERATED = "tried and not tolerated";

    /** Of what a further treatment may have come to, what is worth asking about. */
    static final Set<String> ASKED = Set.of(BEGUN, PAST, USELESS, NOT_TOLERATED);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Changes changes;
    private final ReferencedTerms mentions;
    private final Vocabulary vocabulary;
    private final Treatments stated;

    TreatmentChanges(Changes changes) {
        this.changes = changes;
        this.mentions = changes.mentions();
        this.vocabulary = changes.vocabulary();
        this.stated = changes.patientCase().treatments();
    }

    void find() {
        for (int i = 0; i < stated.given().size(); i++) {
            if (mentions.concerns(stated.given().get(i).therapy())) {
                existing(i, stated.given().get(i));
            }
        }
        if (mentions.any("Treatment") || mentions.any("History")) {
            mentions.representatives(Vocabulary.therapies()).forEach(this::trials);
        }
        if (mentions.asks("History.neverHad")) {
            complete(TreatmentsFields.HISTORY);
        }
        if (mentions.asks("History.takesNo") || mentions.asks("History.mayTake")) {
            complete(TreatmentsFields.MEDICATION);
        }
        options();
    }

    private void complete(Field<Treatments, Completeness> list) {
        if (list.of(stated) != Completeness.COMPLETE) {
            changes.add(
                    Slot.of(list),
                    "treatments." + list.name(),
                    list.called(),
                    Changes.NOT_KNOWN,
                    "complete as listed",
                    draft -> draft.set(CaseFields.TREATMENTS, TreatmentsFields.PART, list, Completeness.COMPLETE));
        }
    }

    private void existing(int index, Treatment treatment) {
        String field = "treatments.given[" + index + "].";
        String name = vocabulary.nameOf(treatment.therapy()) + ": ";
        if (treatment.current()) {
            changes.add(
                    Slot.of(TreatmentFields.CURRENT, "", index),
                    field + TreatmentFields.CURRENT.name(),
                    name + TreatmentFields.CURRENT.called(),
                    BEGUN,
                    "stopped",
                    draft -> draft.set(index, TreatmentFields.CURRENT, false));
        }
        Setter<Treatment> setter = new Setter<>() {
            @Override
            public <V> void set(CaseDraft draft, Field<Treatment, V> changed, V value) {
                draft.set(index, changed, value);
            }
        };
        WordChanges.find(
                changes,
                TreatmentFields.PART,
                new Subject<>(treatment, index, field, name, treatment.current(), setter));
        doses(index, treatment, field, name);
        dates(index, treatment, field, name);
        if (treatment.current()) {
            sideEffects(index, treatment, field, name);
        }
    }

    private void dates(int index, Treatment treatment, String field, String name) {
        if (treatment.started().isEmpty() && mentions.asksOf("Treatment.daysSinceStart", treatment.therapy())) {
            date(TreatmentFields.STARTED, "daysSinceStart", index, field, name);
        }
        if (!treatment.current() && treatment.stopped().isEmpty()) {
            date(TreatmentFields.STOPPED, "daysSinceEnd", index, field, name);
        }
    }

    private void date(
            Field<Treatment, Optional<PartialDate>> date, String question, int index, String field, String name) {
        changes.days(
                "Treatment." + question,
                Slot.of(date, "", index),
                field + date.name(),
                name + date.called(),
                (draft, day) -> draft.set(index, date, day));
    }

    private void doses(int index, Treatment treatment, String field, String name) {
        if (!treatment.current() && treatment.dose().isPresent()) {
            return;
        }
        Set<Dose> doses = new TreeSet<>((first, second) -> first.toString().compareTo(second.toString()));
        for (String question : List.of("Treatment.doseBelow", "Treatment.doseAtLeast")) {
            for (String text : mentions.words(question)) {
                Dose dose = Dose.parse(text);
                if (fits(treatment.therapy(), dose)) {
                    doses.add(dose);
                    doses.add(new Dose(dose.amount().multiply(HALF), dose.unit()));
                }
            }
        }
        for (Dose dose : doses) {
            if (!treatment.dose().equals(Optional.of(dose))) {
                changes.add(
                        Slot.of(TreatmentFields.DOSE, "", index),
                        field + TreatmentFields.DOSE.name(),
                        name + TreatmentFields.DOSE.called(),
                        treatment.dose().map(Dose::toString).orElse(Changes.NOT_KNOWN),
                        dose.toString(),
                        draft -> draft.set(index, TreatmentFields.DOSE, Optional.of(dose)));
            }
        }
    }

    private boolean fits(String therapy, Dose dose) {
        return vocabulary.concept(therapy).map(Concept::units).orElse(List.of()).stream()
                .map(unit -> Dose.parse("1 " + unit).unit())
                .anyMatch(unit -> unit.comparableWith(dose.unit()));
    }

    private void sideEffects(int index, Treatment treatment, String field, String name) {
        if (!mentions.asks("Treatment.sideEffect")) {
            return;
        }
        for (String code : mentions.representatives(EnumSet.of(Concept.Kind.SIDE_EFFECT))) {
            boolean there = treatment.sideEffects().stream().anyMatch(known -> vocabulary.isA(known, code));
            if (!there) {
                changes.add(
                        Slot.of(TreatmentFields.SIDE_EFFECTS, code, index),
                        field + TreatmentFields.SIDE_EFFECTS.name(),
                        name + TreatmentFields.SIDE_EFFECTS.called() + " " + vocabulary.nameOf(code),
                        "no",
                        "yes",
                        draft -> draft.set(
                                index,
                                TreatmentFields.SIDE_EFFECTS,
                                CourseChanges.toggled(draft.given().get(index).sideEffects(), code)));
            }
        }
    }

    /** A further episode of treatment, as a whole one fact. */
    private void trials(String therapy) {
        Episode past = Episode.of(therapy);
        Episode begun = past.with(TreatmentFields.CURRENT, true);
        trial(therapy, BEGUN, begun);
        trial(therapy, PAST, past);
        if (!mentions.any("Treatment")) {
            return;
        }
        Episode good = past.with(TreatmentFields.RESPONSE, Response.GOOD);
        Episode adequate = past.with(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
        Episode begunAdequate = begun.with(TreatmentFields.ADEQUATE_TRIAL, Answer.YES);
        trial(therapy, USELESS, adequate.with(TreatmentFields.RESPONSE, Response.NONE));
        trial(
                therapy,
                "tried in an adequate trial, with too little benefit",
                adequate.with(TreatmentFields.RESPONSE, Response.PARTIAL));
        trial(
                therapy,
                "tried in a trial that was not adequate, without benefit",
                past.with(TreatmentFields.ADEQUATE_TRIAL, Answer.NO).with(TreatmentFields.RESPONSE, Response.NONE));
        trial(
                therapy,
                "given now, in an adequate trial, with a good response",
                begunAdequate.with(TreatmentFields.RESPONSE, Response.GOOD));
        trial(
                therapy,
                "given now, in an adequate trial, with too little benefit",
                begunAdequate.with(TreatmentFields.RESPONSE, Response.PARTIAL));
        trial(therapy, "given in the past, with a good response", good);
        Episode notTolerated = past.with(TreatmentFields.TOLERATED, Answer.NO);
        trial(therapy, NOT_TOLERATED, notTolerated);
        if (mentions.asks("Treatment.woreOff")) {
            trial(
                    therapy,
                    "given in the past, with a good response that wore off",
                    good.with(TreatmentFields.WORE_OFF, Answer.YES));
            trial(
                    therapy,
                    "given now, in an adequate trial, with a good response that has worn off",
                    begunAdequate
                            .with(TreatmentFields.RESPONSE, Response.GOOD)
                            .with(TreatmentFields.WORE_OFF, Answer.YES));
        }
        if (mentions.asks("Treatment.sideEffect")) {
            for (String code : mentions.representatives(EnumSet.of(Concept.Kind.SIDE_EFFECT))) {
                trial(
                        therapy,
                        NOT_TOLERATED + ", because of " + vocabulary.nameOf(code),
                        notTolerated.with(TreatmentFields.SIDE_EFFECTS, Set.of(code)));
            }
        }
    }

    /** A treatment of which only some things are known. */
    private record Episode(Treatment treatment) {

        static Episode of(String therapy) {
            Values<Treatment> values = TreatmentFields.PART.unstated().with(TreatmentFields.THERAPY, therapy);
            return new Episode(TreatmentFields.PART.make(values));
        }

        <V> Episode with(Field<Treatment, V> field, V value) {
            return new Episode(TreatmentFields.PART.with(treatment, field, value));
        }
    }

    private void trial(String therapy, String words, Episode episode) {
        Treatment treatment = episode.treatment();
        boolean inHistory = stated.history() == Completeness.COMPLETE;
        boolean known = treatment.current()
                ? stated.medication() == Completeness.COMPLETE || inHistory && mentions.isForSps(therapy)
                : inHistory;
        boolean again = stated.given().stream().anyMatch(other -> vocabulary.isA(other.therapy(), therapy));
        String from = again ? "as listed" : known ? "not given" : Changes.NOT_KNOWN;
        changes.add(
                Slot.of(TreatmentFields.THERAPY, therapy),
                "treatments.given",
                vocabulary.nameOf(therapy) + (again ? ": a further treatment" : ""),
                from,
                words,
                draft -> draft.add(treatment));
    }

    private void options() {
        stated.declined().forEach(code -> option(TreatmentsFields.DECLINED, code, "declined", "no longer declined"));
        stated.unavailable().forEach(code -> option(TreatmentsFields.UNAVAILABLE, code, "unavailable", "available"));
        stated.unsuitable()
                .forEach(
                        code -> option(TreatmentsFields.UNSUITABLE, code, "judged unsuitable", "no longer unsuitable"));
        boolean asked = mentions.any("Option")
                || TreatmentsFields.CLOSING.stream().anyMatch(list -> mentions.asks("History." + list.name()));
        List<String> therapies = mentions.representatives(Vocabulary.therapies());
        if (asked) {
            for (String code : therapies) {
                if (!stated.declined().contains(code)) {
                    option(TreatmentsFields.DECLINED, code, "not declined", "declined");
                }
                if (!stated.unavailable().contains(code)) {
                    option(TreatmentsFields.UNAVAILABLE, code, "available", "unavailable");
                }
                if (!stated.unsuitable().contains(code)) {
                    option(TreatmentsFields.UNSUITABLE, code, "not judged unsuitable", "judged unsuitable");
                }
            }
        }
        if (mentions.any("Contraindication") || mentions.asks("Patient.allergicTo")) {
            therapies.stream().filter(code -> !isAllergicTo(code)).forEach(this::allergy);
        }
    }

    private void option(Field<Treatments, Set<String>> list, String code, String from, String to) {
        changes.add(
                Slot.of(list, code),
                "treatments." + list.name(),
                vocabulary.nameOf(code),
                from,
                to,
                draft -> draft.change(
                        CaseFields.TREATMENTS,
                        TreatmentsFields.PART,
                        list,
                        codes -> CourseChanges.toggled(codes, code)));
    }

    private boolean isAllergicTo(String code) {
        return changes.patientCase().allergies().present().contains(code);
    }

    private void allergy(String code) {
        boolean ruledOut = changes.patientCase().allergies().completeness() == Completeness.COMPLETE
                || vocabulary.selfAndAncestors(code).stream()
                        .anyMatch(changes.patientCase().allergies().absent()::contains);
        changes.add(
                Slot.of(CaseFields.ALLERGIES, code),
                "allergies[" + code + "]",
                CaseFields.ALLERGIES.called() + " " + vocabulary.nameOf(code),
                ruledOut ? "absent" : Changes.NOT_KNOWN,
                "present",
                draft -> draft.set(
                        CaseFields.ALLERGIES,
                        CaseDraft.withPresent(
                                draft.get(CaseFields.ALLERGIES), code, other -> vocabulary.isA(code, other))));
    }
}
