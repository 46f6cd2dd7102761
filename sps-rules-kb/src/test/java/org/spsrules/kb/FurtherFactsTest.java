package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.InvalidCaseException;
import org.spsrules.OpenQuestion;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Sex;
import org.spsrules.SpsRules;
import org.spsrules.io.ReportWriter;

/** What a record says in its own way is read as what it amounts to. */
class FurtherFactsTest {

    private static final SpsRules RULES = BuiltIn.rules();

    private static Report report(Consumer<PatientCaseBuilder> facts) {
        PatientCaseBuilder builder = PatientCase.asOf(LocalDate.of(2026, 1, 15));
        facts.accept(builder);
        return RULES.evaluate(builder.build());
    }

    private static Stream<String> alerts(Report report) {
        return report.everyAlert().map(alert -> alert.basis().ruleId());
    }

    private static PatientCaseBuilder continued(PatientCaseBuilder builder, String therapy) {
        return builder.plan(Plan.Action.CONTINUE, therapy, Plan.Manner.UNKNOWN, Plan.RequestedBy.CLINICIAN);
    }

    @Test
    void whatIsToBeContinuedIsCheckedLikeWhatIsTaken() {
        List<String> taken = alerts(
                        report(builder -> builder.current("diazepam").conditions("sleep-apnoea")))
                .toList();

        assertThat(taken).isNotEmpty();
        assertThat(alerts(report(builder -> continued(builder, "Valium").conditions("sleep-apnoea"))))
                .containsAll(taken);
        assertThat(alerts(report(builder -> continued(
                                builder.current("diazepam", drug -> drug.dose("10 mg/day")), "diazepam")
                        .conditions("sleep-apnoea"))))
                .containsAll(taken);
    }

    @Test
    void nobodyStopsAndContinues() {
        assertThatThrownBy(() -> report(builder -> continued(builder, "diazepam")
                        .plan(Plan.Action.STOP, "diazepam", Plan.Manner.GRADUAL, Plan.RequestedBy.CLINICIAN)))
                .isInstanceOf(InvalidCaseException.class)
                .hasMessageContaining("start or continue");
    }

    @Test
    void whatWasGivenAtSomeTimeIsTriedAndMayBeTaken() {
        Consumer<PatientCaseBuilder> confirmed =
                builder -> builder.age(55).diagnosis(Status.CONFIRMED).treatmentHistory(Completeness.COMPLETE);

        assertThat(report(confirmed).recommendations()).anyMatch(FurtherFactsTest::isStartOfDiazepam);
        assertThat(report(confirmed.andThen(builder -> builder.ever("diazepam")))
                        .recommendations())
                .noneMatch(FurtherFactsTest::isStartOfDiazepam);
        assertThatThrownBy(() -> report(builder -> builder.ever("diazepam").never("benzodiazepine")))
                .isInstanceOf(InvalidCaseException.class)
                .hasMessageContaining("never");
    }

    private static boolean isStartOfDiazepam(Report.Recommendation advice) {
        return advice.action().equals("start")
                && advice.subject()
                        .filter(subject -> subject.code().equals("diazepam"))
                        .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "creatine-kinase, HIGH, POSITIVE",
        "creatine-kinase, NORMAL, NEGATIVE",
        "sodium, LOW, POSITIVE",
        "tsh, LOW, POSITIVE",
        "tsh, HIGH, POSITIVE",
        "anti-gad65, HIGH, POSITIVE",
        "emg, NORMAL, NEGATIVE",
        "cord-imaging, NORMAL, NEGATIVE"
    })
    void aLevelIsTheResultThatItIs(String test, Result level, Result result) {
        assertThat(json(test, level)).isEqualTo(json(test, result));
    }

    private static String json(String test, Result result) {
        return new ReportWriter()
                .json(report(builder -> builder.diagnosis(Status.CONFIRMED)
                        .symptoms("rigidity", "confusion")
                        .current("carbamazepine")
                        .test(test, result, it -> it.date(LocalDate.of(2026, 1, 15)))));
    }

    @ParameterizedTest
    @CsvSource({"sodium, HIGH", "creatine-kinase, LOW", "anti-gad65, LOW", "emg, HIGH"})
    void aLevelThatIsNoResultIsNamedAsUnread(String test, Result level) {
        assertThat(report(builder -> builder.test(test, level, it -> {}))
                        .unread()
                        .toString())
                .contains("state its result");
    }

    @Test
    void aTestThatIsKnownNotToBeDoneIsNotAskedAbout() {
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2021, 12, 1))
                .age(83)
                .sex(Sex.FEMALE)
                .diagnosis(Status.CONFIRMED)
                .variant("paraneoplastic")
                .symptomList(Completeness.PARTIAL)
                .symptoms("painful-spasm", "fixed-foot-posture", "weakness", "long-tract-signs")
                .conditionList(Completeness.PARTIAL)
                .conditions("suspected-cancer")
                .test("anti-amphiphysin", Result.POSITIVE, it -> {})
                .test("anti-gad65", Result.NEGATIVE, it -> {})
                .treatmentHistory(Completeness.COMPLETE);

        assertThat(asked(patient)).contains("tests[anti-glycine-receptor]");
        assertThat(asked(patient.test("anti-glycine-receptor", Result.NOT_DONE, it -> {})))
                .doesNotContain("tests[anti-glycine-receptor]");
    }

    private static List<String> asked(PatientCaseBuilder builder) {
        return RULES.questions(builder.build()).stream()
                .map(OpenQuestion::field)
                .toList();
    }

    @Test
    void whatIsSevereIsThere() {
        assertThat(alerts(report(builder -> builder.current("diazepam").severeConditions("sleep-apnoea"))))
                .containsExactlyElementsOf(
                        alerts(report(builder -> builder.current("diazepam").conditions("sleep-apnoea")))
                                .toList());
        assertThatThrownBy(
                        () -> report(builder -> builder.severeSymptoms("fever").noSymptoms("fever")))
                .isInstanceOf(InvalidCaseException.class);
    }

    @Test
    void aSingleDoseHasNoEndToWarnOf() {
        assertThat(alerts(report(builder -> builder.past("diazepam", drug -> drug.stopped(LocalDate.of(2026, 1, 14))))))
                .isNotEmpty();
        assertThat(alerts(report(builder -> builder.past(
                        "diazepam",
                        drug -> drug.stopped(LocalDate.of(2026, 1, 14)).singleDose(Answer.YES)))))
                .isEmpty();
    }
}
