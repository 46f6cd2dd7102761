package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.Answer.NO;
import static org.spsrules.Answer.UNKNOWN;
import static org.spsrules.Answer.YES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Plan.RequestedBy;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;
import org.spsrules.SpsRules;
import org.spsrules.TestDraft;
import org.spsrules.TreatmentDraft;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;

/** Every question of every fact about the case knows what is not so from what is not known. */
class ThreeValuesTest {

    private static final SpsRules RULES = BuiltIn.rules();
    private static final List<Row> ROWS = new ArrayList<>();

    /** Facts that rules conclude or that follow from others; nothing of them is left open by the case itself. */
    private static final Set<String> DERIVED = Set.of("Option", "Contraindication", "Interaction", "Finding");

    private record Row(String type, String question, List<String> arguments, Answer answer, PatientCase patientCase) {

        @Override
        public String toString() {
            return type + "." + question + arguments + " is " + answer;
        }
    }

    private static void row(String asked, Answer answer, Consumer<PatientCaseBuilder> facts) {
        PatientCaseBuilder builder = PatientCase.asOf(LocalDate.of(2026, 1, 15));
        facts.accept(builder);
        String[] parts = asked.split("[. ]", 2);
        String[] words = parts[1].split(" ", 2);
        List<String> arguments = words.length == 1 ? List.of() : Arrays.asList(words[1].split(", "));
        ROWS.add(new Row(parts[0], words[0], arguments, answer, builder.build()));
    }

    private static void treatment(String question, Answer answer, Consumer<TreatmentDraft> details) {
        row("Treatment." + question, answer, builder -> builder.past("diazepam", details));
    }

    private static void result(String question, Answer answer, Result result, Consumer<TestDraft> details) {
        row("TestResult." + question, answer, builder -> builder.test("hbsag", result, details));
    }

