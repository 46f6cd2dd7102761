package org.spsrules.internal.shape;

import org.spsrules.Answer;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Course.Control;

/** The fields of the course. */
public final class CourseFields {

    public static final Field<Course, Control> CONTROL = Field.of(
                    "control",
                    Types.word(Control.UNKNOWN),
                    Course::control,
                    "Control of symptoms, as judged by a clinician")
            .feeds(
                    Aspect.of("Course", "control", "uncontrolled maybeUncontrolled")
                            .asking("How well are the symptoms controlled?"),
                    "symptom control");

    public static final Field<Course, Answer> DISABLING = Field.of(
                    "disabling", Types.word(Answer.UNKNOWN), Course::disabling, "Does the disease disable the patient?")
            .feeds(
                    Aspect.of("Course", "disabling", "maybeDisabling").asking("Does the disease disable the patient?"),
                    "disabling");

    public static final Field<Course, Answer> ACUTE_SEVERE_EXACERBATION = Field.of(
                    "acuteSevereExacerbation",
                    Types.word(Answer.UNKNOWN),
                    Course::acuteSevereExacerbation,
                    "Is there an acute severe exacerbation, as judged by a clinician?")
            .feeds(
                    Aspect.of("Course", "acuteSevereExacerbation", "").asking("Is there an acute severe exacerbation?"),
                    "acute severe exacerbation");

    public static final Field<Course, Answer> RELAPSE = Field.of(
                    "relapse",
                    Types.word(Answer.UNKNOWN),
                    Course::relapse,
                    "Have symptoms come back after they were controlled?")
            .feeds(
                    Aspect.of("Course", "relapse", "").asking("Have symptoms come back after they were controlled?"),
                    "relapse");

    public static final Part<Course> PART = Part.of(
            "course",
            "How the disease goes",
            values -> new Course(
                    values.get(CONTROL),
                    values.get(DISABLING),
                    values.get(ACUTE_SEVERE_EXACERBATION),
                    values.get(RELAPSE)),
            CONTROL,
            DISABLING,
            ACUTE_SEVERE_EXACERBATION,
            RELAPSE);

    private CourseFields() {}
}
