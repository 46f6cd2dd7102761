package org.spsrules.fhir.record;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;

/**
 * The questions about what no record holds: how a trial went, how the disease goes, which lists are complete. The ids of the
 * questions are the fields of the case format.
 */
public final class ClinicianQuestionnaire {

    /** Its canonical address. */
    public static final String URL = "urn:spsrules:questionnaire:clinician";

    static final String TREATMENT = "treatments.given";
    static final String PLAN = "plans";

    private ClinicianQuestionnaire() {}

    /** The questionnaire as a resource. */
    public static Questionnaire resource() {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire.setId("sps-clinician");
        questionnaire
                .setUrl(URL)
                .setName("SpsClinicianFacts")
                .setTitle("Facts that a record does not hold")
                .setStatus(PublicationStatus.ACTIVE)
                .addSubjectType("Patient");
        SingleAnswer.all()
                .forEach(question -> questionnaire.addItem(choice(question.field(), question.text(), question.type())));
        ListAnswer.all()
                .forEach(question -> questionnaire
                        .addItem(item(question.field(), question.text(), QuestionnaireItemType.STRING))
                        .getItem()
                        .get(questionnaire.getItem().size() - 1)
                        .setRepeats(true));
        questionnaire.addItem(treatment());
        questionnaire.addItem(plan());
        return questionnaire;
    }

    private static QuestionnaireItemComponent treatment() {
        QuestionnaireItemComponent group = item(TREATMENT, "How did a treatment go?", QuestionnaireItemType.GROUP);
        group.setRepeats(true);
        group.addItem(
                item(TREATMENT + ".resource", "Which order or statement is meant?", QuestionnaireItemType.REFERENCE));
        group.addItem(item(TREATMENT + ".therapy", "Or which therapy?", QuestionnaireItemType.STRING));
        group.addItem(choice(TREATMENT + ".status", "Is it given now?", List.of("current", "past")));
        group.addItem(choice(TREATMENT + ".response", "What did it do?", Treatment.Response.class));
        group.addItem(choice(TREATMENT + ".adequateTrial", "Were dose and duration enough to judge it?", Answer.class));
        group.addItem(choice(
                TREATMENT + ".highestTolerated", "Is its dose the highest that the patient tolerates?", Answer.class));
        group.addItem(
                choice(TREATMENT + ".takenAsPrescribed", "Does the patient take it as prescribed?", Answer.class));
        group.addItem(
                item(TREATMENT + ".courses", "How many courses of it were given?", QuestionnaireItemType.INTEGER));
        group.addItem(choice(TREATMENT + ".singleDose", "Was it one dose and no more?", Answer.class));
        group.addItem(item(
                TREATMENT + ".supplyDays", "For how many days does the supply last?", QuestionnaireItemType.INTEGER));
        group.addItem(choice(TREATMENT + ".addedLast", "Was it added after all others?", Answer.class));
        group.addItem(choice(TREATMENT + ".tolerated", "Was it tolerated?", Answer.class));
        group.addItem(choice(TREATMENT + ".woreOff", "Has a good response worn off?", Answer.class));
        group.addItem(choice(TREATMENT + ".ending", "Was it ended abruptly or gradually?", Plan.Manner.class));
        group.addItem(choice(TREATMENT + ".indication", "What is it given for?", Treatment.Indication.class));
        group.addItem(item(TREATMENT + ".sideEffects", "Which side effects had it?", QuestionnaireItemType.STRING)
                .setRepeats(true));
        group.addItem(item(TREATMENT + ".severeSideEffects", "Which of them are severe?", QuestionnaireItemType.STRING)
                .setRepeats(true));
        group.addItem(item(
                TREATMENT + ".label", "What tells it from another entry of the drug?", QuestionnaireItemType.STRING));
        return group;
    }

    private static QuestionnaireItemComponent plan() {
        QuestionnaireItemComponent group = item(PLAN, "What is planned or wished?", QuestionnaireItemType.GROUP);
        group.setRepeats(true);
        group.addItem(choice(PLAN + ".action", "What is it?", Plan.Action.class));
        group.addItem(item(PLAN + ".therapy", "Which therapy does it concern?", QuestionnaireItemType.STRING));
        group.addItem(item(
                PLAN + ".to", "If it is a switch: which therapy is to take its place?", QuestionnaireItemType.STRING));
        group.addItem(choice(PLAN + ".manner", "How is it to be done?", Plan.Manner.class));
        group.addItem(choice(PLAN + ".requestedBy", "Who wants it?", Plan.RequestedBy.class));
        return group;
    }

    private static QuestionnaireItemComponent item(String id, String text, QuestionnaireItemType type) {
        return new QuestionnaireItemComponent().setLinkId(id).setText(text).setType(type);
    }

    private static QuestionnaireItemComponent choice(String id, String text, Class<? extends Enum<?>> answers) {
        return choice(id, text, QuestionnaireReader.words(answers));
    }

    private static QuestionnaireItemComponent choice(String id, String text, List<String> answers) {
        QuestionnaireItemComponent item = item(id, text, QuestionnaireItemType.CHOICE);
        answers.forEach(answer -> item.addAnswerOption().setValue(new Coding().setCode(answer)));
        return item;
    }
}
