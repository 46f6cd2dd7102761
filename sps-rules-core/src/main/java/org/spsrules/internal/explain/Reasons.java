package org.spsrules.internal.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Reason;
import org.spsrules.Reason.Kind;
import org.spsrules.Reason.Verdict;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.ReferenceEvaluator.Evaluation;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Tells why rules apply to the facts of one case, and why others do not, down to the facts. Not thread-safe. */
public final class Reasons {

    /** Asks for the one fact that knows how complete the treatment history is. */
    static final Pattern HISTORY = new Pattern(Quantifier.EACH, "History", List.of(), "History()", 1);

    private final Evaluation evaluation;
    private final Conditions conditions;
    private final Wording wording;
    private final Nearness nearness;
    private final Set<Finding> told = new HashSet<>();
    private final Set<String> opened = new HashSet<>();

    /** Reasons by these facts, in the words of this vocabulary. */
    public Reasons(Evaluation evaluation, Vocabulary vocabulary) {
        this.evaluation = evaluation;
        this.conditions = new Conditions(evaluation);
        this.wording = new Wording(vocabulary);
        this.nearness = new Nearness(evaluation, conditions);
    }

    /** Why a rule applies. Each finding is led back to its rules once, where it first occurs. */
    public Reason why(Match match) {
        told.clear();
        opened.clear();
        return met(match);
    }

    private Reason met(Match match) {
        Map<String, Object> variables = evaluation.solutionsOf(match.rule()).stream()
                .filter(solution -> Conditions.texts(match.rule().then().objects(), solution)
                        .equals(match.objects()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(match + " does not apply"));
        return rule(match.rule(), variables);
    }

    /**
     * Why a rule does not apply, in the way in which it comes nearest to it.
     *
     * @param subjects codes that the sentence of the rule may speak of
     */
    public Reason whyNot(Rule rule, Collection<String> subjects) {
        told.clear();
        opened.clear();
        return rule(rule, nearest(rule, subjects).variables());
    }

    /** How far a rule is from applying: roughly, how many facts would have to be otherwise. */
    public int distance(Rule rule, Collection<String> subjects) {
        return nearest(rule, subjects).distance();
    }

    private Nearness.Attempt nearest(Rule rule, Collection<String> subjects) {
        if (rule.then().objects().get(0) instanceof Operand.Variable variable) {
            return subjects.stream()
                    .map(code -> nearness.nearest(rule, Map.of(variable.name(), code)))
                    .min(Nearness.NEAREST_FIRST)
                    .orElseThrow(() -> new IllegalArgumentException(rule.id() + " speaks of none of " + subjects));
        }
        return nearness.nearest(rule, Map.of());
    }

    private Reason rule(Rule rule, Map<String, Object> variables) {
        List<Reason> parts = new ArrayList<>();
        rule.conditions().forEach(condition -> parts.addAll(reasons(condition, variables)));
        return new Reason(Kind.RULE, all(parts), rule.title(), Optional.empty(), Optional.of(rule.id()), parts);
    }

    /** All must hold. */
    private static Verdict all(List<Reason> parts) {
        Set<Verdict> verdicts = new HashSet<>();
        parts.forEach(part -> verdicts.add(part.verdict()));
        if (verdicts.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        } else if (verdicts.contains(Verdict.UNKNOWN)) {
            return Verdict.UNKNOWN;
        }
        return Verdict.HOLDS;
    }

    private List<Reason> reasons(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return patternReasons(pattern, variables);
        } else if (condition instanceof Condition.AnyOf group) {
            return List.of(anyOf(group, variables));
        }
        return List.of(count((Condition.Count) condition, variables));
    }

    private Reason anyOf(Condition.AnyOf group, Map<String, Object> variables) {
        List<Reason> alternatives = new ArrayList<>();
        for (List<Pattern> alternative : nearness.nearestFirst(group, variables)) {
            List<Reason> parts = new ArrayList<>();
            alternative.forEach(pattern -> parts.addAll(patternReasons(pattern, variables)));
            alternatives.add(
                    parts.size() == 1
                            ? parts.get(0)
                            : new Reason(
                                    Kind.ALL_OF,
                                    all(parts),
                                    "all of these",
                                    Optional.empty(),
                                    Optional.empty(),
                                    parts));
        }
        List<Reason> met = alternatives.stream()
                .filter(alternative -> alternative.verdict().met())
                .toList();
        Verdict verdict = alternatives.stream()
                .map(Reason::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.FAILS);
        return new Reason(
                Kind.ANY_OF,
                verdict,
                "at least one of these",
                Optional.empty(),
                Optional.empty(),
                met.isEmpty() ? alternatives : met);
    }

