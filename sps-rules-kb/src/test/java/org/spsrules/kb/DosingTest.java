package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Dosing.Role;
import org.spsrules.SpsRules;

/** The dose figures that patients on either side of each threshold are shown (D-40 to D-46). */
class DosingTest {

    private static final Pattern DAILY_DOSE = Pattern.compile("\\d ?(mg|g|µg)(/kg)? ?(a|per|/) ?(day|dose)");

    private static final SpsRules RULES = BuiltIn.rules();

    @ParameterizedTest(name = "clearance {0}")
    @CsvSource(delimiter = '|', textBlock = """
            0    | 25 mg/day            | none       | none       | 75 mg/day
            14.9 | 25 mg/day            | none       | none       | 75 mg/day
            15   | 25 % of the usual dose | none     | none       | 25 % of the usual dose
            29.9 | 25 % of the usual dose | none     | none       | 25 % of the usual dose
            30   | 50 % of the usual dose | none     | none       | 50 % of the usual dose
            59.9 | 50 % of the usual dose | none     | none       | 50 % of the usual dose
            60   | 150 mg/day           | 300 mg/day | 450 mg/day | 300-600 mg/day
            120  | 150 mg/day           | 300 mg/day | 450 mg/day | 300-600 mg/day
            """)
    void pregabalinFollowsTheKidney(BigDecimal clearance, String start, String step, String target, String maximum) {
        Dosing dosing = afterDiazepam("pregabalin", patient -> patient.creatinineClearance(clearance));

        assertThat(figure(dosing, Role.START)).isEqualTo(start);
        assertThat(figure(dosing, Role.STEP)).isEqualTo(step);
        assertThat(figure(dosing, Role.TARGET)).isEqualTo(target);
        assertThat(figure(dosing, Role.LABELLED_MAXIMUM)).isEqualTo(maximum);
    }

    @ParameterizedTest(name = "clearance {0}")
    @CsvSource(delimiter = '|', textBlock = """
            0    | 500 mg/day  | none        | 1000 mg/day
            29.9 | 500 mg/day  | none        | 1000 mg/day
            30   | 500 mg/day  | none        | 1500 mg/day
            49.9 | 500 mg/day  | none        | 1500 mg/day
            50   | 1000 mg/day | none        | 2000 mg/day
            79.9 | 1000 mg/day | none        | 2000 mg/day
            80   | 1000 mg/day | 1000 mg/day | 3000 mg/day
            """)
    void levetiracetamFollowsTheKidney(BigDecimal clearance, String start, String step, String maximum) {
        Dosing dosing = afterDiazepam("levetiracetam", patient -> patient.creatinineClearance(clearance));

        assertThat(figure(dosing, Role.START)).isEqualTo(start);
        assertThat(figure(dosing, Role.STEP)).isEqualTo(step);
        assertThat(figure(dosing, Role.LABELLED_MAXIMUM)).isEqualTo(maximum);
    }

