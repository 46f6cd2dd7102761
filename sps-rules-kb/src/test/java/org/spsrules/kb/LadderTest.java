package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.SpsRules;
import org.spsrules.authoring.page.LadderOverview;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Verb;

/** The ladder as it was decided upon, row by row, and each of its gates with each reason for which it opens. */
class LadderTest {

    private static final Set<String> OFFERING =
            Set.of("first-line", "second-line", "third-line", "fourth-line", "urgent", "adjunct");

    private static final SpsRules RULES = BuiltIn.rules();
    private static final String NAMED_AS_CARE = "pain-plan, physical-therapy";

    /** Written out from the project's decisions and, where those are silent, from how it reconciles its sources. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FIRST  | 1       | diazepam, clonazepam, alprazolam          | first line, step 1                             | first line
            FIRST  | 2       | pregabalin, levetiracetam                 | second-line treatments, step 2                 | first line
            FIRST  | 3       | oral-baclofen                             | second-line therapy, step 3                    | first line
            FIRST  | adjunct | pain-plan, corticosteroid, physical-therapy | steroid: immunotherapy option; others not named | first line (steroids, pain medication)
            SECOND | A       | ivig                                      | refractory, step 4                             | second line
            SECOND | B       | intrathecal-baclofen                      | refractory, step 4                             | no line (some benefit, with risks)
            SECOND | C       | plasmapheresis                            | last resort, step 4                            | second line
            THIRD  | 1       | rituximab                                 | refractory, step 4 (before tacrolimus)         | third line (drugs not named)
            THIRD  | 2       | tacrolimus                                | refractory, step 4 (after rituximab)           | third line (drugs not named)
            THIRD  | 3       | mycophenolate, azathioprine, other-immunosuppressant                     | not named       | third line (drugs not named)
            FOURTH | 1       | hsct                                      | not named                                      | fourth line
            """)
    void eachRowIsAsDecided(String line, String step, String therapies, String articleCallsIt, String guideCallsIt) {
        LadderStep row = RULES.knowledge().ladder().stream()
                .filter(other ->
                        other.line().name().equals(line) && other.step().equals(step))
                .findFirst()
                .orElseThrow();

        assertThat(row.therapies()).containsExactlyElementsOf(listed(therapies));
        assertThat(row.numbered()).containsOnly(Map.entry("DO", articleCallsIt), Map.entry("LW", guideCallsIt));
        assertThat(row.sources()).as("sources").isNotEmpty();
        assertThat(row.differ()).as("where the sources differ").isPresent();
        assertThat(LadderOverview.of(RULES.knowledge()))
                .contains("| " + line + " | " + step + " | "
                        + row.therapies().stream()
                                .map(RULES.vocabulary()::nameOf)
                                .collect(Collectors.joining(", "))
                        + " | " + articleCallsIt + " | " + guideCallsIt + " |")
                .doesNotContain("none yet");
    }

    @Test
    void theRowsStandInThisOrderAndThereAreNoOthers() {
        assertThat(RULES.knowledge().ladder())
                .extracting(step -> step.line() + " " + step.step())
                .containsExactly(
                        "FIRST 1",
                        "FIRST 2",
                        "FIRST 3",
                        "FIRST adjunct",
                        "SECOND A",
                        "SECOND B",
                        "SECOND C",
                        "THIRD 1",
                        "THIRD 2",
                        "THIRD 3",
                        "FOURTH 1");
    }

    /** Each therapy of the ladder that is a treatment and not named by a class alone can be offered by some rule. */
    @Test
    void theOfferedTherapiesOfARowAreItsOwn() {
        Set<String> offered = RULES.knowledge().rules().stream()
                .filter(rule -> OFFERING.contains(rule.folder()))
                .filter(rule -> rule.then().verb().role() == Verb.Role.EXPOSURE)
                .flatMap(rule -> rule.then().objects().stream())
                .flatMap(object -> object instanceof Operand.Text text ? Stream.of(text.value()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onTheLadder = RULES.knowledge().ladder().stream()
                .flatMap(step -> step.therapies().stream())
                .filter(code -> !listed(NAMED_AS_CARE).contains(code))
                .collect(Collectors.toSet());

        assertThat(onTheLadder).containsAll(offered);
        assertThat(offered)
                .contains(
                        "diazepam",
                        "clonazepam",
                        "alprazolam",
                        "pregabalin",
                        "levetiracetam",
                        "oral-baclofen",
                        "corticosteroid",
                        "ivig",
                        "intrathecal-baclofen",
                        "plasmapheresis",
                        "rituximab",
                        "tacrolimus",
                        "mycophenolate",
                        "azathioprine",
                        "hsct");
    }

    /** Each gate, with each reason for which it opens, and what does not open it. */
    static Stream<Gate> gates() {
        return Stream.of(
                gate("first step: confirmed SPS")
                        .offers("start diazepam")
                        .butNot("add pregabalin", "add oral-baclofen", "start ivig"),
                gate("second step: failure")
                        .after("diazepam")
                        .offers("add pregabalin", "add levetiracetam")
                        .butNot("add oral-baclofen", "start ivig"),
                gate("second step: contraindication")
                        .with(patient -> patient.conditions("narrow-angle-glaucoma"))
                        .offers("add pregabalin", "add levetiracetam")
                        .butNot("start diazepam", "add oral-baclofen"),
                gate("second step: contraindication, of which pregabalin has a milder form")
                        .with(patient -> patient.conditions("sleep-apnoea"))
                        .offers("add levetiracetam")
                        .butNot("start diazepam", "add pregabalin", "add oral-baclofen"),
                gate("second step: intolerance")
                        .with(patient -> patient.past(
                                "diazepam", drug -> drug.tolerated(Answer.NO).sideEffects("sedation")))
                        .offers("add pregabalin", "add levetiracetam")
                        .butNot("start clonazepam", "add oral-baclofen"),
                gate("second step: no availability")
                        .with(patient -> patient.unavailable("benzodiazepine"))
                        .offers("add pregabalin", "add levetiracetam")
                        .butNot("start diazepam", "add oral-baclofen"),
                gate("second step: refusal")
                        .with(patient -> patient.declined("benzodiazepine"))
                        .offers("add pregabalin", "add levetiracetam")
                        .butNot("start diazepam", "add oral-baclofen"),
                gate("second step: tolerance")
                        .with(patient -> patient.current(
                                "diazepam",
                                drug -> drug.response(Response.GOOD)
                                        .adequateTrial(Answer.YES)
                                        .woreOff(Answer.YES)))
                        .offers("add pregabalin", "review supervised-rotation")
                        .butNot("add oral-baclofen"),
                gate("second step, not yet: another agent")
                        .with(patient -> patient.past(
                                "diazepam", drug -> drug.tolerated(Answer.NO).sideEffects("rash")))
                        .offers("start clonazepam")
                        .butNot("add pregabalin"),
                gate("second step, not yet: too small a trial")
                        .with(patient -> patient.current(
                                "diazepam",
                                drug -> drug.response(Response.PARTIAL).adequateTrial(Answer.NO)))
                        .offers("titrate diazepam")
                        .butNot("add pregabalin"),
                gate("third step: failure of one")
                        .after("diazepam", "pregabalin")
                        .offers("add oral-baclofen")
                        .butNot("add levetiracetam", "start ivig"),
                gate("third step: contraindication")
                        .after("diazepam")
                        .with(patient -> patient.allergies("pregabalin", "levetiracetam"))
                        .offers("add oral-baclofen")
                        .butNot("add pregabalin", "add levetiracetam", "start ivig"),
                gate("third step: intolerance")
                        .after("diazepam")
                        .with(patient -> patient.past("pregabalin", drug -> drug.tolerated(Answer.NO))
                                .past("levetiracetam", drug -> drug.tolerated(Answer.NO)))
                        .offers("add oral-baclofen")
                        .butNot("start ivig"),
                gate("third step: no availability")
                        .after("diazepam")
                        .with(patient -> patient.unavailable("pregabalin", "levetiracetam"))
                        .offers("add oral-baclofen")
                        .butNot("add pregabalin", "start ivig"),
                gate("third step: refusal")
                        .after("diazepam")
                        .with(patient -> patient.declined("antiepileptic"))
                        .offers("add oral-baclofen")
                        .butNot("add pregabalin", "start ivig"),
                gate("third step, not yet: the other is left")
                        .after("diazepam")
                        .with(patient -> patient.past("pregabalin", drug -> drug.tolerated(Answer.NO)))
                        .offers("add levetiracetam")
                        .butNot("add oral-baclofen"),
                gate("immunoglobulin: failure")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .offers("start ivig", "refer for intrathecal-baclofen")
                        .butNot("start plasmapheresis", "start rituximab"),
                gate("immunoglobulin: contraindication")
                        .after("diazepam", "pregabalin")
                        .with(patient -> patient.allergies("oral-baclofen"))
                        .offers("start ivig")
                        .butNot("add oral-baclofen", "start plasmapheresis"),
                gate("immunoglobulin: intolerance")
                        .after("diazepam", "pregabalin")
                        .with(patient -> patient.past("oral-baclofen", drug -> drug.tolerated(Answer.NO)))
                        .offers("start ivig", "refer for intrathecal-baclofen")
                        .butNot("start plasmapheresis"),
                gate("immunoglobulin: no availability")
                        .after("diazepam", "pregabalin")
                        .with(patient -> patient.unavailable("oral-baclofen"))
                        .offers("start ivig", "refer for intrathecal-baclofen")
                        .butNot("start plasmapheresis"),
                gate("immunoglobulin: refusal")
                        .after("diazepam", "pregabalin")
                        .with(patient -> patient.declined("oral-baclofen"))
                        .offers("start ivig", "refer for intrathecal-baclofen")
                        .butNot("start plasmapheresis"),
                gate("immunoglobulin: exacerbation")
                        .with(patient -> patient.acuteSevereExacerbation(Answer.YES))
                        .offers("start ivig", "start plasmapheresis", "start diazepam")
                        .butNot("start rituximab", "refer for hsct"),
                gate("immunoglobulin: PERM")
                        .with(patient -> patient.variant("perm"))
                        .offers("start ivig", "start diazepam")
                        .butNot("start plasmapheresis", "start rituximab"),
                gate("immunoglobulin, not yet: a specialist decides")
                        .after("diazepam", "pregabalin")
                        .with(patient -> patient.conditions("end-stage-kidney-disease"))
                        .offers("monitor symptom-scale")
                        .butNot("add oral-baclofen", "start ivig"),
                gate("plasmapheresis, not yet: rituximab comes first")
                        .after("ivig", "intrathecal-baclofen")
                        .offers("start rituximab")
                        .butNot("start ivig", "start plasmapheresis"),
                gate("plasmapheresis: last resort")
                        .after("ivig", "rituximab", "tacrolimus")
                        .offers("start plasmapheresis", "refer for hsct")
                        .butNot("start ivig"),
                gate("plasmapheresis: immunoglobulin impossible")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.unavailable("ivig"))
                        .offers("start plasmapheresis")
                        .butNot("start ivig"),
                gate("plasmapheresis, not yet: infusions")
                        .with(patient -> patient.past("ivig", drug -> drug.tolerated(Answer.NO))
                                .conditions("recent-ivig-or-monoclonal-antibody"))
                        .offers("start rituximab")
                        .butNot("start plasmapheresis"),
                gate("third line: failure")
                        .after("ivig")
                        .offers("start rituximab")
                        .butNot("start ivig", "start tacrolimus", "refer for hsct"),
                gate("third line: contraindication")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.conditions("iga-deficiency-with-antibodies"))
                        .offers("start rituximab", "start plasmapheresis")
                        .butNot("start ivig", "start tacrolimus"),
                gate("third line: intolerance")
                        .with(patient -> patient.past("ivig", drug -> drug.tolerated(Answer.NO)))
                        .offers("start rituximab")
                        .butNot("start ivig", "start tacrolimus"),
                gate("third line: no availability")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.unavailable("ivig"))
                        .offers("start rituximab")
                        .butNot("start ivig", "start tacrolimus"),
                gate("third line: refusal")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.declined("ivig"))
                        .offers("start rituximab")
                        .butNot("start ivig", "start tacrolimus"),
                gate("third line: no blood products")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.conditions("declines-blood-products"))
                        .offers("start rituximab")
                        .butNot("start ivig"),
                gate("third line, not yet: screen pending")
                        .after("diazepam", "pregabalin", "oral-baclofen")
                        .with(patient -> patient.test("iga", PatientCase.Test.Result.PENDING, details -> {})
                                .test("kidney-function", PatientCase.Test.Result.PENDING, details -> {}))
                        .offers("start ivig")
                        .butNot("start rituximab"),
                gate("tacrolimus: failure")
                        .after("ivig", "rituximab")
                        .offers("start tacrolimus")
                        .butNot("start rituximab", "refer for hsct", "start azathioprine"),
                gate("tacrolimus: contraindication")
                        .after("ivig")
                        .with(patient -> patient.allergies("rituximab"))
                        .offers("start tacrolimus")
                        .butNot("start rituximab", "refer for hsct"),
                gate("tacrolimus: intolerance")
                        .after("ivig")
                        .with(patient -> patient.past("rituximab", drug -> drug.tolerated(Answer.NO)))
                        .offers("start tacrolimus")
                        .butNot("refer for hsct"),
                gate("tacrolimus: no availability")
                        .after("ivig")
                        .with(patient -> patient.unavailable("rituximab"))
                        .offers("start tacrolimus")
                        .butNot("start rituximab", "refer for hsct"),
                gate("tacrolimus: refusal")
                        .after("ivig")
                        .with(patient -> patient.declined("rituximab"))
                        .offers("start tacrolimus")
                        .butNot("start rituximab", "refer for hsct"),
                gate("tacrolimus, not yet: screen pending")
                        .after("ivig")
                        .with(patient -> patient.test("hbsag", PatientCase.Test.Result.PENDING, details -> {})
                                .test("anti-hbc", PatientCase.Test.Result.PENDING, details -> {}))
                        .offers("start rituximab")
                        .butNot("start tacrolimus"),
                gate("tacrolimus, not yet: screen positive")
                        .after("ivig")
                        .with(patient -> patient.test("hbsag", PatientCase.Test.Result.NEGATIVE, details -> {})
                                .test("anti-hbc", PatientCase.Test.Result.POSITIVE, details -> {}))
                        .offers("refer hepatology")
                        .butNot("start rituximab", "start tacrolimus"),
                gate("fourth line: failure")
                        .after("ivig", "rituximab", "tacrolimus")
                        .offers("refer for hsct", "start azathioprine", "start mycophenolate")
                        .butNot("start tacrolimus"),
                gate("fourth line: contraindication")
                        .after("ivig", "rituximab")
                        .with(patient -> patient.allergies("tacrolimus"))
                        .offers("refer for hsct")
                        .butNot("start tacrolimus"),
                gate("fourth line: intolerance")
                        .after("ivig", "rituximab")
                        .with(patient -> patient.past("tacrolimus", drug -> drug.tolerated(Answer.NO)))
                        .offers("refer for hsct")
                        .butNot("start tacrolimus"),
                gate("fourth line: no availability")
                        .after("ivig", "rituximab")
                        .with(patient -> patient.unavailable("tacrolimus"))
                        .offers("refer for hsct")
                        .butNot("start tacrolimus"),
                gate("fourth line: refusal")
                        .after("ivig", "rituximab")
                        .with(patient -> patient.declined("tacrolimus"))
                        .offers("refer for hsct")
                        .butNot("start tacrolimus"),
                gate("fourth line, not yet: not disabling")
                        .after("ivig", "rituximab", "tacrolimus")
                        .with(patient -> patient.disabling(Answer.NO))
                        .offers("start azathioprine")
                        .butNot("refer for hsct"),
                gate("beyond the ladder: unfit")
                        .after("ivig", "plasmapheresis", "rituximab", "tacrolimus")
                        .with(patient -> patient.noConditions("fit-for-transplant"))
                        .offers(
                                "refer specialist-centre",
                                "refer palliative-care",
                                "review diagnosis-review",
                                "review adequacy-review")
                        .butNot("refer for hsct"),
                gate("beyond the ladder: transplantation failed")
                        .after("ivig", "plasmapheresis", "rituximab", "tacrolimus", "hsct")
                        .offers("refer specialist-centre", "refer palliative-care")
                        .butNot("refer for hsct"),
                gate("no step: good control")
                        .after("diazepam")
                        .with(patient -> patient.control(Course.Control.GOOD))
                        .offers("monitor symptom-scale")
                        .butNot("add pregabalin", "titrate diazepam"),
                gate("no step: suspicion only")
                        .after("diazepam")
                        .with(patient -> patient.diagnosis(Status.SUSPECTED))
                        .offers("test anti-gad65")
                        .butNot("add pregabalin"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gates")
    void eachGateOpensForEachReasonAndNotBefore(Gate gate) {
        Set<String> advised = new TreeSet<>();
        gate.report().recommendations().forEach(advice -> advised.add(said(advice)));

        assertThat(advised).containsAll(gate.offered).doesNotContainAnyElementsOf(gate.notOffered);
    }

    /** Who has had an immunosuppressant that nobody names has entered the line of those, by which step is not known. */
    @ParameterizedTest
    @CsvSource({"immunosuppressant, THIRD", "rituximab, THIRD", "ivig, SECOND"})
    void aDrugThatIsNotNamedEntersItsLine(String therapy, Line entered) {
        Report report = gate("entered").after(therapy).report();

        assertThat(report.standing().lineInForce()).isEqualTo(entered);
    }

    /** If nothing of the ladder can be given, the report says why of each, and what remains. */
    @Test
    void whereEverythingIsExcludedEveryExclusionIsNamed() {
        Report report = gate("everything excluded")
                .with(patient -> patient.allergies(
                                "diazepam",
                                "clonazepam",
                                "alprazolam",
                                "pregabalin",
                                "levetiracetam",
                                "oral-baclofen",
                                "ivig",
                                "intrathecal-baclofen",
                                "rituximab",
                                "tacrolimus")
                        .conditions("major-organ-failure", "no-venous-access")
                        .declined("other-immunosuppressant", "corticosteroid"))
                .report();

        assertThat(report.recommendations())
                .filteredOn(advice -> advice.position().isPresent())
                .isEmpty();
        assertThat(report.withheld())
                .extracting(withheld -> withheld.subject().map(Subject::code).orElse(""))
                .contains(
                        "diazepam",
                        "clonazepam",
                        "alprazolam",
                        "pregabalin",
                        "levetiracetam",
                        "oral-baclofen",
                        "ivig",
                        "intrathecal-baclofen",
                        "plasmapheresis",
                        "rituximab",
                        "tacrolimus",
                        "azathioprine",
                        "mycophenolate",
                        "hsct");
        assertThat(report.withheld())
                .allSatisfy(withheld -> assertThat(withheld.obstacles()).isNotEmpty());
        assertThat(report.recommendations())
                .extracting(LadderTest::said)
                .contains("refer specialist-centre", "refer palliative-care", "review diagnosis-review");
    }

    private static Gate gate(String name) {
        return new Gate(name);
    }

    /** A patient with confirmed, uncontrolled and disabling disease, what has been tried, and what is offered now. */
    private static final class Gate {

        private final String name;
        private final PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .age(50)
                .diagnosis(Status.CONFIRMED)
                .control(Course.Control.POOR)
                .disabling(Answer.YES)
                .treatmentHistory(Completeness.COMPLETE);
        private List<String> offered = List.of();
        private List<String> notOffered = List.of();

        private Gate(String name) {
            this.name = name;
        }

        /** What fell short in an adequate trial. */
        Gate after(String... therapies) {
            for (String therapy : therapies) {
                patient.past(therapy, trial -> trial.response(Response.NONE).adequateTrial(Answer.YES));
            }
            return this;
        }

        Gate with(Consumer<PatientCaseBuilder> details) {
            details.accept(patient);
            return this;
        }

        Gate offers(String... advice) {
            offered = List.of(advice);
            return this;
        }

        Gate butNot(String... advice) {
            notOffered = List.of(advice);
            return this;
        }

        Report report() {
            return RULES.evaluate(patient.build());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static String said(Recommendation advice) {
        return advice.action() + " " + advice.subject().map(Subject::code).orElse("");
    }

    private static List<String> listed(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
