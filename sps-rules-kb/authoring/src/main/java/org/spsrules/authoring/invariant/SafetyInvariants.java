package org.spsrules.authoring.invariant;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Recommendation;
import org.spsrules.authoring.invariant.Invariant.Breach;
import org.spsrules.internal.rule.Verb;

/** What a report must say, and must not say, when a drug in use or a plan endangers the patient. */
final class SafetyInvariants {

    private static final int MOST_INTERRUPTIONS = 3;

    private static final String NO_ABRUPT_END = "LW-53";
    private static final String TOXICITY = "D-22";
    private static final String PUMP = "D-47";
    private static final String OPIOID_BOXED_WARNING = "S-OPI";
    private static final Set<String> SEROTONIN_CAUTION = Set.of("DO-39", "L-07");
    private static final Set<String> INTERRUPTED_SUPPLY = Set.of("nil-by-mouth", "missed-doses", "supply-gap");

    private static final List<String> MUST_NOT_END_ABRUPTLY =
            List.of("benzodiazepine", "baclofen-any-route", "antiepileptic", "opioid", "barbiturate", "carisoprodol");

    /** Those of them whose withdrawal sources give days for. */
    private static final List<String> DANGEROUS_TO_END =
            List.of("benzodiazepine", "baclofen-any-route", "antiepileptic", "opioid", "barbiturate");

    private static final int DAYS_OF_DANGER = 3;

    private static final List<Invariant> ALL = List.of(
            missing(
                    "An abrupt stop, cut or switch of a benzodiazepine, of baclofen by any route, of an antiepileptic, an opioid, a"
                            + " barbiturate, carisoprodol or a class that holds one always raises a critical alert, under"
                            + " toxicity too.",
                    SafetyInvariants::abruptEndUnanswered),
            missing(
                    "An interrupted supply of such a drug, or an order to detoxify, always raises a critical alert.",
                    SafetyInvariants::interruptionUnanswered),
            missing(
                    "The end of such a drug within three days, unless only its year is known, it was tapered or taken as needed, or"
                            + " another of its kind is taken, always raises a critical alert.",
                    SafetyInvariants::recentEndUnanswered),
            missing(
                    "An SSRI or SNRI in use always raises the caution, which says not to stop it abruptly.",
                    SafetyInvariants::antidepressantUnanswered),
            new Invariant(
                    "Nothing advises to stop or avoid at once an antidepressant, or another drug in use that must not end"
                            + " abruptly.",
                    SafetyInvariants::adviceToEndAbruptly),
            missing(
                    "An opioid beside a benzodiazepine, in use or planned, always raises the boxed warning.",
                    SafetyInvariants::opioidUnanswered),
            missing(
                    "Clomipramine, in use or planned, always raises a critical alert where SPS is not excluded.",
                    SafetyInvariants::clomipramineUnanswered),
            missing(
                    "Every sign of danger is answered by a critical alert, whatever the diagnosis.",
                    DangerSigns::unanswered),
            missing(
                    "Two drugs of which a label excludes the one beside the other, in use or planned, always raise a critical"
                            + " alert.",
                    SafetyInvariants::exclusionUnanswered),
            new Invariant(
                    "At most three alerts interrupt for a patient in whom nothing can harm now.",
                    SafetyInvariants::tooManyInterruptions));

    private SafetyInvariants() {}

    static List<Invariant> all() {
        return ALL;
    }

    /** An invariant that is broken by the first thing that ought to be answered and is not. */
    private static Invariant missing(String sentence, Function<Outcome, Stream<String>> unanswered) {
        return new Invariant(
                sentence,
                outcome -> unanswered.apply(outcome).findFirst().map(what -> new Breach(Optional.empty(), what)));
    }

    private static Stream<String> abruptEndUnanswered(Outcome outcome) {
        return MUST_NOT_END_ABRUPTLY.stream()
                .flatMap(outcome::toEndAbruptly)
                .flatMap(plan -> plan.therapy().stream())
                .filter(therapy -> criticals(outcome)
                        .filter(alert -> Said.about(alert.subject()).equals(therapy))
                        .noneMatch(alert -> Said.cites(alert.basis(), NO_ABRUPT_END)))
                .map(therapy -> "no critical alert about the abrupt end of " + therapy);
    }

    private static Stream<String> interruptionUnanswered(Outcome outcome) {
        boolean interrupted = outcome.isAnyPresent(INTERRUPTED_SUPPLY)
                || outcome.patientCase().plans().stream().anyMatch(plan -> plan.action() == Plan.Action.DETOXIFICATION);
        boolean answered = criticals(outcome)
                .anyMatch(alert -> Said.cites(alert.basis(), NO_ABRUPT_END) || Said.cites(alert.basis(), TOXICITY));
        return interrupted && !answered
                ? MUST_NOT_END_ABRUPTLY.stream()
                        .filter(outcome::isInUse)
                        .map(kind -> "no critical alert beside " + kind)
                : Stream.empty();
    }

