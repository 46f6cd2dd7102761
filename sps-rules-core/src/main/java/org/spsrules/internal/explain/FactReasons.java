package org.spsrules.internal.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Answer;
import org.spsrules.Reason;
import org.spsrules.Reason.Kind;
import org.spsrules.Reason.Verdict;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;

/** Tells why patterns that ask for facts of the case are met, and why not. Not thread-safe. */
final class FactReasons {

    private final Facts facts;
    private final Conditions conditions;
    private final Wording wording;

    FactReasons(Facts facts, Conditions conditions, Wording wording) {
        this.facts = facts;
        this.conditions = conditions;
        this.wording = wording;
    }

    /** The reasons of a pattern: one for each constraint on a fact of which there is one, else one for the nearest fact. */
    List<Reason> of(Pattern pattern, Map<String, Object> variables) {
        List<? extends Fact> candidates = conditions.candidates(pattern, variables);
        if (FactModel.instance().isSingle(pattern.factType())) {
            Fact only = candidates.get(0);
            return pattern.demands()
                    .map(constraint -> reason(constraint, only, variables))
                    .toList();
        }
        Optional<Fact> best = conditions.fitting(pattern, variables).stream().findFirst();
        Optional<Fact> nearest = best.or(() -> candidates.stream()
                .<Fact>map(fact -> fact)
                .min(Comparator.comparingInt(fact -> Nearness.distance(pattern, fact, variables)))
                .filter(fact -> Nearness.isRelated(pattern, fact, variables)));
        return List.of(
                nearest.map(fact -> about(pattern, fact, variables)).orElseGet(() -> nothing(pattern, variables)));
    }

    private Reason nothing(Pattern pattern, Map<String, Object> variables) {
        boolean mayBe = facts.mayLack(pattern.factType());
        return new Reason(
                Kind.FACT,
                mayBe ? Verdict.UNKNOWN : Verdict.FAILS,
                wording.thing(pattern, variables),
                Optional.of(mayBe ? "none stated, and the treatment history is not complete" : "none stated"),
                Optional.empty(),
                List.of());
    }

    /** A pattern held against one of several facts of its type. */
    Reason about(Pattern pattern, Fact fact, Map<String, Object> variables) {
        List<Reason> parts = pattern.demands()
                .map(constraint -> reason(constraint, fact, variables))
                .toList();
        Verdict verdict = Reasons.all(parts);
        boolean assumed =
                verdict == Verdict.HOLDS && parts.stream().anyMatch(part -> part.verdict() == Verdict.ASSUMED);
        return new Reason(
                Kind.FACT,
                assumed ? Verdict.ASSUMED : verdict,
                wording.thing(pattern, variables),
                known(wording.thing(pattern, variables), wording.subject(fact)),
                Optional.empty(),
                verdict == Verdict.HOLDS ? List.of() : parts);
    }

    /** What is known, unless the words say so already. */
    private static Optional<String> known(String words, String known) {
        return known.isEmpty() || words.contains(known) ? Optional.empty() : Optional.of(known);
    }

    private Reason reason(Constraint constraint, Fact fact, Map<String, Object> variables) {
        FactType type = FactModel.instance().typeOf(fact);
        Answer answer = Conditions.judgement(constraint, fact, variables);
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

    private static boolean assumes(FactType type, Constraint constraint, Fact fact, Map<String, Object> variables) {
        String strictly = type.question(constraint.asked())
                .map(question -> question.says().strictly())
                .orElse("");
        if (strictly.isEmpty()) {
            return false;
        }
        List<String> arguments = constraint.isOpen(variables) ? List.of() : constraint.argumentsIn(variables);
        Question strict = type.question(strictly).orElseThrow();
        return strict.isPredicate() == !arguments.isEmpty() && !Boolean.TRUE.equals(strict.ask(fact, arguments));
    }
}
