package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Position;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.Sex;
import org.spsrules.SpsRules;
import org.spsrules.authoring.invariant.Invariant;
import org.spsrules.authoring.invariant.Invariants;
import org.spsrules.authoring.invariant.Outcome;

/** An invariant that no report could break would say nothing: each is broken here by a report with that one fault. */
class InvariantsCanFailTest {

    private static final SpsRules RULES = BuiltIn.rules();
    private static final Outcome.Reader OUTCOMES = new Outcome.Reader(RULES.knowledge());

    /** A case, and what is wrong with what is said of it. */
    private record Fault(PatientCaseBuilder patient, UnaryOperator<Report> wrong) {}

    private static final Map<String, Fault> FAULTS = faults();

    static List<Invariant> invariants() {
        return Invariants.all();
    }

    @Test
    void eachFaultIsOfAnInvariant() {
        assertThat(invariants()).extracting(Invariant::sentence).containsExactlyInAnyOrderElementsOf(FAULTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void aReportWithTheFaultBreaksIt(Invariant invariant) {
        Fault fault = FAULTS.get(invariant.sentence());
        PatientCase patientCase = fault.patient().build();
        Report report = RULES.evaluate(patientCase);

        assertThat(invariant.breach(OUTCOMES.of(patientCase, report)))
                .as("of what the rules say")
                .isEmpty();
        assertThat(invariant.breach(OUTCOMES.of(patientCase, fault.wrong().apply(report))))
                .as("of what is wrong")
                .isPresent();
    }

    private static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put(
                "Nothing contraindicated is begun or increased.",
                new Fault(confirmed().conditions("sleep-apnoea"), says(offer("start", "diazepam"))));
        faults.put(
                "Nothing is begun or increased that was not tolerated, or did not help in an adequate trial.",
                new Fault(
                        confirmed().past("diazepam", treatment -> treatment.tolerated(Answer.NO)),
                        says(offer("start", "diazepam"))));
        faults.put(
                "Nothing is begun, repeated or raised after an allergy or a grave reaction to it, to its ingredient by"
                        + " another route, or to a cross-reactive member of its class.",
                new Fault(
                        confirmed().past("phenytoin", treatment -> treatment.sideEffects("dress-reaction")),
                        says(offer("start", "carbamazepine"))));
        faults.put(
                "There is no immunotherapy without a confirmed diagnosis.",
                new Fault(patient().diagnosis(Status.SUSPECTED), says(offer("start", "ivig"))));
        faults.put(
                "Rituximab is never ahead of its hepatitis B screen.",
                new Fault(confirmed(), says(offer("start", "rituximab"))));
        faults.put(
                "Valproate is offered only if pregnancy cannot occur or is absent and prevented, and after disease of the"
                        + " liver, of the urea cycle and of POLG has been excluded (D-23).",
                new Fault(
                        confirmed().sex(Sex.FEMALE).pregnancyPotential(Answer.YES), says(offer("start", "valproate"))));
        faults.put(
                "Transplantation is never before the third line is closed.",
                new Fault(confirmed(), says(offer("refer for", "hsct"))));
        faults.put(
                "No later step is begun while an earlier one is open without a stated reason.",
                new Fault(confirmed(), says(offer("add", "pregabalin"))));
        faults.put(
                "Rituximab is never offered without its negative trial.",
                new Fault(confirmed(), says(offer("start", "rituximab"))));
        faults.put(
                "Intrathecal baclofen is never offered without the warning of its risks.",
                new Fault(confirmed(), says(offer("start", "intrathecal-baclofen"))));
        faults.put(
                "Experimental treatments are never recommended.",
                new Fault(confirmed(), says(offer("start", "botulinum-toxin"))));
        faults.put(
                "There is no dose figure under 18 or at an unknown age.",
                new Fault(confirmed().age(17), says(withFigure(offer("start", "diazepam")))));
        faults.put(
                "An abrupt stop, cut or switch of a benzodiazepine, of baclofen by any route, of an antiepileptic, an opioid, a"
                        + " barbiturate, carisoprodol or a class that holds one always raises a critical alert, under"
                        + " toxicity too.",
                new Fault(
                        patient()
                                .current("oral-baclofen")
                                .conditions("dress")
                                .plan(
                                        Plan.Action.STOP,
                                        "oral-baclofen",
                                        Plan.Manner.ABRUPT,
                                        Plan.RequestedBy.CLINICIAN),
                        withoutAlertsOn("oral-baclofen")));
        faults.put(
                "Every sign of danger is answered by a critical alert, whatever the diagnosis.",
                new Fault(patient().diagnosis(Status.EXCLUDED).symptoms("rigidity", "rhabdomyolysis"), alerts()));
        faults.put(
                "An interrupted supply of such a drug, or an order to detoxify, always raises a critical alert.",
                new Fault(patient().current("diazepam").conditions("supply-gap"), alerts()));
        faults.put(
                "The end of such a drug within three days, unless only its year is known, it was tapered or taken as needed, or"
                        + " another of its kind is taken, always raises a critical alert.",
                new Fault(patient().past("diazepam", it -> it.stopped(LocalDate.of(2026, 1, 12))), alerts()));
        faults.put(
                "An SSRI or SNRI in use always raises the caution, which says not to stop it abruptly, or the alarm that it"
                        + " may be what harms now.",
                new Fault(confirmed().current("sertraline"), withoutAlertsOn("sertraline")));
        faults.put(
                "Nothing advises to stop or avoid at once an antidepressant, or another drug in use that must not end"
                        + " abruptly.",
                new Fault(confirmed().current("sertraline"), says(offer("avoid", "ssri"))));
        faults.put(
                "An opioid beside a benzodiazepine, in use or planned, always raises the boxed warning.",
                new Fault(patient().current("diazepam").current("morphine"), alerts()));
        faults.put(
                "Clomipramine, in use or planned, always raises a critical alert where SPS is not excluded.",
                new Fault(patient().current("clomipramine"), withoutAlertsOn("clomipramine")));
        faults.put(
                "Two drugs of which a label excludes the one beside the other, in use or planned, always raise a critical"
                        + " alert.",
                new Fault(
                        patient()
                                .plan(Plan.Action.START, "alprazolam", Plan.Manner.UNKNOWN, Plan.RequestedBy.CLINICIAN)
                                .plan(
                                        Plan.Action.START,
                                        "ketoconazole",
                                        Plan.Manner.UNKNOWN,
                                        Plan.RequestedBy.CLINICIAN),
                        alerts()));
        faults.put(
                "No immunosuppressant or steroid is begun, repeated or raised with a known positive hepatitis B result.",
                new Fault(
                        confirmed().test("hbv-dna", PatientCase.Test.Result.POSITIVE, test -> {}),
                        says(offer("add", "prednisone"))));
        faults.put(
                "Every planned rituximab without a known negative hepatitis B screen raises an alert.",
                new Fault(
                        patient().plan(Plan.Action.START, "rituximab", Plan.Manner.UNKNOWN, Plan.RequestedBy.CLINICIAN),
                        alerts()));
        faults.put(
                "No test is asked for that has a result.",
                new Fault(
                        confirmed().test("emg", PatientCase.Test.Result.POSITIVE, test -> {}),
                        says(offer("test", "emg"))));
        faults.put(
                "At most three alerts interrupt for a patient in whom nothing can harm now.",
                new Fault(
                        confirmed(),
                        alerts(IntStream.rangeClosed(1, 4)
                                .mapToObj(number -> alert(Alert.Level.WARNING, "test/warning-" + number))
                                .toArray(Alert[]::new))));
        faults.put(
                "Of one drug a report says one thing.",
                new Fault(
                        confirmed().current("diazepam"),
                        says(offer("titrate", "diazepam"), offer("review", "benzodiazepine"))));
        faults.put(
                "Of two tapers one waits.",
                new Fault(
                        confirmed().current("pregabalin").current("oral-baclofen"),
                        says(offer("taper", "pregabalin"), offer("taper", "oral-baclofen"))));
        faults.put(
                "Of two raises one waits.",
                new Fault(
                        confirmed().current("diazepam").current("oral-baclofen"),
                        says(offer("titrate", "diazepam"), offer("titrate", "oral-baclofen"))));
        faults.put(
                "Nothing is tapered in a relapse or an acute severe exacerbation.",
                new Fault(confirmed().relapse(Answer.YES).current("pregabalin"), says(offer("taper", "pregabalin"))));
        faults.put(
                "Nothing is raised while a recorded side effect of it is confusion, sedation or respiratory"
                        + " depression.",
                new Fault(
                        confirmed().current("diazepam", treatment -> treatment.sideEffects("sedation")),
                        says(offer("titrate", "diazepam"))));
        faults.put(
                "Nothing is raised while its stop, reduction or exchange is planned.",
                new Fault(
                        confirmed()
                                .current("diazepam")
                                .plan(
                                        Plan.Action.REDUCE,
                                        "benzodiazepine",
                                        Plan.Manner.GRADUAL,
                                        Plan.RequestedBy.CLINICIAN),
                        says(offer("titrate", "diazepam"))));
        faults.put(
                "To restore, test, refer or monitor is never withheld, and to continue or taper a drug only where"
                        + " something else comes first for it.",
                new Fault(confirmed(), withholds("taper", List.of(declined()))));
        faults.put("What is withheld says why.", new Fault(confirmed(), withholds("start", List.of())));
        faults.put(
                "Every item rests on a source.",
                new Fault(confirmed(), alerts(alert(Alert.Level.WARNING, basis("test/a", List.of())))));
        faults.put(
                "Every question names the rules that took an answer for granted.",
                new Fault(
                        confirmed(),
                        report -> copy(
                                report,
                                report.standing(),
                                report.alerts(),
                                report.recommendations(),
                                report.withheld(),
                                List.of(new Report.Question("Why?", List.of())))));
        faults.put(
                "Nothing is asked that the case answers.",
                new Fault(
                        confirmed().conditions("sleep-apnoea"),
                        report -> copy(
                                report,
                                report.standing(),
                                report.alerts(),
                                report.recommendations(),
                                report.withheld(),
                                List.of(new Report.Question(
                                        "Present or absent: sleep apnoea?", List.of("first-line/start-diazepam"))))));
        faults.put(
                "Nothing is shown twice.",
                new Fault(confirmed(), says(offer("refer", "neurology"), offer("refer", "neurology"))));
        faults.put(
                "Every stated term is read, or named as unread.",
                new Fault(confirmed().variant("classic"), InvariantsCanFailTest::withoutUnread));
        faults.put(
                "There is no line without a confirmed diagnosis.",
                new Fault(patient().diagnosis(Status.SUSPECTED), InvariantsCanFailTest::onTheFirstLine));
        faults.put(
                "The line never falls back behind a therapy in use that helps or has not been judged.",
                new Fault(
                        confirmed()
                                .current(
                                        "ivig",
                                        treatment -> treatment.indication(PatientCase.Treatment.Indication.SPS)),
                        InvariantsCanFailTest::onTheFirstLine));
        faults.put(
                "A report is never empty.",
                new Fault(
                        patient(),
                        report -> copy(report, report.standing(), List.of(), List.of(), List.of(), List.of())));
        faults.put(
                "The most urgent alert comes first.",
                new Fault(
                        confirmed(),
                        alerts(alert(Alert.Level.WARNING, "test/a"), alert(Alert.Level.CRITICAL, "test/b"))));
        faults.put(
                "Emergency care, and what restores an interrupted drug, comes before every step of the ladder.",
                new Fault(
                        confirmed(),
                        says(onTheLadder(offer("start", "diazepam")), offer("restore", "intrathecal-baclofen"))));
        return faults;
    }

    private static PatientCaseBuilder patient() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15));
    }

    private static PatientCaseBuilder confirmed() {
        return patient().diagnosis(Status.CONFIRMED);
    }

    private static UnaryOperator<Report> says(Recommendation... advice) {
        return report -> copy(
                report, report.standing(), report.alerts(), List.of(advice), report.withheld(), report.questions());
    }

    private static UnaryOperator<Report> alerts(Alert... alerts) {
        return report -> copy(
                report,
                report.standing(),
                List.of(alerts),
                report.recommendations(),
                report.withheld(),
                report.questions());
    }

    private static UnaryOperator<Report> withoutAlertsOn(String code) {
        return report -> alerts(report.everyAlert()
                        .filter(alert -> alert.subject()
                                .filter(subject -> subject.code().equals(code))
                                .isEmpty())
                        .toArray(Alert[]::new))
                .apply(report);
    }

    private static UnaryOperator<Report> withholds(String action, List<Report.Obstacle> obstacles) {
        Withheld withheld = new Withheld(
                "A title", action, Optional.of(subject("diazepam")), Optional.empty(), obstacles, basis("test/a"));
        return report -> copy(
                report,
                report.standing(),
                report.alerts(),
                report.recommendations(),
                List.of(withheld),
                report.questions());
    }

    private static Report onTheFirstLine(Report report) {
        return copy(
                report,
                new Report.Standing(Line.FIRST, Optional.of("1"), Line.NONE, Line.FIRST, Map.of(), List.of()),
                report.alerts(),
                report.recommendations(),
                report.withheld(),
                report.questions());
    }

    private static Report withoutUnread(Report report) {
        return new Report(
                report.asOf(),
                report.title(),
                report.citation(),
                report.standing(),
                report.alerts(),
                report.recommendations(),
                report.withheld(),
                report.questions(),
                List.of(),
                report.appliedRules(),
                report.notes(),
                report.unlisted(),
                report.knowledge());
    }

    private static Report copy(
            Report report,
            Report.Standing standing,
            List<Alert> alerts,
            List<Recommendation> advice,
            List<Withheld> withheld,
            List<Report.Question> questions) {
        return new Report(
                report.asOf(),
                report.title(),
                report.citation(),
                standing,
                alerts,
                advice,
                withheld,
                questions,
                report.unread(),
                report.appliedRules(),
                report.notes(),
                report.unlisted(),
                report.knowledge());
    }

    private static Report.Obstacle declined() {
        return new Report.Obstacle(Report.Obstacle.Kind.DECLINED, "diazepam", "Declined.", true, List.of(), List.of());
    }

    private static Alert alert(Alert.Level level, String ruleId) {
        return alert(level, basis(ruleId));
    }

    private static Alert alert(Alert.Level level, Basis basis) {
        return new Alert(
                level,
                "A title",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                basis,
                List.of());
    }

    private static Recommendation offer(String action, String code) {
        return advice(action, code, Optional.empty(), new Dosing(List.of(), Optional.empty()));
    }

    private static Recommendation onTheLadder(Recommendation offer) {
        return advice(
                offer.action(),
                offer.subject().orElseThrow().code(),
                Optional.of(new Position(Line.FIRST, "1", Map.of(), Optional.empty())),
                offer.dosing());
    }

    private static Recommendation withFigure(Recommendation offer) {
        Dosing.Figure figure = new Dosing.Figure(
                Dosing.Role.START,
                BigDecimal.ONE,
                BigDecimal.TEN,
                "mg/day",
                "1 to 10 mg a day",
                true,
                List.of(),
                citations());
        return advice(
                offer.action(),
                offer.subject().orElseThrow().code(),
                offer.position(),
                new Dosing(List.of(figure), Optional.empty()));
    }

    private static Recommendation advice(String action, String code, Optional<Position> position, Dosing dosing) {
        return new Recommendation(
                "A title",
                action,
                Optional.of(subject(code)),
                position,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                dosing,
                List.of(),
                basis("test/" + action.replace(' ', '-') + "-" + code),
                List.of());
    }

    private static Subject subject(String code) {
        return new Subject(code, code, List.of());
    }

    private static Basis basis(String ruleId) {
        return basis(ruleId, citations());
    }

    private static Basis basis(String ruleId, List<Citation> citations) {
        return new Basis(
                Report.Section.TREATMENT,
                ruleId,
                "none",
                citations,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Citation> citations() {
        return List.of(new Citation("DO-01", "It says so.", true, List.of(), "none"));
    }
}
