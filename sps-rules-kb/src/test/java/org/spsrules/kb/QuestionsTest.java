package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Reach;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.invariant.AnsweredQuestions;

/** What is asked: at most five questions, decisive and plausible (decision D-67). */
class QuestionsTest {

    private static final int MOST = 5;
    private static final int GENERATED = 12;
    private static final long SEED = 67;
    private static final SpsRules RULES = BuiltIn.rules();

    private static PatientCaseBuilder confirmed() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).diagnosis(Status.CONFIRMED);
    }

    private static List<String> asked(PatientCaseBuilder patient) {
        return RULES.questions(patient.build()).stream().map(OpenQuestion::text).toList();
    }

    @Test
    void theMostDecisiveComesFirstAndEachNamesWhatItChanges() {
        List<OpenQuestion> questions = RULES.questions(
                confirmed().age(50).treatmentHistory(Completeness.COMPLETE).build());

        assertThat(questions).hasSizeBetween(1, MOST);
        assertThat(questions).extracting(OpenQuestion::text).contains("How well are the symptoms controlled?");
        assertThat(questions)
                .allSatisfy(question -> assertThat(question.answers()).isNotEmpty());
        assertThat(questions.get(0).answers().get(0).effects().get(0)).contains("instead of FIRST line, step 1");
    }

    @Test
    void aNewPatientIsAskedAboutTheFirstLineFirst() {
        List<String> asked = asked(confirmed().age(41).sex(Sex.FEMALE).symptoms("rigidity"));

        assertThat(asked)
                .startsWith("Has the patient ever had benzodiazepine? It is not on record.")
                .noneMatch(text -> text.contains("stem-cell") || text.contains("pump"));
    }

    @Test
    void drugsWhoseAnswersComeToTheSameAreAskedAboutInOneQuestion() {
        List<OpenQuestion> questions = RULES.questions(PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .age(41)
                .setting(PatientCase.Setting.EMERGENCY)
                .diagnosis(Status.SUSPECTED)
                .symptoms("rigidity")
                .build());
        List<String> ofDrugs = questions.stream()
                .map(OpenQuestion::text)
                .filter(text -> text.startsWith("Has the patient ever had") && text.contains("pregabalin"))
                .toList();

        assertThat(ofDrugs).hasSize(1).allMatch(text -> text.matches(".* or .*\\? None is on record\\."));
        assertThat(questions)
                .filteredOn(question -> question.text().equals(ofDrugs.get(0)))
                .flatExtracting(OpenQuestion::answers)
                .extracting(OpenQuestion.Alternative::answer)
                .contains("pregabalin is given now", "benzodiazepine is given now");
    }

    @Test
    void aTransplantationIsAskedAboutOnceTheLinesBeforeItAreOnRecord() {
        String question =
                "Has the patient ever had haematopoietic stem-cell transplantation? It is not on" + " record.";
        PatientCaseBuilder refractory =
                confirmed().age(41).control(Control.POOR).acuteSevereExacerbation(Answer.NO);
        for (String drug : List.of(
                "diazepam",
                "clonazepam",
                "alprazolam",
                "pregabalin",
                "levetiracetam",
                "oral baclofen",
                "IVIG",
                "plasmapheresis",
                "intrathecal baclofen",
                "rituximab",
                "tacrolimus",
                "mycophenolate",
                "azathioprine")) {
            refractory.past(
                    drug,
                    trial -> trial.indication(Indication.SPS)
                            .response(Response.NONE)
                            .adequateTrial(Answer.YES));
        }

        assertThat(asked(confirmed().age(41))).doesNotContain(question);
        assertThat(asked(refractory)).contains(question);
    }

    @Test
    void aPumpIsAskedAboutOnlyWhereBaclofenIsGivenThroughOne() {
        PatientCaseBuilder without = PatientCase.asOf(LocalDate.of(2025, 5, 15))
                .age(26)
                .diagnosis(Status.SUSPECTED)
                .symptoms("rigidity")
                .treatmentHistory(Completeness.COMPLETE)
                .medicationList(Completeness.COMPLETE);
        PatientCaseBuilder with = confirmed().age(26).control(Control.GOOD).current("intrathecal baclofen");

        assertThat(asked(without)).noneMatch(text -> text.contains("pump"));
        assertThat(asked(with)).anyMatch(text -> text.contains("pump"));
    }

    @Test
    void aPumpThatIsOnlyPlannedIsNotAskedAbout() {
        PatientCaseBuilder planned = confirmed()
                .age(44)
                .control(Control.PARTIAL)
                .current("diazepam", drug -> drug.response(Response.PARTIAL))
                .plan(Plan.Action.START, "intrathecal baclofen", Plan.Manner.UNKNOWN, Plan.RequestedBy.UNKNOWN);

        assertThat(asked(planned)).isNotEmpty().noneMatch(text -> text.contains("pump") || text.contains("toxicity"));
    }

    @Test
    void aGraveReactionIsAskedAboutOnlyWhereSomethingPointsToOne() {
        String question = "Present or absent: life-threatening toxicity or hypersensitivity?";
        PatientCaseBuilder well = confirmed().age(44).control(Control.GOOD).current("intrathecal baclofen");

        assertThat(asked(well)).isNotEmpty().doesNotContain(question);
        assertThat(asked(well.symptoms("lethargy"))).contains(question);
    }

    @Test
    void theKidneyFunctionIsAskedAboutWhereADoseWaitsForIt() {
        PatientCaseBuilder next = confirmed()
                .age(44)
                .control(Control.POOR)
                .acuteSevereExacerbation(Answer.NO)
                .liverFunction(PatientCase.LiverFunction.NORMAL)
                .noConditions("diabetes", "sleep-apnoea", "liver-disease", "alcohol-use", "substance-use-disorder")
                .treatmentHistory(Completeness.COMPLETE)
                .medicationList(Completeness.COMPLETE)
                .past("diazepam", drug -> drug.response(Response.NONE).adequateTrial(Answer.YES));

        assertThat(asked(next)).contains("What is the creatinine clearance?");
        assertThat(asked(next.creatinineClearance(BigDecimal.valueOf(90))))
                .isNotEmpty()
                .noneMatch(text -> text.contains("creatinine"));
    }

    @Test
    void whoseSymptomsHaveNotComeBackHasNoExacerbation() {
        String question = "Is there an acute severe exacerbation?";

        assertThat(asked(confirmed().age(50))).contains(question);
        assertThat(asked(confirmed().age(50).relapse(Answer.NO))).isNotEmpty().doesNotContain(question);
    }

    @Test
    void whoseControlIsStatedAtTheClinicIsNotAskedForAnExacerbation() {
        String question = "Is there an acute severe exacerbation?";
        PatientCaseBuilder poor = confirmed().age(50).control(Control.POOR);

        assertThat(asked(poor)).contains(question);
        assertThat(asked(poor.setting(PatientCase.Setting.OUTPATIENT)))
                .isNotEmpty()
                .doesNotContain(question);
        assertThat(asked(confirmed().age(50).setting(PatientCase.Setting.OUTPATIENT)))
                .contains(question);
    }

    @Test
    void anAllergyToWhatIsTakenWellIsNotAskedAbout() {
        PatientCaseBuilder untreated = confirmed()
                .age(50)
                .control(Control.POOR)
                .acuteSevereExacerbation(Answer.NO)
                .liverFunction(PatientCase.LiverFunction.NORMAL)
                .noConditions("sleep-apnoea", "narrow-angle-glaucoma", "myasthenia-gravis", "alcohol-use")
                .treatmentHistory(Completeness.COMPLETE)
                .medicationList(Completeness.COMPLETE);
        PatientCaseBuilder treated =
                confirmed().age(50).control(Control.POOR).current("diazepam", drug -> drug.response(Response.PARTIAL));

        assertThat(asked(untreated)).contains("Present or absent: allergy to diazepam?");
        assertThat(asked(treated)).noneMatch(text -> text.contains("allergy to diazepam"));
    }

    @Test
    void pregnancyIsAskedAboutAtTheAgesAtWhichItIsPossible() {
        assertThat(asked(onValproate(Sex.FEMALE, 30))).contains("Present or absent: pregnancy?");
        assertThat(asked(onValproate(Sex.FEMALE, 83))).noneMatch(text -> text.contains("pregnan"));
        assertThat(asked(onValproate(Sex.MALE, 30))).noneMatch(text -> text.contains("pregnan"));
    }

    private static PatientCaseBuilder onValproate(Sex sex, int age) {
        return confirmed()
                .sex(sex)
                .age(age)
                .liverFunction(PatientCase.LiverFunction.NORMAL)
                .control(Control.POOR)
                .acuteSevereExacerbation(Answer.NO)
                .conditions("bipolar-1-disorder")
                .current("valproate")
                .current("diazepam")
                .treatmentHistory(Completeness.COMPLETE)
                .medicationList(Completeness.COMPLETE);
    }

    @Test
    void inAnEmergencyWhatBearsOnSafetyIsAskedFirst() {
        List<OpenQuestion> questions = RULES.questions(
                confirmed().symptoms("respiratory-spasm").current("diazepam").build());

        assertThat(questions)
                .extracting(question -> question.answers().get(0).reach())
                .startsWith(Reach.SAFETY)
                .isSortedAccordingTo(Comparator.comparing((Reach reach) -> reach != Reach.SAFETY));
    }

    @Test
    void whatIsKnownIsNotAsked() {
        assertThat(asked(confirmed().age(50)))
                .contains(
                        "Is there an acute severe exacerbation?",
                        "How well are the symptoms controlled?",
                        "Has the patient ever had benzodiazepine? It is not on record.");
        assertThat(asked(confirmed()
                        .age(50)
                        .treatmentHistory(Completeness.COMPLETE)
                        .control(Control.POOR)
                        .acuteSevereExacerbation(Answer.NO)))
                .isNotEmpty()
                .noneMatch(text -> text.contains("exacerbation")
                        || text.contains("controlled")
                        || text.startsWith("Has the patient ever had"));
    }

    @Test
    void whoseSymptomsAreWellControlledHasNoExacerbation() {
        assertThat(asked(confirmed().age(50).control(Control.GOOD).current("diazepam")))
                .isNotEmpty()
                .doesNotContain("Is there an acute severe exacerbation?");
    }

    @Test
    void nothingIsAskedThatTheCaseAnswers() {
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        for (int i = 0; i < GENERATED; i++) {
            PatientCase patientCase = generator.next();
            List<String> texts = RULES.questions(patientCase).stream()
                    .map(OpenQuestion::text)
                    .toList();

            assertThat(texts).as("case %d of seed %d", i, SEED).hasSizeLessThanOrEqualTo(MOST);
            assertThat(AnsweredQuestions.first(patientCase, texts, RULES.vocabulary()))
                    .as("case %d of seed %d", i, SEED)
                    .isEmpty();
        }
    }
}
