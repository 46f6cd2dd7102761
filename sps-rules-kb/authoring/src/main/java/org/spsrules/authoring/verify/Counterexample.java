package org.spsrules.authoring.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.Engine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** A case that is said to break an invariant, as the engines see it. */
final class Counterexample {

    private static final String WHEN = "invariant/when";
    private static final String HOLDS = "invariant/holds";

    private final WrittenInvariant invariant;
    private final PatientCase patientCase;
    private final Vocabulary vocabulary;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;
    private final ReportAssembly reports;

    Counterexample(Knowledge knowledge, List<Rule> rules, WrittenInvariant invariant, PatientCase patientCase) {
        this.invariant = invariant;
        this.patientCase = patientCase;
        this.vocabulary = knowledge.vocabulary();
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.evaluator = new ReferenceEvaluator(Stream.concat(
                        rules.stream(),
                        Stream.of(
                                asRule(WHEN, invariant.when(), invariant.shared()),
                                asRule(HOLDS, invariant.holds(), List.of())))
                .toList());
        this.reports = new ReportAssembly(knowledge, vocabulary);
    }

    /** Conditions as those of a rule, so that an engine can be asked whether they hold, and of what. */
    private static Rule asRule(String id, List<Condition> conditions, List<Operand> of) {
        Sentence nothing = new Sentence(
                Verb.CONCLUDE,
                Optional.empty(),
                of,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Rule(id, id, List.of(), List.of(), "none", conditions, nothing, 0);
    }

    PatientCase patientCase() {
        return patientCase;
    }

    /** Whether a case breaks the invariant, as the reference evaluator and the report on it see it. */
    boolean isOne(PatientCase candidate) {
        Facts known = facts.of(candidate);
        Set<Match> matches = evaluator.evaluate(known);
        List<Match> cases = of(WHEN, matches);
        if (cases.isEmpty()) {
            return false;
        } else if (!invariant.holds().isEmpty()) {
            return of(HOLDS, matches).isEmpty();
        }
        Set<Match> said = said(candidate, known, matches);
        return cases.stream()
                .map(this::variables)
                .anyMatch(variables ->
                        said.stream().anyMatch(match -> counts(match, variables, said)) == invariant.forbidden());
    }

    private Map<String, Object> variables(Match when) {
        return invariant.shared().stream()
                .flatMap(operand -> operand.variable().stream())
                .collect(Collectors.toMap(name -> name, name -> when.subject()));
    }

    private boolean counts(Match match, Map<String, Object> variables, Set<Match> said) {
        return invariant.speaksOf(match.rule())
                && invariant.isAbout(match.objects(), variables, vocabulary)
                && invariant
                        .beside()
                        .map(verb -> said.stream()
                                .anyMatch(other -> other.rule().then().verb() == verb
                                        && WrittenInvariant.areAlike(match.objects(), other.objects())))
                        .orElse(true);
    }

    private static List<Match> of(String id, Set<Match> matches) {
        return matches.stream().filter(match -> match.rule().id().equals(id)).toList();
    }

    /** Of what rules say, what the report on a case says too: all alerts, and what it does not withhold. */
    private Set<Match> said(PatientCase candidate, Facts known, Set<Match> matches) {
        Set<Match> said = new HashSet<>(matches);
        said.removeIf(Counterexample::isOwn);
        Report report = reports.report(candidate, known, said);
        Set<String> shown = report.recommendations().stream()
                .flatMap(item -> item.bases()
                        .map(basis -> basis.ruleId()
                                + item.subject().map(Report.Subject::code).orElse("")))
                .collect(Collectors.toSet());
        said.removeIf(match -> match.rule().then().verb().role() != Verb.Role.ALERT
                && !shown.contains(match.rule().id() + match.subject()));
        return said;
    }

    private static boolean isOwn(Match match) {
        return match.rule().id().equals(WHEN) || match.rule().id().equals(HOLDS);
    }

    /** Whether another engine says of a case by all rules what the reference evaluator says. */
    boolean agree(Engine other, PatientCase candidate) {
        Facts known = facts.of(candidate);
        Set<Match> own = new HashSet<>(evaluator.evaluate(known));
        own.removeIf(Counterexample::isOwn);
        return own.equals(new HashSet<>(other.evaluate(known)));
    }
}
