package org.spsrules.authoring.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.io.PatientCaseReader;

/**
 * By which scenario the default report tells each statement to a patient whom it concerns, and not only cites it in a
 * vocabulary, on a page or on request (D-71). Immutable and safe for use by several threads.
 */
public final class Told {

    private final Map<String, Scenario> tellers;

    private Told(Map<String, Scenario> tellers) {
        this.tellers = Map.copyOf(tellers);
    }

    /** What is told in the cases of these scenarios. A case that cannot be evaluated tells nothing. */
    public static Told by(Knowledge knowledge, List<Scenario> scenarios) {
        Map<String, Scenario> tellers = new HashMap<>();
        try (SpsRules rules = SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate)) {
            PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());
            for (Scenario scenario : scenarios) {
                if (scenario.expected().fires().orElse(true)) {
                    report(rules, reader, scenario)
                            .ifPresent(report ->
                                    shown(report).forEach(citation -> tellers.putIfAbsent(citation.id(), scenario)));
                }
            }
        }
        return new Told(tellers);
    }

    private static Optional<Report> report(SpsRules rules, PatientCaseReader reader, Scenario scenario) {
        try {
            return Optional.of(rules.evaluate(reader.read(scenario.patientCase())));
        } catch (InvalidCaseException | RuleFailedException e) {
            return Optional.empty();
        }
    }

    /** The first scenario in which a statement is told; empty if it is only cited. */
    public Optional<Scenario> tellerOf(String statementId) {
        return Optional.ofNullable(tellers.get(statementId));
    }

    /**
     * What a reader of the default report is told for certain: all of it, and while something cannot wait only what is
     * critical, because of the rest the page may have room for no more than titles.
     */
    private static Stream<Citation> shown(Report report) {
        if (report.isUrgent()) {
            return report.alerts().stream()
                    .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                    .flatMap(alert -> alert.basis().citations().stream());
        }
        return Stream.of(
                        report.alerts().stream().flatMap(Told::of),
                        report.recommendations().stream().flatMap(Told::of),
                        report.withheld().stream().flatMap(item -> of(item.basis(), item.obstacles())))
                .flatMap(stream -> stream);
    }

    private static Stream<Citation> of(Alert alert) {
        return Stream.concat(
                of(alert.basis(), alert.obstacles()),
                alert.likewise().stream().flatMap(other -> of(other.basis(), other.obstacles())));
    }

    private static Stream<Citation> of(Recommendation item) {
        return Stream.of(
                        of(item.basis(), item.cautions()),
                        item.likewise().stream().flatMap(other -> other.basis().citations().stream()),
                        item.notes().stream().map(Note::citations).flatMap(List::stream),
                        item.dosing().figures().stream()
                                .map(Dosing.Figure::citations)
                                .flatMap(List::stream))
                .flatMap(stream -> stream);
    }

    private static Stream<Citation> of(Basis basis, List<Obstacle> obstacles) {
        return Stream.concat(
                basis.citations().stream(),
                obstacles.stream().map(Obstacle::citations).flatMap(List::stream));
    }
}
