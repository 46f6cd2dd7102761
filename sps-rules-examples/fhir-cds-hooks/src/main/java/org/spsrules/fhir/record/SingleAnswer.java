package org.spsrules.fhir.record;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCaseBuilder;

/**
 * A question to the clinician that has one answer out of a few.
 *
 * @param field the field of the case, which is the id of the question too
 * @param text the question
 * @param type the answers
 * @param setter how a builder takes the answer
 */
record SingleAnswer<E extends Enum<E>>(
        String field, String text, Class<E> type, BiConsumer<PatientCaseBuilder, E> setter) {

    private static final List<SingleAnswer<?>> ALL = List.of(
            new SingleAnswer<>(
                    "diagnosis.status",
                    "How certain is stiff-person syndrome?",
                    Diagnosis.Status.class,
                    PatientCaseBuilder::diagnosis),
            yesNo("diagnosis.treatedAsSps", "Is the patient treated as having SPS?", PatientCaseBuilder::treatedAsSps),
            new SingleAnswer<>(
                    "course.control",
                    "How well are the symptoms controlled?",
                    Course.Control.class,
                    PatientCaseBuilder::control),
            yesNo("course.disabling", "Does the disease disable the patient?", PatientCaseBuilder::disabling),
            yesNo(
                    "course.acuteSevereExacerbation",
                    "Is there an acute severe exacerbation?",
                    PatientCaseBuilder::acuteSevereExacerbation),
            yesNo("course.relapse", "Have symptoms come back after they were controlled?", PatientCaseBuilder::relapse),
            new SingleAnswer<>(
                    "setting", "Where is the patient?", PatientCase.Setting.class, PatientCaseBuilder::setting),
            new SingleAnswer<>(
                    "patient.liverFunction",
                    "How well does the liver work?",
                    PatientCase.LiverFunction.class,
                    PatientCaseBuilder::liverFunction),
            yesNo("patient.pregnancy", "Is the patient pregnant?", PatientCaseBuilder::pregnancy),
            yesNo(
                    "patient.pregnancyPotential",
                    "Can the patient become pregnant?",
                    PatientCaseBuilder::pregnancyPotential),
            yesNo(
                    "patient.effectiveContraception",
                    "Is effective contraception used?",
                    PatientCaseBuilder::effectiveContraception),
            yesNo("patient.breastfeeding", "Does the patient breastfeed?", PatientCaseBuilder::breastfeeding),
            yesNo(
                    "patient.drugSensitivity",
                    "Is the patient known to react to small doses?",
                    PatientCaseBuilder::drugSensitivity),
            yesNo("patient.frailty", "Is the patient frail?", PatientCaseBuilder::frailty),
            complete("symptoms.list", "Are all symptoms recorded?", PatientCaseBuilder::symptomList),
            complete("triggers.list", "Are all triggers of spasms recorded?", PatientCaseBuilder::triggerList),
            complete("conditions.list", "Are all conditions recorded?", PatientCaseBuilder::conditionList),
            complete("allergies.list", "Are all allergies recorded?", PatientCaseBuilder::allergyList),
            complete(
                    "treatments.history",
                    "Is every treatment ever given for SPS recorded?",
                    PatientCaseBuilder::treatmentHistory),
            complete(
                    "treatments.medication",
                    "Is everything that the patient takes now recorded?",
                    PatientCaseBuilder::medicationList));

    private static SingleAnswer<Answer> yesNo(
            String field, String text, BiConsumer<PatientCaseBuilder, Answer> setter) {
        return new SingleAnswer<>(field, text, Answer.class, setter);
    }

    private static SingleAnswer<Completeness> complete(
            String field, String text, BiConsumer<PatientCaseBuilder, Completeness> setter) {
        return new SingleAnswer<>(field, text, Completeness.class, setter);
    }

    /** All of them. */
    static List<SingleAnswer<?>> all() {
        return ALL;
    }

    /** The question of this id. */
    static Optional<SingleAnswer<?>> of(String id) {
        return ALL.stream().filter(question -> question.field.equals(id)).findFirst();
    }
}
