package org.spsrules.authoring.mutation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.authoring.scenario.ReportTexts;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Interaction;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Takes each row of contraindications, interactions and doses away in turn, and asks whether a scenario fails without it.
 * Only the cases that bring a row about, or whose reports show it, are evaluated anew. Immutable.
 */
public final class RowRemoval {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final ReferenceEvaluator evaluator;
    private final List<Told> scenarios;

    /** Takes rows away from this knowledge base, of which these are the scenarios. */
    public RowRemoval(Knowledge knowledge, List<Scenario> scenarios) {
        this.knowledge = knowledge;
        this.vocabulary = knowledge.vocabulary();
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        PatientCaseReader reader = new PatientCaseReader(vocabulary);
        CaseTerms terms = new CaseTerms(vocabulary);
        Trial whole = new Trial(knowledge);
        this.scenarios = scenarios.parallelStream()
                .flatMap(scenario -> {
                    try {
                        PatientCase patientCase = terms.resolve(reader.read(scenario.patientCase()));
                        return Stream.of(whole.told(scenario, patientCase));
                    } catch (InvalidCaseException | RuleFailedException e) {
                        // What cannot be evaluated notices nothing; it is reported elsewhere.
                        return Stream.empty();
                    }
                })
                .sorted(Comparator.comparing(
                        told -> told.scenario().expected().says().isEmpty()))
                .toList();
    }

    /** A scenario, the facts that rows have brought about in its case, and the texts of its report. */
    private record Told(Scenario scenario, PatientCase patientCase, List<Object> rows, Set<String> texts) {

        boolean says(String text) {
            return texts.stream().anyMatch(said -> said.contains(text));
        }

        boolean names(String therapy) {
            return Stream.concat(
                            patientCase.treatments().given().stream().map(PatientCase.Treatment::therapy),
                            patientCase.plans().stream().flatMap(plan -> plan.therapy().stream()))
                    .anyMatch(therapy::equals);
        }
    }

    /** A knowledge base with some rows, tried on cases. */
    private final class Trial {

        private final CaseFacts facts;
        private final ReportAssembly assembly;

        Trial(Knowledge tried) {
            this.facts = new CaseFacts(vocabulary, tried);
            this.assembly = new ReportAssembly(tried, vocabulary);
        }

        Told told(Scenario scenario, PatientCase patientCase) {
            List<Object> caseFacts = facts.of(patientCase);
            List<Object> rows = caseFacts.stream()
                    .filter(fact -> fact instanceof Contraindication || fact instanceof Interaction)
                    .toList();
            return new Told(scenario, patientCase, rows, ReportTexts.of(report(patientCase, caseFacts)));
        }

        boolean fails(Told told) {
            try {
                Report report = report(told.patientCase, facts.of(told.patientCase));
                return !ScenarioRun.mismatches(told.scenario, report).isEmpty();
            } catch (RuleFailedException e) {
                return true;
            }
        }

        private Report report(PatientCase patientCase, List<Object> caseFacts) {
            return assembly.report(patientCase, caseFacts, evaluator.evaluate(caseFacts));
        }
    }

    /** The contraindications without which no scenario fails, in their order. */
    public List<ContraindicationRow> unnoticedContraindications() {
        return unnoticed(
                knowledge.contraindications(),
                rest -> knowledge.with(rest, knowledge.interactions(), knowledge.dosing()),
                (row, told) -> told.rows.stream()
                                .anyMatch(fact -> fact instanceof Contraindication found
                                        && found.therapy().equals(row.therapy())
                                        && found.condition().equals(row.condition()))
                        || row.exclusion()
                                .filter(exclusion -> told.says(exclusion.untilThen()))
                                .isPresent());
    }

    /** The interactions without which no scenario fails, in their order. */
    public List<InteractionRow> unnoticedInteractions() {
        return unnoticed(
                knowledge.interactions(),
                rest -> knowledge.with(knowledge.contraindications(), rest, knowledge.dosing()),
                (row, told) -> told.rows.stream()
                        .anyMatch(fact -> fact instanceof Interaction found
                                && found.therapy().equals(row.therapy())
                                && found.other().equals(row.with())));
    }

    /** The doses without which no scenario fails, in their order. */
    public List<DoseRow> unnoticedDoses() {
        return unnoticed(
                knowledge.dosing(),
                rest -> knowledge.with(knowledge.contraindications(), knowledge.interactions(), rest),
                (row, told) -> told.says(row.text()) || told.names(row.therapy()));
    }

    /** Whether a scenario can notice that a row is lost. */
    private interface Showing<R> {
        boolean in(R row, Told told);
    }

    private <R> List<R> unnoticed(List<R> rows, Function<List<R>, Knowledge> knowledgeWith, Showing<R> showing) {
        Set<R> noticed = rows.parallelStream()
                .filter(row -> {
                    List<Told> candidates = scenarios.stream()
                            .filter(told -> showing.in(row, told))
                            .toList();
                    List<R> rest =
                            rows.stream().filter(Predicate.not(row::equals)).toList();
                    if (candidates.isEmpty()) {
                        return false;
                    }
                    Trial without = new Trial(knowledgeWith.apply(rest));
                    return candidates.stream().anyMatch(without::fails);
                })
                .collect(Collectors.toSet());
        return rows.stream().filter(row -> !noticed.contains(row)).toList();
    }
}