    static {
        for (String question : List.of("has sleep-apnoea", "hasAny sleep-apnoea, fever")) {
            row("Patient." + question, YES, builder -> builder.conditions("sleep-apnoea"));
            row("Patient." + question, UNKNOWN, builder -> {});
            row(
                    "Patient." + question,
                    NO,
                    builder -> builder.noConditions("sleep-apnoea").noSymptoms("fever"));
        }
        row("Patient.has sleep-apnoea", NO, builder -> builder.conditionList(Completeness.COMPLETE));
        row("Patient.has pregnancy", UNKNOWN, builder -> builder.conditionList(Completeness.COMPLETE));
        row("Patient.has pregnancy", NO, builder -> builder.sex(Sex.MALE));
        row("Patient.hasNot sleep-apnoea", YES, builder -> builder.noConditions("sleep-apnoea"));
        row("Patient.hasNot sleep-apnoea", UNKNOWN, builder -> {});
        row("Patient.hasNot sleep-apnoea", NO, builder -> builder.conditions("sleep-apnoea"));
        row("Patient.mayHave sleep-apnoea", YES, builder -> {});
        row("Patient.mayHave sleep-apnoea", NO, builder -> builder.noConditions("sleep-apnoea"));
        row("Patient.unclear sleep-apnoea", YES, builder -> {});
        row("Patient.unclear sleep-apnoea", NO, builder -> builder.conditions("sleep-apnoea"));
        row("Patient.adult", YES, builder -> builder.age(18));
        row("Patient.adult", UNKNOWN, builder -> {});
        row("Patient.adult", NO, builder -> builder.age(17));
        row("Patient.child", YES, builder -> builder.age(17));
        row("Patient.child", UNKNOWN, builder -> {});
        row("Patient.child", NO, builder -> builder.age(18));
        row("Patient.ageUnknown", YES, builder -> {});
        row("Patient.ageUnknown", NO, builder -> builder.age(18));
        row("Patient.female", YES, builder -> builder.sex(Sex.FEMALE));
        row("Patient.female", UNKNOWN, builder -> {});
        row("Patient.female", NO, builder -> builder.sex(Sex.MALE));
        row("Patient.male", YES, builder -> builder.sex(Sex.MALE));
        row("Patient.male", UNKNOWN, builder -> {});
        row("Patient.male", NO, builder -> builder.sex(Sex.FEMALE));
        row("Patient.creatinineClearanceUnknown", YES, builder -> {});
        row("Patient.creatinineClearanceUnknown", NO, builder -> builder.creatinineClearance(BigDecimal.TEN));
        row("Patient.allergicTo diazepam", YES, builder -> builder.allergies("benzodiazepine"));
        row("Patient.allergicTo benzodiazepine", YES, builder -> builder.allergies("lorazepam"));
        row(
                "Patient.allergicTo diazepam",
                NO,
                builder -> builder.allergies("clonazepam").noAllergies("diazepam"));
        row("Patient.allergicTo diazepam", UNKNOWN, builder -> {});
        row("Patient.allergicTo diazepam", NO, builder -> builder.noAllergies("benzodiazepine"));
        row("Patient.allergicTo diazepam", NO, builder -> builder.allergyList(Completeness.COMPLETE));

        for (Status status : List.of(Status.CONFIRMED, Status.SUSPECTED, Status.EXCLUDED)) {
            String question = "Diagnosis." + status.name().toLowerCase(Locale.ROOT);
            row(question, YES, builder -> builder.diagnosis(status));
            row(question, UNKNOWN, builder -> {});
            Status other = status == Status.EXCLUDED ? Status.SUSPECTED : Status.EXCLUDED;
            row(question, NO, builder -> builder.diagnosis(other));
        }
        row("Diagnosis.confirmed", YES, builder -> builder.treatedAsSps(YES));
        row("Diagnosis.notStated", YES, builder -> {});
        row("Diagnosis.notStated", NO, builder -> builder.diagnosis(Status.SUSPECTED));
        row("Diagnosis.variant perm", YES, builder -> builder.variant("perm"));
        row("Diagnosis.variant perm", UNKNOWN, builder -> {});
        row("Diagnosis.variant perm", NO, builder -> builder.variant("stiff-limb"));
        row("Diagnosis.labelled anxiety-disorder", YES, builder -> builder.psychiatricLabels("anxiety-disorder"));
        row("Diagnosis.labelled anxiety-disorder", NO, builder -> {});

        row("Course.uncontrolled", YES, builder -> builder.control(Control.POOR));
        row("Course.uncontrolled", UNKNOWN, builder -> {});
        row("Course.uncontrolled", NO, builder -> builder.control(Control.GOOD));
        row("Course.maybeUncontrolled", YES, builder -> {});
        row("Course.maybeUncontrolled", NO, builder -> builder.control(Control.GOOD));
        answered("Course.disabling", PatientCaseBuilder::disabling);
        row("Course.maybeDisabling", YES, builder -> {});
        row("Course.maybeDisabling", NO, builder -> builder.disabling(Answer.NO));
        answered("Course.acuteSevereExacerbation", PatientCaseBuilder::acuteSevereExacerbation);
        answered("Course.relapse", PatientCaseBuilder::relapse);

        for (String question : List.of("had benzodiazepine", "hadAny benzodiazepine, ivig")) {
            row("History." + question, YES, builder -> builder.past("diazepam", draft -> {}));
            row("History." + question, UNKNOWN, builder -> builder.medicationList(Completeness.COMPLETE));
            row("History." + question, NO, builder -> builder.treatmentHistory(Completeness.COMPLETE));
        }
        row("History.neverHad diazepam", YES, builder -> builder.treatmentHistory(Completeness.COMPLETE));
        row("History.neverHad diazepam", UNKNOWN, builder -> {});
        row("History.neverHad diazepam", NO, builder -> builder.current("diazepam"));
        row("History.untried diazepam", YES, builder -> {});
        row("History.untried diazepam", NO, builder -> builder.current("diazepam"));
        row("History.takes diazepam", YES, builder -> builder.current("diazepam"));
        row("History.takes diazepam", UNKNOWN, builder -> {});
        row("History.takes diazepam", NO, builder -> builder.medicationList(Completeness.COMPLETE));
        row("History.takesNo diazepam", YES, builder -> builder.medicationList(Completeness.COMPLETE));
        row("History.takesNo diazepam", UNKNOWN, builder -> {});
        row("History.takesNo diazepam", NO, builder -> builder.current("diazepam"));
        row("History.mayTake diazepam", YES, builder -> {});
        row("History.mayTake diazepam", NO, builder -> builder.medicationList(Completeness.COMPLETE));
        row("History.declined diazepam", YES, builder -> builder.declined("benzodiazepine"));
        row("History.declined diazepam", NO, builder -> {});
        row("History.unavailable diazepam", YES, builder -> builder.unavailable("diazepam"));
        row("History.unavailable diazepam", NO, builder -> {});
        row("History.unsuitable diazepam", YES, builder -> builder.unsuitable("benzodiazepine"));
        row("History.unsuitable diazepam", NO, builder -> {});
        row("History.neverHad diazepam", YES, builder -> builder.never("benzodiazepine"));
        row("History.neverHad diazepam", UNKNOWN, builder -> builder.never("clonazepam"));
        row("History.had diazepam", NO, builder -> builder.never("diazepam"));
        row("History.takes diazepam", NO, builder -> builder.never("diazepam"));

        row("Tests.positive hbsag", YES, builder -> builder.test("hbsag", Result.POSITIVE, draft -> {}));
        row("Tests.positive hbsag", UNKNOWN, builder -> builder.test("hbsag", Result.PENDING, draft -> {}));
        row("Tests.positive hbsag", NO, builder -> builder.test("hbsag", Result.NEGATIVE, draft -> {}));
        row("Tests.negative hbsag", YES, builder -> builder.test("hbsag", Result.NEGATIVE, draft -> {}));
        row("Tests.negative hbsag", UNKNOWN, builder -> {});
        row("Tests.negative hbsag", NO, builder -> builder.test("hbsag", Result.POSITIVE, draft -> {}));
        row("Tests.noResult hbsag", YES, builder -> {});
        row("Tests.pending hbsag", YES, builder -> builder.test("hbsag", Result.PENDING, draft -> {}));
        row("Tests.pending hbsag", NO, builder -> builder.test("hbsag", Result.NEGATIVE, draft -> {}));
        row("Tests.notDone hbsag", YES, builder -> {});
        row("Tests.notDone hbsag", NO, builder -> builder.test("hbsag", Result.PENDING, draft -> {}));
        row("Tests.noResult hbsag", NO, builder -> builder.test("hbsag", Result.NEGATIVE, draft -> {}));

        result("isA hepatitis-b-screen", YES, Result.POSITIVE, draft -> {});
        result("isA hepatitis-b-screen", NO, Result.NEGATIVE, draft -> {});
        for (String question : List.of("positive", "negative")) {
            Result same = question.equals("positive") ? Result.POSITIVE : Result.NEGATIVE;
            Result opposite = question.equals("positive") ? Result.NEGATIVE : Result.POSITIVE;
            result(question, YES, same, draft -> {});
            result(question, NO, opposite, draft -> {});
        }
        result("dateUnknown", YES, Result.POSITIVE, draft -> {});
        result("dateUnknown", NO, Result.POSITIVE, draft -> draft.date(LocalDate.of(2026, 1, 1)));

        treatment("startDateUnknown", YES, draft -> {});
        treatment("startDateUnknown", NO, draft -> draft.started(LocalDate.of(2026, 1, 1)));
        treatment("highestTolerated", YES, draft -> draft.highestTolerated(YES));
        treatment("highestTolerated", UNKNOWN, draft -> {});
        treatment("highestTolerated", NO, draft -> draft.highestTolerated(NO));
        treatment("takenAsPrescribed", YES, draft -> draft.takenAsPrescribed(YES));
        treatment("takenAsPrescribed", UNKNOWN, draft -> {});
        treatment("takenAsPrescribed", NO, draft -> draft.takenAsPrescribed(NO));
        treatment("notTakenAsPrescribed", YES, draft -> draft.takenAsPrescribed(NO));
        treatment("notTakenAsPrescribed", UNKNOWN, draft -> {});
        treatment("notTakenAsPrescribed", NO, draft -> draft.takenAsPrescribed(YES));
        treatment("isA benzodiazepine", YES, draft -> {});
        treatment("isA ivig", NO, draft -> {});
        treatment("isAny benzodiazepine", YES, draft -> {});
        treatment("isAny ivig", NO, draft -> {});
        treatment("forSps", YES, draft -> draft.indication(Indication.SPS));
        treatment("forSps", NO, draft -> draft.indication(Indication.ANOTHER_DISEASE));
        treatment("forAnotherDisease", YES, draft -> draft.indication(Indication.ANOTHER_DISEASE));
        treatment("forAnotherDisease", NO, draft -> draft.indication(Indication.SPS));
        treatment("indicationUnknown", YES, draft -> {});
        treatment("indicationUnknown", NO, draft -> draft.indication(Indication.SPS));
        treatment("forSpsUnlessSaid", YES, draft -> {});
        treatment("forSpsUnlessSaid", NO, draft -> draft.indication(Indication.ANOTHER_DISEASE));
        treatment("adequacyUnknown", YES, draft -> {});
        treatment("adequacyUnknown", NO, draft -> draft.adequateTrial(NO));
        treatment("scheduleUnknown", YES, draft -> {});
        treatment("scheduleUnknown", NO, draft -> draft.schedule(Schedule.SCHEDULED));
        treatment("past", YES, draft -> {});
        treatment("current", NO, draft -> {});
        treatment("endDateUnknown", YES, draft -> {});
        treatment("endDateUnknown", NO, draft -> draft.stopped(LocalDate.of(2026, 1, 1)));
        for (String question : List.of("endedAbruptly", "endedGradually")) {
            Manner same = question.equals("endedAbruptly") ? Manner.ABRUPT : Manner.GRADUAL;
            Manner opposite = question.equals("endedAbruptly") ? Manner.GRADUAL : Manner.ABRUPT;
            treatment(question, YES, draft -> draft.ending(same));
            treatment(question, UNKNOWN, draft -> {});
            treatment(question, NO, draft -> draft.ending(opposite));
        }
        treatment("maybeEndedAbruptly", YES, draft -> {});
        treatment("maybeEndedAbruptly", NO, draft -> draft.ending(Manner.GRADUAL));
        treatment("maybeEndedAbruptly", NO, draft -> draft.singleDose(YES));
        treatment("singleDose", YES, draft -> draft.singleDose(YES));
        treatment("singleDose", NO, draft -> {});
        treatment("singleDose", NO, draft -> draft.singleDose(NO));
        row("Treatment.current", YES, builder -> builder.current("diazepam"));
        row("Treatment.past", NO, builder -> builder.current("diazepam"));
        for (String question : List.of("adequateTrial", "inadequateTrial")) {
            Answer same = question.equals("adequateTrial") ? YES : NO;
            Answer opposite = question.equals("adequateTrial") ? NO : YES;
            treatment(question, YES, draft -> draft.adequateTrial(same));
            treatment(question, UNKNOWN, draft -> {});
            treatment(question, NO, draft -> draft.adequateTrial(opposite));
        }
        treatment("maybeInadequateTrial", YES, draft -> {});
        treatment("maybeInadequateTrial", NO, draft -> draft.adequateTrial(YES));
        for (String question : List.of("insufficientResponse", "failed")) {
            treatment(question, YES, draft -> draft.adequateTrial(YES).response(Response.NONE));
            treatment(question, UNKNOWN, draft -> draft.response(Response.NONE));
            treatment(question, UNKNOWN, draft -> draft.adequateTrial(YES));
            treatment(question, UNKNOWN, draft -> {});
            treatment(question, NO, draft -> draft.response(Response.GOOD));
            treatment(question, NO, draft -> draft.adequateTrial(NO));
        }
        treatment("insufficientResponse", YES, draft -> draft.adequateTrial(YES).response(Response.PARTIAL));
        treatment("failed", NO, draft -> draft.response(Response.PARTIAL));
        treatment("fellShort", YES, draft -> draft.response(Response.WORSE));
        treatment("fellShort", UNKNOWN, draft -> {});
        treatment("fellShort", NO, draft -> draft.response(Response.GOOD));
        treatment("helped", YES, draft -> draft.response(Response.PARTIAL));
        treatment("helped", UNKNOWN, draft -> {});
        treatment("helped", NO, draft -> draft.response(Response.NONE));
        treatment("tolerated", YES, draft -> draft.tolerated(YES));
        treatment("tolerated", UNKNOWN, draft -> {});
        treatment("tolerated", NO, draft -> draft.tolerated(NO));
        treatment("notTolerated", YES, draft -> draft.tolerated(NO));
        treatment("notTolerated", UNKNOWN, draft -> {});
        treatment("notTolerated", NO, draft -> draft.tolerated(YES));
        treatment("woreOff", YES, draft -> draft.woreOff(YES));
        treatment("woreOff", UNKNOWN, draft -> {});
        treatment("woreOff", NO, draft -> draft.woreOff(NO));
        treatment("scheduled", YES, draft -> draft.schedule(Schedule.SCHEDULED));
        treatment("scheduled", UNKNOWN, draft -> {});
        treatment("scheduled", NO, draft -> draft.schedule(Schedule.AS_NEEDED));
        treatment("asNeeded", YES, draft -> draft.schedule(Schedule.AS_NEEDED));
        treatment("asNeeded", UNKNOWN, draft -> {});
        treatment("asNeeded", NO, draft -> draft.schedule(Schedule.SCHEDULED));
        treatment("sideEffect sedation", YES, draft -> draft.sideEffects("sedation"));
        treatment("sideEffect sedation", NO, draft -> {});
        treatment("doseBelow 40 mg/day", YES, draft -> draft.dose("39.9 mg/day"));
        treatment("doseBelow 40 mg/day", UNKNOWN, draft -> {});
        treatment("doseBelow 40 mg/day", NO, draft -> draft.dose("40 mg/day"));
        treatment("doseAtLeast 40 mg/day", YES, draft -> draft.dose("40 mg/day"));
        treatment("doseAtLeast 40 mg/day", UNKNOWN, draft -> {});
        treatment("doseAtLeast 40 mg/day", NO, draft -> draft.dose("39.9 mg/day"));
        treatment("doseUnknown", YES, draft -> {});
        treatment("doseUnknown", NO, draft -> draft.dose("40 mg/day"));

        plan("concerns benzodiazepine", YES, Manner.UNKNOWN);
        plan("end", YES, Manner.UNKNOWN);
        row("Plan.end", NO, builder -> builder.plan(Action.START, "diazepam", Manner.UNKNOWN, RequestedBy.UNKNOWN));
        plan("concerns ivig", NO, Manner.UNKNOWN);
        for (String question : List.of("abrupt", "abruptEnd")) {
            plan(question, YES, Manner.ABRUPT);
            plan(question, UNKNOWN, Manner.UNKNOWN);
            plan(question, NO, Manner.GRADUAL);
        }
        plan("gradual", YES, Manner.GRADUAL);
        plan("gradual", UNKNOWN, Manner.UNKNOWN);
        plan("gradual", NO, Manner.ABRUPT);
        for (String question : List.of("maybeAbrupt", "maybeAbruptEnd")) {
            plan(question, YES, Manner.UNKNOWN);
            plan(question, NO, Manner.GRADUAL);
        }
    }

