package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spsrules.Explanation;
import org.spsrules.Explanation.Item;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.explain.Reasons;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Leads the items of a report back to the facts behind them. Thread-safe. */
public final class Explanations {

    private final List<Rule> rules;
    private final Vocabulary vocabulary;
    private final ReferenceEvaluator evaluator;

    /** Explanations by this knowledge base. */
    public Explanations(Knowledge knowledge, Vocabulary vocabulary) {
        this.rules = knowledge.rules();
        this.vocabulary = vocabulary;
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
    }

    /**
     * The report with the reason for each item.
     *
     * @param facts the facts of the case
     * @param report what rules say about them
     * @throws RuleFailedException if the reference evaluator does not see why a rule applies
     */
    public Explanation of(Facts facts, Report report) {
        Evaluation evaluation = evaluator.on(facts);
        Reasons reasons = new Reasons(evaluation, vocabulary);
        List<Item> items = new ArrayList<>();
        report.alerts()
                .forEach(alert -> items.add(new Item(
                        Item.Kind.ALERT,
                        alert.title(),
                        Optional.empty(),
                        alert.subject(),
                        reasons.why(match(evaluation, alert.basis().ruleId(), alert.subject())))));
        report.recommendations()
                .forEach(item -> items.add(new Item(
                        Item.Kind.RECOMMENDATION,
                        item.title(),
                        Optional.of(item.action()),
                        item.subject(),
                        reasons.why(match(evaluation, item.basis().ruleId(), item.subject())))));
        report.withheld()
                .forEach(item -> items.add(new Item(
                        Item.Kind.WITHHELD,
                        item.title(),
                        Optional.of(item.action()),
                        item.subject(),
                        reasons.why(match(evaluation, item.basis().ruleId(), item.subject())))));
        return new Explanation(report, items);
    }

    private Match match(Evaluation evaluation, String ruleId, Optional<Subject> subject) {
        String code = subject.map(Subject::code).orElse("");
        return rules.stream()
                .filter(rule -> rule.id().equals(ruleId))
                .flatMap(rule -> evaluation.matchesOf(rule).stream())
                .filter(match -> match.subject().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleFailedException(ruleId, "applies under one engine and not under the other"));
    }
}
