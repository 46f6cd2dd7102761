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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.sat.MiniSatConfig;
import org.spsrules.PatientCase;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
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
    private final ReportFormulas reportFormulas;
    private final Map<Rule, String> unseen = new LinkedHashMap<>();
    private final Set<Variable> defined = new HashSet<>();
    private final Set<Formula> told = new HashSet<>();
    private final MiniSat solver = MiniSat.miniSat(
            formulas,
            MiniSatConfig.builder()
                    .cnfMethod(MiniSatConfig.CNFMethod.FULL_PG_ON_SOLVER)
                    .build());
    private int size;
    private int asked;

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
        reportFormulas = new ReportFormulas(knowledge, rules, ruleFormulas, facts, space, definitions);
    }

    /** The rules that the model does not see, of those that were asked about, each with what it asks that has no formula. */
    public Map<Rule, String> unseen() {
        return Collections.unmodifiableMap(unseen);
    }

    /** By each thing that a rule can say: in which cases it says it; nothing if the model does not see the rule. */
    public Map<List<String>, Formula> matches(Rule rule) {
        return seen(rule, ruleFormulas::matches);
    }

    /**
     * By each thing that a rule can say: in which cases a report says it, and does not withhold it; nothing if the model does
     * not see the rule, or one that outranks it.
     */
    public Map<List<String>, Formula> said(Rule rule) {
        return seen(rule, reportFormulas::said);
    }

    private Map<List<String>, Formula> seen(Rule rule, Function<Rule, Map<List<String>, Formula>> reading) {
        try {
            return reading.apply(rule);
        } catch (UnmodelledException e) {
            unseen.put(rule, e.getMessage());
            return Map.of();
        }
    }

    /** Whether the model sees a rule, and what keeps back what it says. */
    public boolean sees(Rule rule) {
        said(rule);
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

    /**
     * By what some variables stand for: in which cases conditions hold.
     *
     * @throws UnmodelledException if they ask what has no formula
     */
    public Map<Map<String, Object>, Formula> solutions(List<Condition> conditions, List<Operand> variables) {
        return ruleFormulas.solutions(
                conditions,
                Map.of(),
                variables.stream()
                        .flatMap(operand -> operand.variable().stream())
                        .collect(Collectors.toSet()));
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
        return read(cases, this::matches);
    }

    /**
     * What reports say of cases and do not withhold, in the order of the cases.
     *
     * @param cases at most {@link #MOST_CASES}
     * @throws BeyondTheModelException if one of them is none of those that the model stands for
     */
    public List<Set<Match>> saidOf(List<PatientCase> cases) {
        return read(cases, this::said);
    }

    private List<Set<Match>> read(List<PatientCase> cases, Function<Rule, Map<List<String>, Formula>> reading) {
        Map<Rule, Map<List<String>, Formula>> all = new LinkedHashMap<>();
        rules.forEach(rule -> all.put(rule, reading.apply(rule)));
        Lanes lanes = lanes(cases);
        List<Set<Match>> found = new ArrayList<>();
        cases.forEach(patientCase -> found.add(new HashSet<>()));
        all.forEach((rule, ways) -> ways.forEach((objects, holds) -> {
            long holding = lanes.holding(holds);
            for (int i = 0; i < found.size(); i++) {
                if ((holding >>> i & 1) != 0) {
                    found.get(i).add(new Match(rule, objects));
                }
            }
        }));
        return found;
    }

    private Lanes lanes(List<PatientCase> cases) {
        Lanes lanes = new Lanes(definitions.all());
        for (int i = 0; i < cases.size(); i++) {
            lanes.put(i, space.of(cases.get(i)));
        }
        return lanes;
    }

    /**
     * Whether a formula holds of one of these cases. To look at many takes less time than to solve whether there is one.
     *
     * @throws BeyondTheModelException if one of them is none of those that the model stands for
     */
    public boolean holdsOfAny(List<PatientCase> cases, Formula formula) {
        for (int i = 0; i < cases.size(); i += MOST_CASES) {
            List<PatientCase> some = cases.subList(i, Math.min(cases.size(), i + MOST_CASES));
            long asked = -1L >>> MOST_CASES - some.size();
            if ((lanes(some).holding(formula) & asked) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the model stands for a case. */
    public boolean standsFor(PatientCase patientCase) {
        try {
            return !space.of(patientCase).isEmpty();
        } catch (BeyondTheModelException e) {
            return false;
        }
    }

    /** A plain case of which a formula holds; empty if there is none. */
    public Optional<PatientCase> caseWhere(Formula formula) {
        return isPossible(formula)
                ? Optional.of(SolvedCase.of(
                        space, plain(formula, new HashSet<>(solver.model().positiveVariables()))))
                : Optional.empty();
    }

    /** A solution without most of what it can do without: a solver states much that nobody asked about. */
    private Set<Variable> plain(Formula formula, Set<Variable> solution) {
        List<Variable> optional = space.optional().filter(solution::contains).toList();
        Set<Variable> kept = new HashSet<>(solution);
        kept.removeAll(definitions.all().keySet());
        for (int size = optional.size(); size > 0; size /= 2) {
            for (int from = 0; from < optional.size(); from += size) {
                List<Variable> some = optional.subList(from, Math.min(optional.size(), from + size)).stream()
                        .filter(kept::contains)
                        .toList();
                some.forEach(kept::remove);
                if (!some.isEmpty() && !isMet(formula, kept)) {
                    kept.addAll(some);
                }
            }
        }
        return kept;
    }

    private boolean isMet(Formula formula, Set<Variable> known) {
        Lanes lanes = new Lanes(definitions.all());
        lanes.put(0, List.copyOf(known));
        return (lanes.holding(formula) & 1) != 0;
    }

    /** Whether there is a case of which a formula holds. */
    public boolean isPossible(Formula formula) {
        if (size != space.size()) {
            size = space.size();
            CaseLimits.of(space, facts).stream().filter(told::add).forEach(this::tell);
        }
        Variable question = formulas.variable("question " + ++asked);
        tell(formulas.or(question.negate(), formula));
        return solver.sat(question) == Tristate.TRUE;
    }

    /** Tells the solver that a formula holds, and what the names stand for on which it rests. */
    private void tell(Formula formula) {
        for (Variable name : definitions.behind(List.of(formula), defined)) {
            Formula definition = Objects.requireNonNull(definitions.all().get(name));
            solver.add(formulas.or(name.negate(), definition));
            solver.add(formulas.or(name, definition.negate()));
        }
        solver.add(formula);
    }
}
