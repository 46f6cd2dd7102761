package org.spsrules.fact;

import org.spsrules.Answer;
import org.spsrules.PatientCase;

/** How the disease goes, as judged by a clinician. */
public final class Course {

    private final PatientCase.Course stated;

    Course(PatientCase.Course stated) {
        this.stated = stated;
    }

    /** How well symptoms are controlled. */
    @Says(
            value = "symptom control: {value}",
            words = {"good", "partial", "poor", "unknown"})
    public String control() {
        return CaseFacts.word(stated.control());
    }

    /** Known to disable the patient. */
    @Says("disabling")
    public boolean disabling() {
        return stated.disabling() == Answer.YES;
    }

    /** An acute severe exacerbation is stated. */
    @Says("acute severe exacerbation")
    public boolean acuteSevereExacerbation() {
        return stated.acuteSevereExacerbation() == Answer.YES;
    }

    /** Symptoms have come back after they were controlled. */
    @Says("relapse")
    public boolean relapse() {
        return stated.relapse() == Answer.YES;
    }
}