    private Reason count(Condition.Count count, Map<String, Object> variables) {
        Pattern pattern = count.pattern();
        List<Object> fitting = conditions.fitting(pattern, variables);
        List<Reason> parts = new ArrayList<>();
        for (Object fact : conditions.candidates(pattern, variables)) {
            Reason reason = about(pattern, fact, variables);
            if (fitting.contains(fact) || fitting.size() < count.atLeast() && reason.verdict() == Verdict.UNKNOWN) {
                parts.add(reason);
            }
        }
        Verdict verdict = fitting.size() >= count.atLeast()
                ? Verdict.HOLDS
                : parts.size() >= count.atLeast() ? Verdict.UNKNOWN : Verdict.FAILS;
        return new Reason(
                Kind.COUNT,
                verdict,
                "at least " + count.atLeast() + " of these: " + thing(pattern, variables),
                Optional.of(fitting.isEmpty() ? "none" : String.valueOf(fitting.size())),
                Optional.empty(),
                parts);
    }

    private List<Reason> patternReasons(Pattern pattern, Map<String, Object> variables) {
        if (pattern.factType().equals(Finding.class.getSimpleName())) {
            return List.of(
                    pattern.quantifier() == Quantifier.NOT
                            ? noFinding(pattern, variables)
                            : finding(pattern, variables));
        }
        List<Object> candidates = conditions.candidates(pattern, variables);
        if (isSingle(pattern.factType())) {
            Object only = candidates.get(0);
            return asking(pattern)
                    .map(constraint -> reason(constraint, only, variables))
                    .toList();
        }
        Optional<Object> best = conditions.fitting(pattern, variables).stream().findFirst();
        Optional<Object> nearest = best.or(() -> candidates.stream()
                .min(Comparator.comparingInt(fact -> Nearness.distance(pattern, fact, variables)))
                .filter(fact -> Nearness.isRelated(pattern, fact, variables)));
        return List.of(
                nearest.map(fact -> about(pattern, fact, variables)).orElseGet(() -> nothing(pattern, variables)));
    }

    /** Types of which a case has exactly one fact. */
    static boolean isSingle(String factType) {
        return Set.of("Patient", "Diagnosis", "Course", "History", "Tests").contains(factType);
    }

    /** The constraints that ask for something. */
    private static Stream<Constraint> asking(Pattern pattern) {
        return pattern.constraints().stream().filter(constraint -> !(constraint instanceof Constraint.Binding));
    }

    private Reason nothing(Pattern pattern, Map<String, Object> variables) {
        boolean mayBe = Nearness.mayExist(pattern, conditions.candidates(HISTORY, Map.of()));
        return new Reason(
                Kind.FACT,
                mayBe ? Verdict.UNKNOWN : Verdict.FAILS,
                thing(pattern, variables),
                Optional.of(mayBe ? "none stated, and the treatment history is not complete" : "none stated"),
                Optional.empty(),
                List.of());
    }

    /** A pattern held against one of several facts of its type. */
    private Reason about(Pattern pattern, Object fact, Map<String, Object> variables) {
        List<Reason> parts = asking(pattern)
                .map(constraint -> reason(constraint, fact, variables))
                .toList();
        Verdict verdict = all(parts);
        boolean assumed =
                verdict == Verdict.HOLDS && parts.stream().anyMatch(part -> part.verdict() == Verdict.ASSUMED);
        return new Reason(
                Kind.FACT,
                assumed ? Verdict.ASSUMED : verdict,
                thing(pattern, variables),
                known(thing(pattern, variables), wording.subject(fact)),
                Optional.empty(),
                verdict == Verdict.HOLDS ? List.of() : parts);
    }

    /** What is known, unless the words say so already. */
    private static Optional<String> known(String words, String known) {
        return known.isEmpty() || words.contains(known) ? Optional.empty() : Optional.of(known);
    }

