package org.spsrules.authoring.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.EverydayWord;
import org.spsrules.authoring.row.RowModel;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;

/** Checks the conditions of one rule against the fact model. Not thread-safe. */
final class ConditionCheck {

    /** Each of them alone multiplies the work by the number of its facts, of which a case may have hundreds. */
    private static final int MOST_UNJOINED = 3;

    private final RuleProblems problems;
    private final Variables variables;
    private final ConstraintCheck constraints;
    private int unjoined;

    ConditionCheck(RuleProblems problems, Variables variables, CodeCheck codes) {
        this.problems = problems;
        this.variables = variables;
        this.constraints = new ConstraintCheck(problems, variables, codes);
    }

    void check(Condition condition) {
        if (condition instanceof Pattern pattern) {
            join(pattern);
            pattern(pattern);
            return;
        }
        Set<String> outside = variables.names();
        if (condition instanceof Condition.AnyOf group) {
            for (List<Pattern> alternative : group.alternatives()) {
                alternative.forEach(this::pattern);
                variables.retain(outside);
            }
        } else {
            Pattern counted = ((Condition.Count) condition).pattern();
            pattern(counted);
            counted.operands().forEach(operand -> variables.checkOne(operand, "a count"));
            variables.retain(outside);
        }
        variables.endGroup();
    }

    /** Facts that have nothing to do with each other are not tried in every combination. */
    private void join(Pattern pattern) {
        boolean joined = FactModel.instance().isSingle(pattern.factType())
                || pattern.variables().findAny().isPresent()
                || pattern.bindings().stream()
                        .anyMatch(binding -> variables.names().contains(binding.variable()));
        if (pattern.branches() && !joined && ++unjoined == MOST_UNJOINED + 1) {
            problems.at(
                    pattern,
                    LintCode.WRONG_USE,
                    "with this pattern, facts of " + unjoined
                            + " patterns would be tried in every combination; say how it"
                            + " belongs to one before it, as in therapy == $drug, or write exists");
        }
    }

    private void pattern(Pattern pattern) {
        Optional<FactType> row = RowModel.type(pattern.factType());
        Optional<FactType> type = row.or(() -> FactModel.instance().type(pattern.factType()));
        if (type.isEmpty()) {
            Set<String> names = new LinkedHashSet<>(FactModel.instance().types().keySet());
            names.addAll(RowModel.types().keySet());
            problems.at(
                    pattern,
                    LintCode.UNKNOWN_FACT_TYPE,
                    pattern.factType() + " is not a fact type; the fact types are " + String.join(", ", names)
                            + EverydayWord.instead(pattern.factType(), names));
            return;
        }
        if (row.isPresent() && pattern.quantifier() != Quantifier.EACH) {
            problems.at(
                    pattern,
                    LintCode.WRONG_USE,
                    "a rule is about each row that fits; rows stand without not and exists, as in " + pattern.factType()
                            + "( … )");
        } else if (pattern.isNegated() && !pattern.isFinding()) {
            problems.at(
                    pattern,
                    LintCode.OPEN_WORLD_NEGATION,
                    "not " + pattern.factType() + " would take what is unknown for absent; say which is meant, for"
                            + " example hasNot( … ), neverHad( … ) or untried( … )");
        }
        if (pattern.isFinding() && pattern.literal("name").isEmpty()) {
            problems.at(pattern, LintCode.UNNAMED_FINDING, "say which finding: Finding( name == \"…\" )");
        }
        if (pattern.constraints().isEmpty()) {
            problems.at(pattern, LintCode.EMPTY_PATTERN, pattern.factType() + "() says nothing about the patient");
        }
        List<Constraint.Binding> bindings = pattern.bindings();
        variables.enterPattern(
                bindings.stream().map(Constraint.Binding::variable).collect(Collectors.toSet()));
        pattern.demands().forEach(constraint -> constraints.check(pattern, type.get(), constraint));
        variables.leavePattern();
        bindings.forEach(binding -> constraints.check(pattern, type.get(), binding));
    }
}
