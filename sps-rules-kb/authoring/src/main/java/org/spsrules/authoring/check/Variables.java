package org.spsrules.authoring.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.spelling.Suggestion;

/** The variables that a rule has bound so far, and what they stand for. Not thread-safe. */
final class Variables {

    private final RuleProblems problems;
    private final Map<String, ValueKind> bound = new TreeMap<>();

    /** Names that were bound inside a group or a count that has ended. */
    private final Set<String> ended = new HashSet<>();

    /** Names that were bound inside the group that is being checked. */
    private final Set<String> inGroup = new HashSet<>();

    /** Names that the pattern binds whose constraints are being checked. */
    private Set<String> ownNames = Set.of();

    Variables(RuleProblems problems) {
        this.problems = problems;
    }

    /** Binds a name, if it is free. */
    void bind(Constraint.Binding binding, ValueKind kind) {
        String name = binding.variable();
        if (ended.contains(name)) {
            problems.at(
                    binding,
                    LintCode.WRONG_USE,
                    name + " is bound in a group or a count above; take another name here");
        } else if (bound.putIfAbsent(name, kind) != null) {
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
        ValueKind kind = bound.get(variable.name());
        if (kind == null) {
            problems.at(
                    variable,
                    LintCode.UNKNOWN_VARIABLE,
                    variable.name() + " is not bound before" + hint(variable.name()));
        } else if (!kind.fits(wanted)) {
            problems.at(
                    variable, LintCode.WRONG_TYPE, variable.name() + " is " + kind + "; " + user + " takes " + wanted);
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