    @ParameterizedTest(name = "clearance {0}")
    @CsvSource(delimiter = '|', textBlock = """
            14.9 | 5 mg/day    | none      | none
            15   | none        | none      | none
            59.9 | none        | none      | none
            60   | 15 mg/day   | 5 mg/dose | 80 mg/day
            """)
    void oralBaclofenFollowsTheKidney(BigDecimal clearance, String start, String step, String maximum) {
        Dosing dosing = dosing("oral-baclofen", patient -> {
            patient.creatinineClearance(clearance);
            fellShort(patient, "diazepam");
            fellShort(patient, "pregabalin");
        });

        assertThat(figure(dosing, Role.START)).isEqualTo(start);
        assertThat(figure(dosing, Role.STEP)).isEqualTo(step);
        assertThat(figure(dosing, Role.LABELLED_MAXIMUM)).isEqualTo(maximum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pregabalin", "levetiracetam"})
    void withoutTheClearanceThereIsAQuestionAndNoFigure(String drug) {
        PatientCase patientCase = patient(patient -> fellShort(patient, "diazepam"));

        assertThat(dosing(drug, patientCase).figures()).isEmpty();
        assertThat(dosing(drug, patientCase).withheld())
                .hasValueSatisfying(why -> assertThat(why).contains("creatinine clearance"));
        assertThat(RULES.evaluate(patientCase).questions())
                .anyMatch(question -> question.text().contains("creatinine clearance"));
    }

    @ParameterizedTest(name = "liver {0}")
    @CsvSource(delimiter = '|', textBlock = """
            NORMAL   | 2-10 mg/dose  | 5-100 mg/day | 40 mg/day
            IMPAIRED | 2-2.5 mg/dose | none         | none
            UNKNOWN  | 2-2.5 mg/dose | none         | none
            """)
    void diazepamFollowsTheLiver(LiverFunction liver, String start, String range, String maximum) {
        Dosing dosing = dosing("diazepam", patient -> patient.liverFunction(liver));

        assertThat(figure(dosing, Role.START)).isEqualTo(start);
        assertThat(figure(dosing, Role.RANGE)).isEqualTo(range);
        assertThat(figure(dosing, Role.LABELLED_MAXIMUM)).isEqualTo(maximum);
    }

    @Test
    void aLiverThatIsNotKnownIsAskedAboutAndGetsTheLowerRegimen() {
        PatientCase patientCase = patient(patient -> {});

        assertThat(dosing("diazepam", patientCase).withheld())
                .hasValueSatisfying(why -> assertThat(why).contains("the lower regimen stands in for the usual one"));
        assertThat(RULES.evaluate(patientCase).questions())
                .anyMatch(question -> question.text().startsWith("How well does the liver work?"));
    }

    /** The label of clonazepam excludes significant liver disease and gives no lower dose for the liver. */
    @Test
    void withoutALowerRegimenAnUnknownLiverLeavesNoFigure() {
        Dosing dosing = dosing("clonazepam", patient -> patient.unavailable("diazepam"));

        assertThat(dosing.figures()).isEmpty();
        assertThat(dosing.withheld()).hasValueSatisfying(why -> assertThat(why).startsWith("No dose figure"));
    }

    @Test
    void aListOfConditionsAnswersTheLiver() {
        assertThat(figure(dosing("diazepam", patient -> patient.conditionList(Completeness.COMPLETE)), Role.START))
                .isEqualTo("2-10 mg/dose");
        assertThat(figure(dosing("diazepam", patient -> patient.noConditions("liver-disease")), Role.START))
                .isEqualTo("2-10 mg/dose");
        assertThat(figure(dosing("diazepam", patient -> patient.conditionList(Completeness.PARTIAL)), Role.START))
                .isEqualTo("2-2.5 mg/dose");
    }

    @ParameterizedTest(name = "age {0}")
    @CsvSource(delimiter = '|', textBlock = """
            17 | none
            18 | 2-10 mg/dose
            64 | 2-10 mg/dose
            65 | 2-2.5 mg/dose
            """)
    void ageDecides(int age, String start) {
        Dosing dosing = dosing("diazepam", patient -> patient.age(age).liverFunction(LiverFunction.NORMAL));

        assertThat(figure(dosing, Role.START)).isEqualTo(start);
    }

    @Test
    void thoseWhoNeedLowDosesSeeNoUsualStartStepTargetOrMaximum() {
        Dosing begun = afterDiazepam(
                "pregabalin",
                patient -> patient.creatinineClearance(new BigDecimal("90")).drugSensitivity(Answer.YES));
        Dosing raised = dosing(
                "pregabalin",
                patient(patient -> patient.creatinineClearance(new BigDecimal("90"))
                        .drugSensitivity(Answer.YES)
                        .declined("benzodiazepine")
                        .current("pregabalin", drug -> drug.response(Response.PARTIAL))));

        assertThat(begun.figures()).isEmpty();
        assertThat(begun.withheld()).hasValueSatisfying(why -> assertThat(why).contains("Begin below the usual dose"));
        assertThat(raised.figures()).isEmpty();
    }

    @Test
    void kidneyAndSensitivityAddUp() {
        Dosing dosing = afterDiazepam(
                "pregabalin",
                patient -> patient.creatinineClearance(new BigDecimal("20")).drugSensitivity(Answer.YES));

        assertThat(dosing.figures())
                .singleElement()
                .satisfies(figure -> assertThat(figure.text()).contains("begin below that"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NO      | Begin at a moderate dose        |
            UNKNOWN | Begin at a moderate dose        |
            YES     | Begin below the usual dose      | This patient may need much less of it than others.
            """)
    void sensitivityReplacesTheWordsOnTheDoseAndSaysWhy(Answer sensitive, String words, String caution) {
        Report.Recommendation diazepam = offer("diazepam", patient(patient -> patient.drugSensitivity(sensitive)));

        assertThat(diazepam.how()).hasValueSatisfying(how -> assertThat(how).startsWith(words));
        assertThat(diazepam.cautions())
                .extracting(Report.Obstacle::reason)
                .isEqualTo(caution == null ? List.of() : List.of(caution));
    }

    /** A figure in the text of a rule would be read by children too, and by those whose kidneys fail (D-40, D-41). */
    @Test
    void noTextOfARuleNamesADailyDose() {
        assertThat(RULES.knowledge().rules())
                .allSatisfy(rule -> assertThat(Stream.of(
                                        rule.then().because(),
                                        rule.then().dose(),
                                        rule.then().how(),
                                        rule.then().forPatient())
                                .flatMap(Optional::stream))
                        .as(rule.id())
                        .noneMatch(DAILY_DOSE.asPredicate()));
    }

    @Test
    void theDoseOfRituximabIsMarkedAsThatOfTheNegativeTrial() {
        Dosing dosing = dosing(
                "rituximab",
                patient -> patient.unavailable("ivig")
                        .past("plasmapheresis", plasmapheresis -> plasmapheresis.response(Response.NONE)));

        assertThat(dosing.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.text()).contains("negative");
            assertThat(figure.verified()).isTrue();
        });
    }

    /** No source gives a dose of tacrolimus that was verified, and none says that a dose is safe. */
    @Test
    void nothingIsMadeUp() {
        assertThat(RULES.knowledge().dosing())
                .noneMatch(row -> row.therapy().equals("tacrolimus"))
                .noneMatch(row -> row.text().toLowerCase(Locale.ROOT).contains("safe"))
                .allMatch(row -> !row.sources().isEmpty());
    }

    private static Dosing afterDiazepam(String drug, Consumer<PatientCaseBuilder> details) {
        return dosing(drug, patient -> {
            fellShort(patient, "diazepam");
            details.accept(patient);
        });
    }

    private static Dosing dosing(String drug, Consumer<PatientCaseBuilder> details) {
        return dosing(drug, patient(details));
    }

    private static Dosing dosing(String drug, PatientCase patientCase) {
        return offer(drug, patientCase).dosing();
    }

    private static Report.Recommendation offer(String drug, PatientCase patientCase) {
        Report report = RULES.evaluate(patientCase);
        List<Report.Recommendation> found = report.recommendations().stream()
                .filter(advice -> advice.position().isPresent())
                .filter(advice -> advice.subject()
                        .filter(subject -> subject.code().equals(drug))
                        .isPresent())
                .toList();
        assertThat(found)
                .as("offers of %s in %s", drug, report.recommendations())
                .hasSize(1);
        return found.get(0);
    }

    private static PatientCase patient(Consumer<PatientCaseBuilder> details) {
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .age(50)
                .diagnosis(Status.CONFIRMED)
                .control(Course.Control.POOR);
        details.accept(patient);
        return patient.build();
    }

    private static void fellShort(PatientCaseBuilder patient, String drug) {
        patient.past(drug, trial -> trial.response(Response.NONE).adequateTrial(Answer.YES));
    }

    private static String figure(Dosing dosing, Role role) {
        List<Dosing.Figure> figures = dosing.figures().stream()
                .filter(figure -> figure.role() == role)
                .toList();
        if (figures.isEmpty()) {
            return "none";
        }
        assertThat(figures).as("figures for %s", role).hasSize(1);
        Dosing.Figure figure = figures.get(0);
        String amount = figure.from().equals(figure.to())
                ? figure.from().toPlainString()
                : figure.from().toPlainString() + "-" + figure.to().toPlainString();
        return amount + " " + figure.unit();
    }
}