    private String thing(Pattern pattern, Map<String, Object> variables) {
        FactType type = FactModel.instance().type(pattern.factType()).orElseThrow();
        String article = switch (pattern.factType()) {
            case "Treatment" -> "a treatment";
            case "Plan" -> "a plan";
            case "Option" -> "a therapy";
            default -> "a contraindication";
        };
        List<String> wanted = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            String words = constraint instanceof Constraint.Binding binding
                    ? wording.given(binding, variables)
                    : wording.wanted(type, constraint, variables);
            if (!words.isEmpty()) {
                wanted.add(constraint instanceof Constraint.Binding ? 0 : wanted.size(), words);
            }
        }
        return article + (wanted.isEmpty() ? "" : ": " + String.join(", ", wanted));
    }

    private Reason reason(Constraint constraint, Object fact, Map<String, Object> variables) {
        FactType type = FactModel.instance().typeOf(fact).orElseThrow();
        Answer answer = Conditions.answer(constraint, fact, variables);
        String words = answer == Answer.YES
                ? wording.found(type, constraint, fact, variables)
                : wording.wanted(type, constraint, variables);
        String known =
                answer == Answer.YES && isExact(type, constraint) ? "" : wording.known(fact, constraint, variables);
        Verdict verdict = switch (answer) {
            case YES -> assumes(type, constraint, fact, variables) ? Verdict.ASSUMED : Verdict.HOLDS;
            case UNKNOWN -> Verdict.UNKNOWN;
            case NO -> Verdict.FAILS;
        };
        return new Reason(
                Kind.FACT,
                verdict,
                words,
                known.isEmpty() || known.equals(words) ? Optional.empty() : Optional.of(known),
                Optional.empty(),
                List.of());
    }

    /** Whether the words of a constraint say what is known when it holds. */
    private static boolean isExact(FactType type, Constraint constraint) {
        return !(constraint instanceof Constraint.Comparison)
                && type.question(constraint.asked())
                        .filter(question -> question.says().strictly().isEmpty())
                        .isPresent();
    }

    private static boolean assumes(FactType type, Constraint constraint, Object fact, Map<String, Object> variables) {
        String strictly = type.question(constraint.asked())
                .map(question -> question.says().strictly())
                .orElse("");
        if (strictly.isEmpty()) {
            return false;
        }
        List<String> arguments = constraint instanceof Constraint.Predicate predicate
                        && !Conditions.isOpen(predicate.arguments(), variables)
                ? Conditions.texts(predicate.arguments(), variables)
                : List.of();
        Question strict = type.question(strictly).orElseThrow();
        return strict.isPredicate() == !arguments.isEmpty() && !Boolean.TRUE.equals(strict.ask(fact, arguments));
    }

    private Reason finding(Pattern pattern, Map<String, Object> variables) {
        List<Object> fitting = conditions.fitting(pattern, variables);
        String words = wording.finding(pattern, variables);
        if (!fitting.isEmpty()) {
            Finding found = (Finding) fitting.get(0);
            List<Reason> rules = told.add(found) ? List.of(met(behind(pattern, variables, found))) : List.of();
            return new Reason(Kind.FINDING, Verdict.HOLDS, words, Optional.empty(), Optional.empty(), rules);
        }
        Optional<Reason> nearest = opened.add(words)
                ? nearness.nearestBehind(pattern, variables).map(attempt -> rule(attempt.rule(), attempt.variables()))
                : Optional.empty();
        Verdict verdict = nearness.isOpen(pattern, variables) ? Verdict.UNKNOWN : Verdict.FAILS;
        return new Reason(
                Kind.FINDING,
                verdict,
                words,
                Optional.empty(),
                Optional.empty(),
                nearest.map(List::of).orElse(List.of()));
    }

    private Match behind(Pattern pattern, Map<String, Object> variables, Finding found) {
        return evaluation.behind(pattern, variables).stream()
                .flatMap(rule -> evaluation.matchesOf(rule).stream())
                .filter(match -> Finding.concludedBy(match).equals(found))
                .findFirst()
                .orElseThrow();
    }

    private Reason noFinding(Pattern pattern, Map<String, Object> variables) {
        List<Object> fitting = conditions.fitting(pattern, variables);
        String words = "not: " + wording.finding(pattern, variables);
        if (!fitting.isEmpty()) {
            Finding found = (Finding) fitting.get(0);
            List<Reason> rules = told.add(found) ? List.of(met(behind(pattern, variables, found))) : List.of();
            return new Reason(Kind.NO_FINDING, Verdict.FAILS, words, Optional.empty(), Optional.empty(), rules);
        }
        List<Reason> rules = new ArrayList<>();
        for (Rule rule : evaluation.behind(pattern, variables)) {
            Nearness.Attempt attempt = nearness.nearest(rule, evaluation.given(rule, pattern, variables));
            rules.add(oneLevel(rule, attempt.variables()));
        }
        boolean open = nearness.isOpen(pattern, variables);
        return new Reason(
                Kind.NO_FINDING,
                open ? Verdict.ASSUMED : Verdict.HOLDS,
                words,
                Optional.empty(),
                Optional.empty(),
                rules);
    }

    /** A rule with the conditions that keep it from applying, without what is behind them. */
    private Reason oneLevel(Rule rule, Map<String, Object> variables) {
        List<Reason> failing = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (!conditions.holds(condition, variables)) {
                if (condition instanceof Pattern pattern && pattern.factType().equals(Finding.class.getSimpleName())) {
                    boolean not = pattern.quantifier() == Quantifier.NOT;
                    Verdict verdict = !not && nearness.isOpen(pattern, variables) ? Verdict.UNKNOWN : Verdict.FAILS;
                    failing.add(new Reason(
                            not ? Kind.NO_FINDING : Kind.FINDING,
                            verdict,
                            (not ? "not: " : "") + wording.finding(pattern, variables),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
                } else {
                    reasons(condition, variables).stream()
                            .filter(reason -> !reason.verdict().met())
                            .forEach(failing::add);
                }
            }
        }
        return new Reason(Kind.RULE, all(failing), rule.title(), Optional.empty(), Optional.of(rule.id()), failing);
    }
}
