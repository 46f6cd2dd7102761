package org.spsrules;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.shape.CheckedDraft;
import org.spsrules.internal.shape.TreatmentFields;

/** The details of a treatment, while a case is built. Not safe for use by several threads. */
public final class TreatmentDraft {

    private final CheckedDraft<Treatment> draft;

    TreatmentDraft(CheckedDraft<Treatment> draft) {
        this.draft = draft;
    }

    /** The dose, for example {@code 60 mg/day} or {@code 5 mg TID}; the highest one if the treatment is past. */
    public TreatmentDraft dose(String text) {
        try {
            draft.setOptional(TreatmentFields.DOSE, text, Dose::read);
        } catch (IllegalArgumentException e) {
            draft.refuse(TreatmentFields.DOSE, String.valueOf(e.getMessage()));
        }
        return this;
    }

    /** Whether the dose is the highest that the patient tolerates. */
    public TreatmentDraft highestTolerated(Answer value) {
        draft.set(TreatmentFields.HIGHEST_TOLERATED, value);
        return this;
    }

    /** What it is given for. */
    public TreatmentDraft indication(Treatment.Indication value) {
        draft.set(TreatmentFields.INDICATION, value);
        return this;
    }

    /** Whether a drug is taken regularly. */
    public TreatmentDraft schedule(Treatment.Schedule value) {
        draft.set(TreatmentFields.SCHEDULE, value);
        return this;
    }

    /** Whether the patient takes it as it was prescribed. */
    public TreatmentDraft takenAsPrescribed(Answer value) {
        draft.set(TreatmentFields.TAKEN_AS_PRESCRIBED, value);
        return this;
    }

    /** How many courses of it were given. */
    public TreatmentDraft courses(int count) {
        draft.setOptional(TreatmentFields.COURSES, count);
        return this;
    }

    /** Whether it was one dose and no more. */
    public TreatmentDraft singleDose(Answer value) {
        draft.set(TreatmentFields.SINGLE_DOSE, value);
        return this;
    }

    /** For how many days what the patient has of it lasts. */
    public TreatmentDraft supplyDays(int days) {
        draft.setOptional(TreatmentFields.SUPPLY_DAYS, days);
        return this;
    }

    /** Whether it was added after all others that are given now. */
    public TreatmentDraft addedLast(Answer value) {
        draft.set(TreatmentFields.ADDED_LAST, value);
        return this;
    }

    /** When it was begun, as exactly as that is known. */
    public TreatmentDraft started(PartialDate date) {
        draft.setOptional(TreatmentFields.STARTED, date);
        return this;
    }

    /** The day on which it was begun. */
    public TreatmentDraft started(LocalDate day) {
        draft.setOptional(TreatmentFields.STARTED, day, PartialDate::of);
        return this;
    }

    /** The month in which it was begun. */
    public TreatmentDraft started(YearMonth month) {
        draft.setOptional(TreatmentFields.STARTED, month, PartialDate::of);
        return this;
    }

    /** The year in which it was begun. */
    public TreatmentDraft started(Year year) {
        draft.setOptional(TreatmentFields.STARTED, year, PartialDate::of);
        return this;
    }

    /** When it was ended, as exactly as that is known. */
    public TreatmentDraft stopped(PartialDate date) {
        draft.setOptional(TreatmentFields.STOPPED, date);
        return this;
    }

    /** The day on which it was ended. */
    public TreatmentDraft stopped(LocalDate day) {
        draft.setOptional(TreatmentFields.STOPPED, day, PartialDate::of);
        return this;
    }

    /** The month in which it was ended. */
    public TreatmentDraft stopped(YearMonth month) {
        draft.setOptional(TreatmentFields.STOPPED, month, PartialDate::of);
        return this;
    }

    /** The year in which it was ended. */
    public TreatmentDraft stopped(Year year) {
        draft.setOptional(TreatmentFields.STOPPED, year, PartialDate::of);
        return this;
    }

    /** How it was ended. */
    public TreatmentDraft ending(Plan.Manner value) {
        draft.set(TreatmentFields.ENDING, value);
        return this;
    }

    /** What it did, as judged by a clinician. */
    public TreatmentDraft response(Treatment.Response value) {
        draft.set(TreatmentFields.RESPONSE, value);
        return this;
    }

    /** Whether dose and duration were enough to judge it, as decided by a clinician. */
    public TreatmentDraft adequateTrial(Answer value) {
        draft.set(TreatmentFields.ADEQUATE_TRIAL, value);
        return this;
    }

    /** Whether it was tolerated. */
    public TreatmentDraft tolerated(Answer value) {
        draft.set(TreatmentFields.TOLERATED, value);
        return this;
    }

    /** Its side effects. */
    public TreatmentDraft sideEffects(String... codes) {
        draft.addTerms(TreatmentFields.SIDE_EFFECTS, codes);
        return this;
    }

    /** Its side effects. */
    public TreatmentDraft sideEffects(Collection<String> codes) {
        draft.addTerms(TreatmentFields.SIDE_EFFECTS, codes);
        return this;
    }

    /** Those of its side effects that are severe. */
    public TreatmentDraft severeSideEffects(String... codes) {
        draft.addTerms(TreatmentFields.SEVERE_SIDE_EFFECTS, codes);
        return this;
    }

    /** Those of its side effects that are severe. */
    public TreatmentDraft severeSideEffects(Collection<String> codes) {
        draft.addTerms(TreatmentFields.SEVERE_SIDE_EFFECTS, codes);
        return this;
    }

    /** Whether a good response has worn off. */
    public TreatmentDraft woreOff(Answer value) {
        draft.set(TreatmentFields.WORE_OFF, value);
        return this;
    }

    /** What tells it from another entry of the same drug: the name on the package, or who prescribes it. */
    public TreatmentDraft label(String text) {
        draft.setOptional(TreatmentFields.LABEL, text);
        return this;
    }
}
