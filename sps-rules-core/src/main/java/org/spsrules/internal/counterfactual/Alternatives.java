package org.spsrules.internal.counterfactual;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Reason;
import org.spsrules.Report;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.WhyNot;
import org.spsrules.WhyNot.Status;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.explain.Reasons;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.report.Subjects;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** Tells why a therapy is not recommended and what would bring it. Thread-safe. */
public final class Alternatives {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Subjects subjects;
    private final CaseFacts facts;
    private final AddedFacts alone;
    private final CaseTerms terms;
    private final ReferenceEvaluator evaluator;
    private final Reevaluation reevaluation;
    private final FeltChanges felt;
    private final Offers offers;
    private final Targets targets;
    private final Closure closure;
    private final Map<String, ReferencedTerms> mentions = new ConcurrentHashMap<>();
    private final Set<String> bringing = Targets.phrases();

    /** Alternatives by this knowledge base. */
    public Alternatives(Knowledge knowledge, Vocabulary vocabulary, CaseFacts facts, CaseTerms terms) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.subjects = new Subjects(vocabulary);
        this.facts = facts;
        this.alone = new AddedFacts(facts);
        this.terms = terms;
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        this.reevaluation = new Reevaluation(knowledge.rules());
        this.felt = new FeltChanges(reevaluation, vocabulary);
        this.offers = new Offers(knowledge, vocabulary);
        this.targets = new Targets(knowledge, vocabulary);
        this.closure = new Closure(knowledge.rules());
    }

    /**
     * Why a therapy is not recommended.
     *
     * @param patientCase a case in codes
     * @param report its report
     * @param therapy code of a therapy or class
     */
    public WhyNot whyNot(PatientCase patientCase, Report report, String therapy) {
        List<Rule> rules = targets.of(therapy);
        List<Recommendation> recommended = report.recommendations().stream()
                .filter(item -> bringing.contains(item.action()) && isAbout(item.subject(), therapy))
                .toList();
        List<Withheld> withheld = report.withheld().stream()
                .filter(item -> isAbout(item.subject(), therapy))
                .toList();
        Facts caseFacts = facts.of(patientCase);
        boolean searching = recommended.isEmpty() && !rules.isEmpty();
        return new WhyNot(
                subjects.of(therapy),
                status(rules, recommended, withheld),
                recommended,
                withheld,
                offers.against(therapy, caseFacts),
                missing(rules, therapy, evaluator.on(caseFacts)),
                targets.broader(therapy).stream().map(subjects::of).toList(),
                searching ? Optional.of(search(patientCase, therapy).smallest()) : Optional.empty());
    }

    private static Status status(List<Rule> rules, List<Recommendation> recommended, List<Withheld> withheld) {
        if (!recommended.isEmpty()) {
            return Status.RECOMMENDED;
        } else if (!withheld.isEmpty()) {
            return Status.WITHHELD;
        }
        return rules.isEmpty() ? Status.NO_RULE : Status.NOT_INDICATED;
    }

    private boolean isAbout(Optional<Subject> subject, String therapy) {
        return subject.filter(named -> vocabulary.isA(named.code(), therapy)).isPresent();
    }

    /** Why the rules that could recommend it do not apply, nearest first. */
    private List<Reason> missing(List<Rule> rules, String therapy, Evaluation evaluation) {
        Reasons reasons = new Reasons(evaluation, vocabulary);
        return rules.stream()
                .filter(rule -> evaluation.matchesOf(rule).stream()
                        .noneMatch(match -> vocabulary.isA(match.subject(), therapy)))
                .sorted(Comparator.comparingInt((Rule rule) -> reasons.distance(rule, targets.subjects(rule, therapy)))
                        .thenComparing(Rule::id))
                .map(rule -> reasons.whyNot(rule, targets.subjects(rule, therapy)))
                .toList();
    }

    ChangeSearch search(PatientCase patientCase, String therapy) {
        Goal goal = new Goal(therapy, targets, offers, vocabulary);
        return new ChangeSearch(goal, hypotheses(patientCase, therapy), vocabulary, terms);
    }

    /** The case after any change that can matter to the therapy. */
    Candidates hypotheses(PatientCase patientCase, String therapy) {
        Patient patient = facts.of(patientCase).patient();
        ReferencedTerms asked = mentions.computeIfAbsent(therapy, this::mentions);
        List<Change> changes = Changes.of(patientCase, patient, asked, vocabulary);
        return new Candidates(patientCase, changes, facts, alone, reevaluation, felt, vocabulary);
    }

    private ReferencedTerms mentions(String therapy) {
        List<Rule> bringing = targets.of(therapy);
        Set<Verb> verbs = bringing.stream()
                .map(rule -> rule.then().verb())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verb.class)));
        List<Rule> relevant = Stream.of(
                        bringing.stream(),
                        offers.outranking(verbs).stream().filter(rule -> targets.mayConcern(rule, therapy)),
                        offers.first(verbs).stream())
                .flatMap(Function.identity())
                .toList();
        Set<Rule> rules = closure.of(relevant, offers.suspensions());
        return new ReferencedTerms(rules, knowledge, Optional.of(therapy), vocabulary);
    }
}