    private interface Statement {
        PatientCaseBuilder state(PatientCaseBuilder builder, Answer answer);
    }

    private static void answered(String question, Statement statement) {
        for (Answer answer : Answer.values()) {
            row(question, answer, builder -> statement.state(builder, answer));
        }
    }

    private static void plan(String question, Answer answer, Manner manner) {
        row("Plan." + question, answer, builder -> builder.plan(Action.STOP, "diazepam", manner, RequestedBy.UNKNOWN));
    }

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theAnswerIs(Row row) {
        FactType type = FactModel.instance().type(row.type()).orElseThrow();
        Question question = type.question(row.question()).orElseThrow();
        Fact fact = new CaseFacts(RULES.vocabulary(), RULES.knowledge())
                .of(row.patientCase())
                .of(row.type())
                .get(0);

        assertThat(question.answer(fact, row.arguments())).isEqualTo(row.answer());
    }

    @Test
    void everyQuestionIsLookedAt() {
        Set<String> expected = new TreeSet<>();
        for (FactType type : FactModel.instance().types().values()) {
            if (!DERIVED.contains(type.name())) {
                type.questions().values().stream()
                        .filter(question -> !question.isField())
                        .forEach(question -> expected.add(type.name() + "." + question.name()));
            }
        }
        for (Answer answer : List.of(YES, NO)) {
            assertThat(ROWS.stream()
                            .filter(row -> row.answer() == answer)
                            .map(row -> row.type() + "." + row.question())
                            .collect(Collectors.toSet()))
                    .as("questions with a row for %s", answer)
                    .containsAll(expected);
        }
    }

    @Test
    void aValueThatIsNotStatedSaysSo() {
        Fact patient = new CaseFacts(RULES.vocabulary(), RULES.knowledge())
                .of(PatientCase.asOf(LocalDate.of(2026, 1, 15)).build())
                .patient();
        FactType type = FactModel.instance().typeOf(patient);

        for (String name : List.of("age", "weight", "creatinineClearance", "setting")) {
            Question question = type.question(name).orElseThrow();
            assertThat(question.saysUnknown(question.ask(patient, List.of())))
                    .as(name)
                    .isTrue();
        }
    }
}