    private static Stream<String> recentEndUnanswered(Outcome outcome) {
        LocalDate recent = outcome.patientCase().asOf().minusDays(DAYS_OF_DANGER);
        boolean answered = criticals(outcome)
                .anyMatch(alert -> Stream.of(NO_ABRUPT_END, TOXICITY, PUMP)
                        .anyMatch(statement -> Said.cites(alert.basis(), statement)));
        return answered
                ? Stream.empty()
                : outcome.patientCase().treatments().given().stream()
                        .filter(treatment -> !treatment.current() && treatment.ending() != Plan.Manner.GRADUAL)
                        .filter(treatment -> treatment.schedule() != Treatment.Schedule.AS_NEEDED)
                        .filter(treatment -> treatment
                                .stopped()
                                .filter(end -> !end.latest().isBefore(recent) && isKnownToTheMonth(end))
                                .isPresent())
                        .map(Treatment::therapy)
                        .filter(drug -> DANGEROUS_TO_END.stream()
                                .anyMatch(kind -> outcome.vocabulary().isA(drug, kind) && !outcome.isInUse(kind)))
                        .map(drug -> "no critical alert about the end of " + drug);
    }

    private static boolean isKnownToTheMonth(PartialDate date) {
        return YearMonth.from(date.earliest()).equals(YearMonth.from(date.latest()));
    }

    private static Stream<String> antidepressantUnanswered(Outcome outcome) {
        return outcome.maybeSps()
                ? outcome.inUse("serotonin-reuptake-inhibitor")
                        .map(treatment -> treatment.therapy())
                        .filter(drug -> outcome.report()
                                .everyAlert()
                                .filter(alert -> Said.about(alert.subject()).equals(drug))
                                .filter(alert -> SEROTONIN_CAUTION.stream()
                                        .anyMatch(statement -> Said.cites(alert.basis(), statement)))
                                .noneMatch(alert -> alert.how().orElse("").contains("abruptly")))
                        .map(drug -> "no caution about " + drug)
                : Stream.empty();
    }

    private static Optional<Breach> adviceToEndAbruptly(Outcome outcome) {
        return outcome.report().recommendations().stream()
                .filter(advice -> advice.action().equals(Verb.AVOID.phrase()))
                .filter(advice -> isInUseAndMustNotEndAbruptly(outcome, advice))
                .findFirst()
                .map(Said::breach);
    }

    private static boolean isInUseAndMustNotEndAbruptly(Outcome outcome, Recommendation advice) {
        return Stream.of("antidepressant", "withdrawal-risk")
                .flatMap(outcome::inUse)
                .anyMatch(treatment -> outcome.vocabulary().isA(treatment.therapy(), Said.about(advice.subject())));
    }

    private static Stream<String> opioidUnanswered(Outcome outcome) {
        Predicate<String> inUse = outcome::isInUse;
        Predicate<String> inUseOrPlanned =
                inUse.or(kind -> outcome.toBegin(kind).findAny().isPresent());
        boolean warned = criticals(outcome).anyMatch(alert -> Said.cites(alert.basis(), OPIOID_BOXED_WARNING));
        return inUseOrPlanned.test("opioid") && inUseOrPlanned.test("benzodiazepine") && !warned
                ? Stream.of("no boxed warning")
                : Stream.empty();
    }

    private static Stream<String> clomipramineUnanswered(Outcome outcome) {
        boolean inUse = outcome.isInUse("clomipramine");
        boolean planned = outcome.toBegin("clomipramine").findAny().isPresent();
        return !outcome.isExcluded()
                        && (inUse || planned)
                        && criticals(outcome)
                                .noneMatch(alert -> Said.about(alert.subject()).equals("clomipramine"))
                ? Stream.of("no critical alert about clomipramine")
                : Stream.empty();
    }

    private static Stream<String> exclusionUnanswered(Outcome outcome) {
        List<String> near = Stream.concat(
                        outcome.inUse().map(Treatment::therapy),
                        outcome.patientCase().plans().stream()
                                .filter(plan -> plan.action() == Plan.Action.START)
                                .flatMap(plan -> plan.therapy().stream()))
                .distinct()
                .toList();
        return outcome.excluding()
                .flatMap(row -> near.stream()
                        .filter(one -> outcome.vocabulary().isA(one, row.therapy()))
                        .filter(one -> near.stream()
                                .anyMatch(other -> !other.equals(one)
                                        && outcome.vocabulary().isA(other, row.with())))
                        .filter(one -> criticals(outcome)
                                .noneMatch(alert -> alert.obstacles().stream()
                                        .anyMatch(obstacle -> obstacle.reason().equals(row.reason()))))
                        .map(one -> "no critical alert about " + one + " with " + row.with()));
    }

    private static Optional<Breach> tooManyInterruptions(Outcome outcome) {
        List<Alert> interrupting =
                outcome.report().alerts().stream().filter(Alert::interrupts).toList();
        return interrupting.size() > MOST_INTERRUPTIONS && !Danger.isPossible(outcome)
                ? Optional.of(Said.breach(interrupting.get(MOST_INTERRUPTIONS)))
                : Optional.empty();
    }

    private static Stream<Alert> criticals(Outcome outcome) {
        return outcome.report().everyAlert().filter(alert -> alert.level() == Alert.Level.CRITICAL);
    }
}
