package org.spsrules.authoring.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.logicng.formulas.Formula;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.SmallestCase;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.model.RuleModel;
import org.spsrules.authoring.model.UnmodelledException;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.internal.Deferred;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** Holds a knowledge base to its invariants, over all cases at once, and looks for rules without any effect. */
public final class Verification {

    private static final long SEED = 20261130;
    private static final int SAMPLES = 2_000;

    private final Knowledge knowledge;
    private final List<Rule> rules;
    private final Supplier<Optional<Engine>> second;
    private final RuleModel model;
    private final Vocabulary vocabulary;
    private final Deferred<List<PatientCase>> samples = new Deferred<>(this::generated);

    /**
     * A verification of rules.
     *
     * @param knowledge the vocabulary and the rows
     * @param invariants those that are to be proven
     * @param second another engine with these rules, which confirms what the reference evaluator says of a counterexample;
     *     empty if there is none
     */
    public Verification(
            Knowledge knowledge,
            List<Rule> rules,
            List<WrittenInvariant> invariants,
            Supplier<Optional<Engine>> second) {
        this(
                knowledge,
                rules,
                second,
                new RuleModel(
                        knowledge,
                        rules,
                        invariants.stream()
                                .flatMap(invariant ->
                                        Stream.concat(invariant.when().stream(), invariant.holds().stream()))
                                .toList()));
    }

