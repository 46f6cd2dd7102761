package org.spsrules.io;

import java.math.BigDecimal;
import java.util.Optional;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;

/**
 * Writes patient cases in the format {@value PatientCaseReader#FORMAT}. What is not stated is left out. Safe for use by
 * several threads.
 */
public final class PatientCaseWriter {

    /** The case as JSON; equal cases give the same characters, with {@code \n} at the ends of lines. */
    public String json(PatientCase patientCase) {
        StatedFields fields = new StatedFields()
                .with("title", patientCase.title())
                .with("citation", patientCase.citation())
                .with("asOf", Optional.of(patientCase.asOf()))
                .with("patient", person(patientCase.person()))
                .with("diagnosis", diagnosis(patientCase.diagnosis()))
                .with("course", course(patientCase.course()))
                .with("setting", patientCase.setting())
                .with("symptoms", checklist(patientCase.symptoms()))
                .with("triggers", checklist(patientCase.triggers()))
                .with("conditions", checklist(patientCase.conditions()))
                .with("allergies", checklist(patientCase.allergies()))
                .withEach("tests", patientCase.tests().stream().map(PatientCaseWriter::test))
                .with("treatments", treatments(patientCase.treatments()))
                .withEach("plans", patientCase.plans().stream().map(PatientCaseWriter::plan))
                .with("acknowledged", patientCase.acknowledged());
        return PrettyJson.of(PatientCaseReader.FORMAT, fields.tree());
    }

    private static StatedFields person(Person person) {
        return new StatedFields()
                .with("age", person.age())
                .with("sex", person.sex())
                .with("weight", in("kg", person.weight()))
                .with("creatinineClearance", in("mL/min", person.creatinineClearance()))
                .with("liverFunction", person.liverFunction())
                .with("pregnancy", person.pregnancy())
                .with("pregnancyPotential", person.pregnancyPotential())
                .with("effectiveContraception", person.effectiveContraception())
                .with("breastfeeding", person.breastfeeding())
                .with("drugSensitivity", person.drugSensitivity())
                .with("frailty", person.frailty());
    }

    private static Optional<String> in(String unit, Optional<BigDecimal> value) {
        return value.map(number -> number.toPlainString() + " " + unit);
    }

    private static StatedFields diagnosis(Diagnosis diagnosis) {
        return new StatedFields()
                .with("status", diagnosis.status())
                .with("variant", diagnosis.variant())
                .with("treatedAsSps", diagnosis.treatedAsSps())
                .with("psychiatricLabels", diagnosis.psychiatricLabels())
                .with("onset", diagnosis.onset());
    }

    private static StatedFields course(Course course) {
        return new StatedFields()
                .with("control", course.control())
                .with("disabling", course.disabling())
                .with("acuteSevereExacerbation", course.acuteSevereExacerbation())
                .with("relapse", course.relapse());
    }

    private static StatedFields checklist(Checklist list) {
        return new StatedFields()
                .with("list", list.completeness())
                .with("present", list.present())
                .with("absent", list.absent());
    }

    private static StatedFields test(Test test) {
        return new StatedFields()
                .with("test", Optional.of(test.test()))
                .with("result", test.result())
                .with("value", test.value())
                .with("assay", test.assay())
                .with("date", test.date());
    }

    private static StatedFields treatments(Treatments treatments) {
        return new StatedFields()
                .with("history", treatments.history())
                .with("medication", treatments.medication())
                .withEach("given", treatments.given().stream().map(PatientCaseWriter::treatment))
                .with("unavailable", treatments.unavailable())
                .with("declined", treatments.declined());
    }

    private static StatedFields treatment(Treatment treatment) {
        return new StatedFields()
                .with("therapy", Optional.of(treatment.therapy()))
                .with("status", Optional.of(treatment.current() ? "current" : "past"))
                .with("dose", treatment.dose())
                .with("schedule", treatment.schedule())
                .with("started", treatment.started())
                .with("stopped", treatment.stopped())
                .with("response", treatment.response())
                .with("adequateTrial", treatment.adequateTrial())
                .with("tolerated", treatment.tolerated())
                .with("sideEffects", treatment.sideEffects())
                .with("woreOff", treatment.woreOff())
                .with("label", treatment.label());
    }

    private static StatedFields plan(Plan plan) {
        return new StatedFields()
                .with("action", plan.action())
                .with("therapy", plan.therapy())
                .with("manner", plan.manner())
                .with("requestedBy", plan.requestedBy());
    }
}
