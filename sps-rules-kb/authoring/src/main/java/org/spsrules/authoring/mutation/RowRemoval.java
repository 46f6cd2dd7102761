package org.spsrules.authoring.mutation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.authoring.scenario.ReportTexts;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
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
 * Only the cases that bring a row about, or whose reports show it, are evaluated anew, and first those that quote it.
 * Thread-safe.
 */
public final class RowRemoval {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final ReferenceEvaluator evaluator;
    private final Trial whole;
    private final List<Told> scenarios;

    /** Takes rows away from this knowledge base, of which these are the scenarios. */
    public RowRemoval(Knowledge knowledge, List<Scenario> scenarios) {
        this.knowledge = knowledge;
        this.vocabulary = knowledge.vocabulary();
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        this.whole = new Trial(knowledge, new ReportAssembly(knowledge, vocabulary));
        PatientCaseReader reader = new PatientCaseReader(vocabulary);
        CaseTerms terms = new CaseTerms(vocabulary);
        this.scenarios = scenarios.parallelStream()
                .flatMap(scenario -> {
                    try {
                        return Stream.of(new Told(scenario, terms.resolve(reader.read(scenario.patientCase()))));
                    } catch (InvalidCaseException e) {
                        // What cannot be read notices nothing; it is reported elsewhere.
                        return Stream.empty();
                    }
                })
                .toList();
    }

    /** A scenario, the facts that rows have brought about in its case, and the texts of its report once they are asked for. */
    private final class Told {

        private final Scenario scenario;
        private final PatientCase patientCase;
        private final Facts facts;
        private @Nullable Set<String> texts;

        Told(Scenario scenario, PatientCase patientCase) {
            this.scenario = scenario;
            this.patientCase = patientCase;
            this.facts = whole.facts.of(patientCase);
        }

        boolean quotes(String text) {
            return scenario.expected().says().stream().anyMatch(text::contains);
        }

        boolean names(String therapy) {
            return Stream.concat(
                            patientCase.treatments().given().stream().map(PatientCase.Treatment::therapy),
                            patientCase.plans().stream().flatMap(plan -> plan.therapy().stream()))
                    .anyMatch(therapy::equals);
        }

        synchronized boolean says(String text) {
            if (texts == null) {
                texts = whole.textsOf(patientCase);
            }
            return texts.stream().anyMatch(said -> said.contains(text));
        }
    }

    /** A knowledge base with some rows, tried on cases. */
    private final class Trial {

        private final CaseFacts facts;
        private final ReportAssembly assembly;

        Trial(Knowledge tried, ReportAssembly assembly) {
            this.facts = new CaseFacts(vocabulary, tried);
            this.assembly = assembly;
        }

        Trial with(Knowledge otherRows) {
            return new Trial(otherRows, assembly.with(otherRows));
        }

        Set<String> textsOf(PatientCase patientCase) {
            try {
                return ReportTexts.of(report(patientCase));
            } catch (RuleFailedException e) {
                // What cannot be evaluated says nothing; it is reported elsewhere.
                return Set.of();
            }
        }

        boolean fails(Told told) {
            try {
                return !ScenarioRun.mismatches(told.scenario, report(told.patientCase))
                        .isEmpty();
            } catch (RuleFailedException e) {
                return true;
            }
        }

        private Report report(PatientCase patientCase) {
            Facts caseFacts = facts.of(patientCase);
            return assembly.report(patientCase, caseFacts, evaluator.evaluate(caseFacts));
        }
    }

    /** The contraindications without which no scenario fails, in their order. */
    public List<ContraindicationRow> unnoticedContraindications() {
        return rows(unnoticedContraindications(missing(RowMutant.ofContraindications(knowledge))));
    }

    /** Those of some faults in contraindications of which no scenario fails. */
    public List<RowMutant<ContraindicationRow>> unnoticedContraindications(
            List<RowMutant<ContraindicationRow>> mutants) {
        return unnoticed(
                mutants,
                knowledge.contraindications(),
                rest -> knowledge.with(rest, knowledge.interactions(), knowledge.dosing()),
                List.of(
                        (row, told) -> isBehind(row, told) && told.quotes(row.reason()),
                        (row, told) -> row.exclusion()
                                .filter(exclusion -> told.quotes(exclusion.untilThen()))
                                .isPresent(),
                        RowRemoval::isBehind,
                        (row, told) -> row.exclusion()
                                .filter(exclusion -> told.says(exclusion.untilThen()))
                                .isPresent()));
    }

    private static boolean isBehind(ContraindicationRow row, Told told) {
        return told.facts.contraindications().stream()
                .anyMatch(found -> found.therapy().equals(row.therapy())
                        && found.condition().equals(row.condition()));
    }

    /** The interactions without which no scenario fails, in their order. */
    public List<InteractionRow> unnoticedInteractions() {
        return rows(unnoticedInteractions(missing(RowMutant.ofInteractions(knowledge))));
    }

    /** Those of some faults in interactions of which no scenario fails. */
    public List<RowMutant<InteractionRow>> unnoticedInteractions(List<RowMutant<InteractionRow>> mutants) {
        return unnoticed(
                mutants,
                knowledge.interactions(),
                rest -> knowledge.with(knowledge.contraindications(), rest, knowledge.dosing()),
                List.of((row, told) -> isBehind(row, told) && told.quotes(row.reason()), RowRemoval::isBehind));
    }

    private static boolean isBehind(InteractionRow row, Told told) {
        return told.facts.interactions().stream()
                .anyMatch(found ->
                        found.therapy().equals(row.therapy()) && found.other().equals(row.with()));
    }

    /** The doses without which no scenario fails, in their order. */
    public List<DoseRow> unnoticedDoses() {
        return rows(unnoticedDoses(missing(RowMutant.ofDoses(knowledge))));
    }

    /** Those of some faults in doses of which no scenario fails. */
    public List<RowMutant<DoseRow>> unnoticedDoses(List<RowMutant<DoseRow>> mutants) {
        return unnoticed(
                mutants,
                knowledge.dosing(),
                rest -> knowledge.with(knowledge.contraindications(), knowledge.interactions(), rest),
                List.of(
                        (row, told) -> told.quotes(row.text()),
                        (row, told) -> told.names(row.therapy()),
                        (row, told) -> told.says(row.text())));
    }

    /** Whether a scenario can notice that a row is lost. */
    private interface Showing<R> {
        boolean in(R row, Told told);
    }

    /** Faults that none of the scenarios notices in which the row can show: likely ones are tried first. */
    private <R> List<RowMutant<R>> unnoticed(
            List<RowMutant<R>> mutants,
            List<R> rows,
            Function<List<R>, Knowledge> knowledgeWith,
            List<Showing<R>> likelyFirst) {
        Set<RowMutant<R>> noticed = mutants.parallelStream()
                .filter(mutant -> {
                    Trial faulty = whole.with(knowledgeWith.apply(mutant.in(rows)));
                    Set<Told> tried = new HashSet<>();
                    return likelyFirst.stream()
                            .flatMap(showing -> scenarios.stream().filter(told -> showing.in(mutant.row(), told)))
                            .anyMatch(told -> tried.add(told) && faulty.fails(told));
                })
                .collect(Collectors.toSet());
        return mutants.stream().filter(mutant -> !noticed.contains(mutant)).toList();
    }

    private static <R> List<RowMutant<R>> missing(List<RowMutant<R>> mutants) {
        return mutants.stream().filter(RowMutant::isMissing).toList();
    }

    private static <R> List<R> rows(List<RowMutant<R>> mutants) {
        return mutants.stream().map(RowMutant::row).toList();
    }
}
