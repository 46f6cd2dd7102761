package org.spsrules.internal.fact;

import java.util.List;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.internal.shape.Completions;
import org.spsrules.internal.shape.CourseFields;

/** How the disease goes, as judged by a clinician. */
public final class Course implements Fact {

    private final PatientCase.Course stated;

    Course(PatientCase.Course stated) {
        this.stated = stated;
    }

    @Override
    public List<Course> completions(String question, List<String> arguments) {
        return Completions.of(CourseFields.PART, stated, "Course", question).stream()
                .map(Course::new)
                .toList();
    }

    /** How well symptoms are controlled. */
    @Says(
            value = "symptom control: {value}",
            words = {"good", "partial", "poor", "unknown"})
    public String control() {
        return CaseFacts.word(stated.control());
    }

    /** Symptoms are known to be controlled in part only, or poorly. */
    @Says("symptoms not controlled")
    public boolean uncontrolled() {
        return stated.control() == Control.PARTIAL || stated.control() == Control.POOR;
    }

    /** Symptoms are not controlled, or nobody has said. */
    @Says(value = "symptoms not controlled", strictly = "uncontrolled", asks = "How well are the symptoms controlled?")
    public boolean maybeUncontrolled() {
        return stated.control() != Control.GOOD;
    }

    /** Known to disable the patient. */
    @Says("disabling")
    public boolean disabling() {
        return stated.disabling() == Answer.YES;
    }

    /** Disables the patient, or nobody has said. */
    @Says(value = "disabling", strictly = "disabling", asks = "Does the disease disable the patient?")
    public boolean maybeDisabling() {
        return stated.disabling() != Answer.NO;
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
