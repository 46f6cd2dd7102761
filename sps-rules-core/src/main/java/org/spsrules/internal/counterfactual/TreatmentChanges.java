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
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.fact.Aspect;
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
        if (mentions.asks("History.neverHad") && stated.history() != Completeness.COMPLETE) {
            changes.add(
                    Slot.of(Aspect.EVER_GIVEN),
                    "treatments.history",
                    "treatment history",
                    Changes.NOT_KNOWN,
                    "complete as listed",
                    draft -> draft.history = Completeness.COMPLETE);
        }
        boolean asksWhatIsTaken = mentions.asks("History.takesNo") || mentions.asks("History.mayTake");
        if (asksWhatIsTaken && stated.medication() != Completeness.COMPLETE) {
            changes.add(
                    Slot.of(Aspect.GIVEN_NOW),
                    "treatments.medication",
                    "medication list",
                    Changes.NOT_KNOWN,
                    "complete as listed",
                    draft -> draft.medication = Completeness.COMPLETE);
        }
        options();
    }

    private void existing(int index, Treatment treatment) {
        String field = "treatments.given[" + index + "].";
        String name = vocabulary.nameOf(treatment.therapy()) + ": ";
        if (treatment.current()) {
            changes.add(
                    new Slot(Aspect.TIME, "", index),
                    field + "status",
                    name + "treatment",
                    "given now",
                    "stopped",
                    draft -> draft.treatment(index, now -> new Trial(now).past().toTreatment()));
        }
        known(
                treatment,
                new Slot(Aspect.RESPONSE, "", index),
                field + "response",
                name + "response",
                treatment.response(),
                Treatment.Response.UNKNOWN,
                Treatment.Response.values(),
                (draft, value) -> draft.treatment(
                        index, now -> new Trial(now).response(value).toTreatment()));
        known(
                treatment,
                new Slot(Aspect.ADEQUACY, "", index),
                field + "adequateTrial",
                name + "adequate trial",
                treatment.adequateTrial(),
                Answer.UNKNOWN,
                Answer.values(),
                (draft, value) -> draft.treatment(
                        index, now -> new Trial(now).adequate(value).toTreatment()));
        known(
                treatment,
                new Slot(Aspect.TOLERANCE, "", index),
                field + "tolerated",
                name + "tolerated",
                treatment.tolerated(),
                Answer.UNKNOWN,
                Answer.values(),
                (draft, value) -> draft.treatment(
                        index, now -> new Trial(now).tolerated(value).toTreatment()));
        if (mentions.asks("Treatment.woreOff")) {
            known(
                    treatment,
                    new Slot(Aspect.WEARING_OFF, "", index),
                    field + "woreOff",
                    name + "response has worn off",
                    treatment.woreOff(),
                    Answer.UNKNOWN,
                    Answer.values(),
                    (draft, value) -> draft.treatment(
                            index, now -> new Trial(now).woreOff(value).toTreatment()));
        }
        if (mentions.asks("Treatment.scheduled") || mentions.asks("Treatment.asNeeded")) {
            known(
                    treatment,
                    new Slot(Aspect.SCHEDULE, "", index),
                    field + "schedule",
                    name + "taken",
                    treatment.schedule(),
                    Treatment.Schedule.UNKNOWN,
                    Treatment.Schedule.values(),
                    (draft, value) -> draft.treatment(
                            index, now -> new Trial(now).schedule(value).toTreatment()));
        }
        doses(index, treatment, field, name);
        if (treatment.current()) {
            sideEffects(index, treatment, field, name);
        }
    }

    /** Of a past treatment only what is not known can still become otherwise. */
    private <E extends Enum<E>> void known(
            Treatment treatment,
            Slot slot,
            String field,
            String subject,
            E now,
            E unknown,
            E[] values,
            Changes.Setter<E> setter) {
        if (treatment.current()) {
            changes.others(slot, field, subject, now, unknown, values, setter);
        } else {
            changes.answers(slot, field, subject, now, unknown, values, setter);
        }
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
                        new Slot(Aspect.DOSE, "", index),
                        field + "dose",
                        name + "dose",
                        treatment.dose().map(Dose::toString).orElse(Changes.NOT_KNOWN),
                        dose.toString(),
                        draft -> draft.treatment(
                                index, now -> new Trial(now).dose(dose).toTreatment()));
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
                        new Slot(Aspect.SIDE_EFFECTS, code, index),
                        field + "sideEffects",
                        name + "side effect " + vocabulary.nameOf(code),
                        "no",
                        "yes",
                        draft -> draft.treatment(
                                index, now -> new Trial(now).sideEffect(code).toTreatment()));
            }
        }
    }

    /** A further episode of treatment, as a whole one fact. */
    private void trials(String therapy) {
        if (!mentions.any("Treatment")) {
            trial(therapy, BEGUN, new Trial(therapy).current());
            trial(therapy, PAST, new Trial(therapy));
            return;
        }
        trial(therapy, BEGUN, new Trial(therapy).current());
        trial(therapy, PAST, new Trial(therapy));
        trial(therapy, USELESS, new Trial(therapy).adequate(Answer.YES).response(Treatment.Response.NONE));
        trial(
                therapy,
                "tried in an adequate trial, with too little benefit",
                new Trial(therapy).adequate(Answer.YES).response(Treatment.Response.PARTIAL));
        trial(
                therapy,
                "tried in a trial that was not adequate, without benefit",
                new Trial(therapy).adequate(Answer.NO).response(Treatment.Response.NONE));
        trial(
                therapy,
                "given now, in an adequate trial, with a good response",
                new Trial(therapy).current().adequate(Answer.YES).response(Treatment.Response.GOOD));
        trial(
                therapy,
                "given now, in an adequate trial, with too little benefit",
                new Trial(therapy).current().adequate(Answer.YES).response(Treatment.Response.PARTIAL));
        trial(therapy, "given in the past, with a good response", new Trial(therapy).response(Treatment.Response.GOOD));
        trial(therapy, NOT_TOLERATED, new Trial(therapy).tolerated(Answer.NO));
        if (mentions.asks("Treatment.woreOff")) {
            trial(
                    therapy,
                    "given in the past, with a good response that wore off",
                    new Trial(therapy).response(Treatment.Response.GOOD).woreOff(Answer.YES));
            trial(
                    therapy,
                    "given now, in an adequate trial, with a good response that has worn off",
                    new Trial(therapy)
                            .current()
                            .adequate(Answer.YES)
                            .response(Treatment.Response.GOOD)
                            .woreOff(Answer.YES));
        }
        if (mentions.asks("Treatment.sideEffect")) {
            for (String code : mentions.representatives(EnumSet.of(Concept.Kind.SIDE_EFFECT))) {
                trial(
                        therapy,
                        NOT_TOLERATED + ", because of " + vocabulary.nameOf(code),
                        new Trial(therapy).tolerated(Answer.NO).sideEffect(code));
            }
        }
    }

    private void trial(String therapy, String words, Trial trial) {
        Treatment treatment = trial.toTreatment();
        boolean inHistory = stated.history() == Completeness.COMPLETE;
        boolean known = treatment.current()
                ? stated.medication() == Completeness.COMPLETE || inHistory && mentions.isForSps(therapy)
                : inHistory;
        boolean again = stated.given().stream().anyMatch(other -> vocabulary.isA(other.therapy(), therapy));
        String from = again ? "as listed" : known ? "not given" : Changes.NOT_KNOWN;
        changes.add(
                Slot.of(Aspect.THERAPY, therapy),
                "treatments.given",
                vocabulary.nameOf(therapy) + (again ? ": a further treatment" : ""),
                from,
                words,
                draft -> draft.given.add(treatment));
    }

    private void options() {
        stated.declined().forEach(code -> option(Aspect.DECLINED, code, "declined", "no longer declined"));
        stated.unavailable().forEach(code -> option(Aspect.UNAVAILABLE, code, "unavailable", "available"));
        boolean asked =
                mentions.any("Option") || mentions.asks("History.declined") || mentions.asks("History.unavailable");
        List<String> therapies = mentions.representatives(Vocabulary.therapies());
        if (asked) {
            for (String code : therapies) {
                if (!stated.declined().contains(code)) {
                    option(Aspect.DECLINED, code, "not declined", "declined");
                }
                if (!stated.unavailable().contains(code)) {
                    option(Aspect.UNAVAILABLE, code, "available", "unavailable");
                }
            }
        }
        if (mentions.any("Contraindication") || mentions.asks("Patient.allergicTo")) {
            therapies.stream().filter(code -> !isAllergicTo(code)).forEach(this::allergy);
        }
    }

    private void option(Aspect aspect, String code, String from, String to) {
        boolean declined = aspect == Aspect.DECLINED;
        changes.add(
                Slot.of(aspect, code),
                declined ? "treatments.declined" : "treatments.unavailable",
                vocabulary.nameOf(code),
                from,
                to,
                draft -> {
                    Set<String> codes = declined ? draft.declined : draft.unavailable;
                    if (!codes.remove(code)) {
                        codes.add(code);
                    }
                });
    }

    private boolean isAllergicTo(String code) {
        return changes.patientCase().allergies().present().contains(code);
    }

    private void allergy(String code) {
        boolean ruledOut = changes.patientCase().allergies().completeness() == Completeness.COMPLETE
                || vocabulary.selfAndAncestors(code).stream()
                        .anyMatch(changes.patientCase().allergies().absent()::contains);
        changes.add(
                Slot.of(Aspect.ALLERGIES, code),
                "allergies[" + code + "]",
                "allergy to " + vocabulary.nameOf(code),
                ruledOut ? "absent" : Changes.NOT_KNOWN,
                "present",
                draft -> draft.allergies =
                        CaseDraft.withPresent(draft.allergies, code, other -> vocabulary.isA(code, other)));
    }
}
