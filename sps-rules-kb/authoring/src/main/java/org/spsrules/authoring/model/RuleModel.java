package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.sat.MiniSatConfig;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** The rules of a knowledge base over all cases: in which of them each says what, and whether there is such a case. Not thread-safe. */
public final class RuleModel {

    /** How many cases can be read at once. */
    public static final int MOST_CASES = Lanes.MOST;

    private final List<Rule> rules;
    private final FormulaFactory formulas = new FormulaFactory();
    private final Definitions definitions = new Definitions(formulas);
    private final CaseSpace space;
    private final SymbolicFacts facts;
    private final RuleFormulas ruleFormulas;
    private final Map<Rule, String> unseen = new LinkedHashMap<>();
    private final Solver solver;

    /** A model of all rules of a knowledge base. */
    public RuleModel(Knowledge knowledge) {
        this(knowledge, knowledge.rules(), List.of());
    }

    /**
     * A model of rules that can also tell of other conditions. A rule becomes a formula when it is first asked about.
     *
     * @param knowledge the vocabulary and the rows
     * @param others conditions that are asked for beside those of the rules
     */
    public RuleModel(Knowledge knowledge, List<Rule> rules, List<Condition> others) {
        this.rules = rules;
        space = new CaseSpace(
                knowledge,
                Stream.concat(rules.stream().flatMap(rule -> rule.conditions().stream()), others.stream())
                        .flatMap(condition -> condition.patterns().stream())
                        .toList(),
                formulas);
        facts = new SymbolicFacts(space, knowledge, definitions);
        ruleFormulas = new RuleFormulas(rules, facts, definitions, formulas);
        solver = new Solver();
    }

    /** The rules that the model does not see, of those that were asked about, each with what it asks that has no formula. */
    public Map<Rule, String> unseen() {
        return Collections.unmodifiableMap(unseen);
    }

    /** By each thing that a rule can say: in which cases it says it; nothing if the model does not see the rule. */
    public Map<List<String>, Formula> matches(Rule rule) {
        try {
            return ruleFormulas.matches(rule);
        } catch (UnmodelledException e) {
            unseen.put(rule, e.getMessage());
            return Map.of();
        }
    }

    /** Whether the model sees a rule. */
    public boolean sees(Rule rule) {
        matches(rule);
        return !unseen.containsKey(rule);
    }

    /**
     * In which cases conditions hold.
     *
     * @throws UnmodelledException if they ask what has no formula
     */
    public Formula holds(List<Condition> conditions) {
        return ruleFormulas.holds(conditions);
    }

    /** In which cases at least one of some formulas holds. */
    public Formula any(Collection<Formula> some) {
        return formulas.or(some);
    }

    /** In which cases both formulas hold. */
    public Formula both(Formula one, Formula other) {
        return formulas.and(one, other);
    }

    /** In which cases one formula holds and another one does not. */
    public Formula butNot(Formula one, Formula other) {
        return formulas.and(one, other.negate());
    }

    /**
     * What rules say of cases, in the order of the cases.
     *
     * @param cases at most {@link #MOST_CASES}
     * @throws BeyondTheModelException if one of them is none of those that the model stands for
     */
    public List<Set<Match>> matchesOf(List<PatientCase> cases) {
        rules.forEach(this::matches);
        Lanes lanes = new Lanes(definitions.all());
        List<Set<Match>> found = new ArrayList<>();
        for (PatientCase patientCase : cases) {
            lanes.put(found.size(), space.of(patientCase));
            found.add(new HashSet<>());
        }
        rules.forEach(rule -> matches(rule).forEach((objects, holds) -> {
            long holding = lanes.holding(holds);
            for (int i = 0; i < found.size(); i++) {
                if ((holding >>> i & 1) != 0) {
                    found.get(i).add(new Match(rule, objects));
                }
            }
        }));
        return found;
    }

    /** Whether the model stands for a case. */
    public boolean standsFor(PatientCase patientCase) {
        try {
            return !space.of(patientCase).isEmpty();
        } catch (BeyondTheModelException e) {
            return false;
        }
    }

    /** A case of which a formula holds; empty if there is none. */
    public Optional<PatientCase> caseWhere(Formula formula) {
        Optional<Set<Variable>> found = solver.solution(formula);
        try {
            return found.map(known -> SolvedCase.of(space, known));
        } catch (InvalidCaseException tooLarge) {
            // A solver that was asked much before answers with much that nobody asked about.
            return new Solver().solution(formula).map(known -> SolvedCase.of(space, known));
        }
    }

    /** Whether there is a case of which a formula holds. */
    public boolean isPossible(Formula formula) {
        return solver.solution(formula).isPresent();
    }

    /** A solver that is told of the names and of the limits of cases as far as it needs them. */
    private final class Solver {
        private final MiniSat known = MiniSat.miniSat(
                formulas,
                MiniSatConfig.builder()
                        .cnfMethod(MiniSatConfig.CNFMethod.FULL_PG_ON_SOLVER)
                        .build());
        private final Set<Variable> defined = new HashSet<>();
        private final Set<Formula> told = new HashSet<>();
        private int size;
        private int asked;

        /** The variables that are true in a case of which a formula holds. */
        Optional<Set<Variable>> solution(Formula formula) {
            if (size != space.size()) {
                size = space.size();
                CaseLimits.of(space, facts).stream().filter(told::add).forEach(this::tell);
            }
            Variable question = formulas.variable("question " + ++asked);
            tell(formulas.or(question.negate(), formula));
            return known.sat(question) == Tristate.TRUE
                    ? Optional.of(new HashSet<>(known.model().positiveVariables()))
                    : Optional.empty();
        }

        /** Tells that a formula holds, and what the names stand for on which it rests. */
        private void tell(Formula formula) {
            for (Variable name : definitions.behind(List.of(formula), defined)) {
                Formula definition = Objects.requireNonNull(definitions.all().get(name));
                known.add(formulas.or(name.negate(), definition));
                known.add(formulas.or(name, definition.negate()));
            }
            known.add(formula);
        }
    }
}