    private Verification(Knowledge knowledge, List<Rule> rules, Supplier<Optional<Engine>> second, RuleModel model) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.second = second;
        this.model = model;
        this.vocabulary = knowledge.vocabulary();
    }

    /**
     * The same without some rules, which no other rule rests on: what they alone uphold does not hold any more. What they
     * keep back stays kept back, so this says nothing of what is never said.
     */
    public Verification without(Predicate<Rule> lost) {
        return new Verification(
                knowledge,
                rules.stream()
                        .filter(rule -> rule.then().verb() == Verb.CONCLUDE || !lost.test(rule))
                        .toList(),
                Optional::empty,
                model);
    }

    /**
     * Everything that is found.
     *
     * @param parsed the same rules with their places
     */
    public Verified run(List<ParsedRule> parsed, List<WrittenInvariant> invariants, IntFunction<Runnable> progress) {
        Runnable step = progress.apply(2 * parsed.size() + invariants.size());
        for (ParsedRule rule : parsed) {
            model.matches(rule.rule());
            step.run();
        }
        List<Verified.Proof> proofs = new ArrayList<>();
        for (WrittenInvariant invariant : invariants) {
            proofs.add(proof(invariant));
            step.run();
        }
        List<Set<Match>> said = saidOfSamples();
        Set<Rule> applying = said.stream().flatMap(Set::stream).map(Match::rule).collect(Collectors.toSet());
        List<Verified.Idle> dead = new ArrayList<>();
        for (ParsedRule rule : parsed) {
            if (!applying.contains(rule.rule()) && isDead(rule.rule())) {
                dead.add(idle(rule, "there is no case in which this rule applies"));
            }
            step.run();
        }
        return new Verified(
                parsed.size(),
                model.unseen().entrySet().stream()
                        .map(entry -> new Verified.Unseen(entry.getKey().id(), entry.getValue()))
                        .toList(),
                dead,
                echoes(parsed, said),
                proofs);
    }

    private boolean isDead(Rule rule) {
        return !model.unseen().containsKey(rule)
                && !model.isPossible(model.any(model.matches(rule).values()));
    }

    /** Some cases: what these show need not be solved. */
    private List<PatientCase> generated() {
        CaseGenerator generator = new CaseGenerator(knowledge, rules, SEED);
        return Stream.generate(generator::next)
                .limit(SAMPLES)
                .filter(model::standsFor)
                .toList();
    }

    /** What rules say of some cases. */
    private List<Set<Match>> saidOfSamples() {
        List<PatientCase> cases = samples.get();
        List<Set<Match>> said = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += RuleModel.MOST_CASES) {
            said.addAll(model.matchesOf(cases.subList(i, Math.min(cases.size(), i + RuleModel.MOST_CASES))));
        }
        return said;
    }

    private static Verified.Idle idle(ParsedRule rule, String why) {
        Position title = rule.places().of(Places.Part.TITLE).position();
        return new Verified.Idle(rule.rule().id(), rule.file(), title.line(), title.column(), why);
    }

    /** The rules that say nothing which another rule does not say in the same cases. */
    private List<Verified.Idle> echoes(List<ParsedRule> parsed, List<Set<Match>> samples) {
        Map<Object, List<ParsedRule>> alike = new LinkedHashMap<>();
        parsed.forEach(rule -> alike.computeIfAbsent(advice(rule.rule()), unknown -> new ArrayList<>())
                .add(rule));
        List<Verified.Idle> echoes = new ArrayList<>();
        for (List<ParsedRule> rules : alike.values()) {
            for (ParsedRule one : rules) {
                rules.stream()
                        .filter(other -> other != one && says(other.rule(), one.rule(), samples))
                        .findFirst()
                        .ifPresent(other -> echoes.add(idle(
                                one,
                                "whenever this rule applies, " + other.rule().id() + " says the same")));
            }
        }
        return echoes;
    }

    /** What rules say alike, in the same part of a report; the reason counts where it is shown by itself, in an alert. */
    private static Object advice(Rule rule) {
        return List.of(
                rule.then().verb(),
                rule.then().verb() == Verb.CONCLUDE ? "" : rule.folder(),
                rule.then().level(),
                rule.then().verb() == Verb.ALERT ? rule.then().because() : "",
                rule.then().finding().orElse(""));
    }

    /** Whether one rule says all that another one says, in all cases in which the other one says it. */
    private boolean says(Rule rule, Rule other, List<Set<Match>> samples) {
        Map<List<String>, Formula> own = model.matches(rule);
        Map<List<String>, Formula> others = model.matches(other);
        return !others.isEmpty()
                && own.keySet().containsAll(others.keySet())
                && others.keySet().stream()
                        .allMatch(objects -> samples.stream()
                                .allMatch(sample -> !sample.contains(new Match(other, objects))
                                        || sample.contains(new Match(rule, objects))))
                && others.entrySet().stream()
                        .noneMatch(said -> model.isPossible(
                                model.butNot(said.getValue(), Objects.requireNonNull(own.get(said.getKey())))));
    }

    /** What becomes of an invariant. */
    public Verified.Proof proof(WrittenInvariant invariant) {
        try {
            if (rules.stream().anyMatch(rule -> invariant.restsOn(rule) && !model.sees(rule))) {
                return unsettled(invariant, Verified.Outcome.NOT_SEEN);
            }
            return settled(invariant, broken(invariant));
        } catch (UnmodelledException e) {
            return unsettled(invariant, Verified.Outcome.NOT_SEEN);
        } catch (InvalidCaseException e) {
            // What the model takes for a case is none.
            return unsettled(invariant, Verified.Outcome.IN_DOUBT);
        }
    }

    private static Verified.Proof unsettled(WrittenInvariant invariant, Verified.Outcome outcome) {
        return proof(invariant, outcome, Optional.empty());
    }

    private static Verified.Proof proof(
            WrittenInvariant invariant, Verified.Outcome outcome, Optional<String> counterexample) {
        return new Verified.Proof(
                invariant.name(),
                invariant.location().file(),
                invariant.location().position().line(),
                invariant.location().position().column(),
                invariant.says(),
                outcome,
                counterexample);
    }

    private Verified.Proof settled(WrittenInvariant invariant, Formula broken) {
        Optional<PatientCase> found = model.caseWhere(broken);
        Optional<Counterexample> counterexample =
                found.map(patientCase -> new Counterexample(knowledge, rules, invariant, patientCase));
        Optional<PatientCase> shown =
                counterexample.map(known -> new SmallestCase(vocabulary, known::isOne).within(known.patientCase()));
        return proof(
                invariant,
                found.isEmpty() ? unbroken(invariant) : outcome(counterexample.get(), shown.get()),
                shown.map(patientCase -> CaseText.of(CaseText.tree(patientCase))));
    }

    /** What becomes of an invariant that no case breaks. */
    private Verified.Outcome unbroken(WrittenInvariant invariant) {
        Formula when = model.holds(invariant.when());
        return model.holdsOfAny(samples.get(), when) || model.isPossible(when)
                ? Verified.Outcome.PROVEN
                : Verified.Outcome.EMPTY;
    }

    private Verified.Outcome outcome(Counterexample counterexample, PatientCase shown) {
        boolean agreed = counterexample.isOne(shown)
                && second.get()
                        .map(engine -> counterexample.agree(engine, shown))
                        .orElse(true);
        return agreed ? Verified.Outcome.BROKEN : Verified.Outcome.IN_DOUBT;
    }

    /** In which cases an invariant does not hold. */
    private Formula broken(WrittenInvariant invariant) {
        if (!invariant.holds().isEmpty()) {
            return model.butNot(model.holds(invariant.when()), model.holds(invariant.holds()));
        }
        List<Formula> broken = new ArrayList<>();
        model.solutions(invariant.when(), invariant.shared()).forEach((variables, when) -> {
            Formula said = model.any(said(invariant, variables));
            broken.add(invariant.forbidden() ? model.both(when, said) : model.butNot(when, said));
        });
        return model.any(broken);
    }

    /** In which cases a report says what counts for an invariant. */
    private List<Formula> said(WrittenInvariant invariant, Map<String, Object> variables) {
        List<Formula> said = new ArrayList<>();
        for (Rule rule : rules) {
            if (invariant.speaksOf(rule)) {
                model.said(rule).forEach((objects, holds) -> {
                    if (invariant.isAbout(objects, variables, vocabulary)) {
                        said.add(invariant
                                .beside()
                                .map(verb -> model.both(holds, model.any(alike(verb, objects))))
                                .orElse(holds));
                    }
                });
            }
        }
        return said;
    }

    /** In which cases a report says something with this verb of the same drug. */
    private List<Formula> alike(Verb verb, List<String> objects) {
        List<Formula> alike = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.then().verb() == verb) {
                model.said(rule).forEach((others, holds) -> {
                    if (WrittenInvariant.areAlike(objects, others)) {
                        alike.add(holds);
                    }
                });
            }
        }
        return alike;
    }
}
