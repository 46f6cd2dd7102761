package org.spsrules.authoring.invariant;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.authoring.invariant.Invariant.Breach;
import org.spsrules.internal.rule.Verb;

/** What must hold of a report as a whole. */
final class ReportInvariants {

    /** Holds of a knowledge base that is whole, and not yet of one that has just begun. */
    static final Invariant NEVER_EMPTY = of(
            "A report is never empty.",
            outcome -> outcome.report().recommendations().isEmpty()
                    && outcome.report().alerts().isEmpty()
                    && outcome.report().withheld().isEmpty(),
            outcome -> "no alert, no recommendation, nothing withheld");

    private static final Set<String> EMERGENCY_CARE =
            Set.of("emergency-care", "intensive-care", "monitored-bed", "crisis-service");

    private static final Set<String> GIVING_WAY = Set.of(Verb.CONTINUE.phrase(), Verb.TAPER.phrase());

    private static final List<Invariant> OF_ANY_BASE = List.of(
            new Invariant(
                    "To restore, test, refer or monitor is never withheld, and to continue or taper a drug only where"
                            + " something else comes first for it.",
                    outcome -> outcome.report().withheld().stream()
                            .filter(withheld -> !Outcome.isExposure(withheld.action()))
                            .filter(withheld -> !GIVING_WAY.contains(withheld.action())
                                    || withheld.obstacles().stream()
                                            .anyMatch(obstacle -> obstacle.kind() != Obstacle.Kind.OUTRANKED))
                            .findFirst()
                            .map(ReportInvariants::breach)),
            new Invariant(
                    "What is withheld says why.",
                    outcome -> outcome.report().withheld().stream()
                            .filter(withheld -> withheld.obstacles().isEmpty())
                            .findFirst()
                            .map(ReportInvariants::breach)),
            new Invariant("Every item rests on a source.", ReportInvariants::unfounded),
            of(
                    "Every question names the rules that took an answer for granted.",
                    outcome -> outcome.report().questions().stream()
                            .anyMatch(question -> question.rules().isEmpty()),
                    outcome -> "a question without a rule"),
            new Invariant("Nothing is asked that the case answers.", ReportInvariants::answered),
            new Invariant("Nothing is shown twice.", ReportInvariants::shownTwice),
            new Invariant("Every stated term is read, or named as unread.", ReportInvariants::lostTerm),
            of(
                    "There is no line without a confirmed diagnosis.",
                    outcome -> !outcome.isConfirmed()
                            && outcome.report().standing().line() != Line.NONE,
                    outcome -> "line " + outcome.report().standing().line()),
            of(
                    "The line never falls back behind a therapy in use that helps or has not been judged.",
                    outcome -> outcome.report().standing().line() != Line.NONE
                            && outcome.report().standing().line().compareTo(outcome.lineHeld()) < 0,
                    outcome -> "line " + outcome.report().standing().line() + " behind " + outcome.lineHeld()),
            of(
                    "The most urgent alert comes first.",
                    outcome -> !levels(outcome)
                            .equals(levels(outcome).stream().sorted().toList()),
                    outcome -> levels(outcome).toString()),
            new Invariant(
                    "Emergency care, and what restores an interrupted drug, comes before every step of the ladder.",
                    ReportInvariants::emergencyAfterLadder));

    private ReportInvariants() {}

    static List<Invariant> ofAnyBase() {
        return OF_ANY_BASE;
    }

    private static Invariant of(String sentence, Predicate<Outcome> isBroken, Function<Outcome, String> detail) {
        return new Invariant(
                sentence,
                outcome -> isBroken.test(outcome)
                        ? Optional.of(new Breach(Optional.empty(), detail.apply(outcome)))
                        : Optional.empty());
    }

    private static Breach breach(Report.Withheld withheld) {
        return new Breach(Optional.of(withheld.basis().ruleId()), withheld.title());
    }

    private static Optional<Breach> unfounded(Outcome outcome) {
        Report report = outcome.report();
        Optional<Breach> item = Stream.of(
                        report.recommendations().stream().map(Recommendation::basis),
                        report.recommendations().stream()
                                .flatMap(advice -> advice.likewise().stream())
                                .map(Report.Likewise::basis),
                        report.everyAlert().map(Alert::basis),
                        report.withheld().stream().map(Report.Withheld::basis))
                .flatMap(Function.identity())
                .filter(basis -> basis.citations().isEmpty())
                .map(Basis::ruleId)
                .findFirst()
                .map(ruleId -> new Breach(Optional.of(ruleId), "cites nothing"));
        return item.or(() -> report.recommendations().stream()
                .filter(advice -> Stream.concat(
                                advice.notes().stream().map(Report.Note::citations),
                                advice.dosing().figures().stream().map(Report.Dosing.Figure::citations))
                        .anyMatch(List::isEmpty))
                .findFirst()
                .map(advice -> new Breach(Optional.of(advice.basis().ruleId()), "a note or figure cites nothing")));
    }

    private static Optional<Breach> answered(Outcome outcome) {
        List<String> asked =
                outcome.report().questions().stream().map(Report.Question::text).toList();
        return AnsweredQuestions.first(outcome.patientCase(), asked, outcome.vocabulary())
                .map(text -> new Breach(Optional.empty(), text));
    }

    private static Optional<Breach> shownTwice(Outcome outcome) {
        Report report = outcome.report();
        Set<String> shown = new HashSet<>();
        return Stream.of(
                        report.recommendations().stream().map(advice -> Said.words(advice.action(), advice.subject())),
                        report.withheld().stream().map(withheld -> Said.words(withheld.action(), withheld.subject())),
                        report.everyAlert()
                                .map(alert -> Said.words(alert.basis().ruleId(), alert.subject())),
                        report.questions().stream().map(Report.Question::text))
                .flatMap(Function.identity())
                .filter(words -> !shown.add(words))
                .findFirst()
                .map(words -> new Breach(Optional.empty(), words));
    }

    private static Optional<Breach> lostTerm(Outcome outcome) {
        Report report = outcome.report();
        return outcome.nowhereNamed()
                .filter(code -> report.unread().stream()
                        .noneMatch(unread ->
                                unread.text().contains(outcome.vocabulary().nameOf(code))))
                .filter(code -> subjects(report).noneMatch(code::equals))
                .findFirst()
                .map(code -> new Breach(Optional.empty(), code + " is neither read nor named"));
    }

    private static Stream<String> subjects(Report report) {
        return Stream.of(
                        report.everyAlert().map(Alert::subject),
                        report.recommendations().stream().map(Recommendation::subject),
                        report.withheld().stream().map(Report.Withheld::subject))
                .flatMap(Function.identity())
                .map(Said::about);
    }

    private static List<Alert.Level> levels(Outcome outcome) {
        return outcome.report().alerts().stream().map(Alert::level).toList();
    }

    private static Optional<Breach> emergencyAfterLadder(Outcome outcome) {
        return outcome.report().recommendations().stream()
                .dropWhile(advice -> advice.position().isEmpty())
                .filter(ReportInvariants::isEmergency)
                .findFirst()
                .map(Said::breach);
    }

    private static boolean isEmergency(Recommendation advice) {
        return advice.action().equals(Verb.RESTORE.phrase()) || EMERGENCY_CARE.contains(Said.about(advice.subject()));
    }
}
