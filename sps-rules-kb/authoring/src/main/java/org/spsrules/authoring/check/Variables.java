package org.spsrules.authoring.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.row.Placeholders;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.spelling.Suggestion;

/** The variables that a rule has bound so far, and what they stand for. Not thread-safe. */
final class Variables {

    private final RuleProblems problems;
    private final Map<String, Bound> bound = new TreeMap<>();

    /** Names that were bound inside a group or a count that has ended. */
    private final Set<String> ended = new HashSet<>();

    /** Names that were bound inside the group that is being checked. */
    private final Set<String> inGroup = new HashSet<>();

    /** Names that the pattern binds whose constraints are being checked. */
    private Set<String> ownNames = Set.of();

    /**
     * What a variable stands for.
     *
     * @param ofRow whether the knowledge base says it, and not the case
     * @param several whether it stands for several values at once
     */
    private record Bound(ValueKind kind, boolean ofRow, boolean several) {}

    Variables(RuleProblems problems) {
        this.problems = problems;
    }

    /** Binds a name to a field of a fact, if it is free. */
    void bind(Constraint.Binding binding, ValueKind kind) {
        bind(binding, new Bound(kind, false, false));
    }

    /** Binds a name to a field of a row, if it is free. */
    void bindToRow(Constraint.Binding binding, ValueKind kind, boolean several) {
        bind(binding, new Bound(kind, true, several));
    }

    private void bind(Constraint.Binding binding, Bound value) {
        String name = binding.variable();
        if (ended.contains(name)) {
            problems.at(
                    binding,
                    LintCode.WRONG_USE,
                    name + " is bound in a group or a count above; take another name here");
        } else if (bound.putIfAbsent(name, value) != null) {
            problems.at(binding, LintCode.WRONG_USE, name + " is bound already");
        }
    }

    /** From here on, the constraints of a pattern are checked that binds these names itself, for later ones to use. */
    void enterPattern(Set<String> names) {
        ownNames = names;
    }

    /** What a pattern has bound is no longer its own: what follows can use it. */
    void leavePattern() {
        ownNames = Set.of();
    }

    Set<String> names() {
        return Set.copyOf(bound.keySet());
    }

    /** Forgets what is not among these names: what one alternative binds is not known in the next. */
    void retain(Set<String> names) {
        bound.keySet().forEach(name -> {
            if (!names.contains(name)) {
                inGroup.add(name);
            }
        });
        bound.keySet().retainAll(names);
    }

    /** Ends a group or a count: what it bound is known no longer, and the names are not free either. */
    void endGroup() {
        ended.addAll(inGroup);
        inGroup.clear();
    }

    /** Checks a variable that stands where a value of some kind is wanted. */
    void check(Operand.Variable variable, String user, ValueKind wanted) {
        Bound value = bound.get(variable.name());
        if (value == null) {
            problems.at(
                    variable,
                    LintCode.UNKNOWN_VARIABLE,
                    variable.name() + " is not bound before" + hint(variable.name()));
        } else if (!value.kind.fits(wanted)) {
            problems.at(
                    variable,
                    LintCode.WRONG_TYPE,
                    variable.name() + " is " + value.kind + "; " + user + " takes " + wanted);
        }
    }

    /** Checks an operand that stands where one value is taken and no more. */
    void checkOne(Operand operand, String user) {
        operand.variable()
                .filter(name -> bound.containsKey(name) && bound.get(name).several)
                .ifPresent(name -> problems.at(
                        operand, LintCode.WRONG_USE, name + " stands for several; " + user + " speaks of one"));
    }

    /** Checks the variables in a text for people to read, which can only say what the knowledge base says. */
    void checkText(Part part, String text) {
        for (String name : Placeholders.in(text)) {
            Bound value = bound.get(name);
            if (value == null || !value.ofRow) {
                problems.at(
                        part,
                        LintCode.UNKNOWN_VARIABLE,
                        name + " is not bound to what a row says" + (value == null ? hint(name) : "")
                                + "; a text can hold nothing else of the rule");
            }
        }
    }

    private String hint(String name) {
        if (ownNames.contains(name)) {
            return "; what a pattern binds can be used only by those after it";
        }
        return ended.contains(name)
                ? "; what is bound in a group or a count is not known outside"
                : Suggestion.didYouMean(name, bound.keySet());
    }
}
