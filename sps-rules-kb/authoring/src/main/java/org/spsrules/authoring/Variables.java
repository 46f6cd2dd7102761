package org.spsrules.authoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Suggestion;

/** The variables that a rule has bound so far, and what they stand for. Not thread-safe. */
final class Variables {

    private final RuleProblems problems;
    private final Map<String, ValueKind> bound = new TreeMap<>();

    Variables(RuleProblems problems) {
        this.problems = problems;
    }

    /** Whether the name was free. */
    boolean bind(String name, ValueKind kind) {
        return bound.putIfAbsent(name, kind) == null;
    }

    Set<String> names() {
        return Set.copyOf(bound.keySet());
    }

    /** Forgets what is not among these names: it is not known outside a group. */
    void retain(Set<String> names) {
        bound.keySet().retainAll(names);
    }

    /** Checks a variable that stands where a value of some kind is wanted. */
    void check(Operand.Variable variable, String user, ValueKind wanted) {
        ValueKind kind = bound.get(variable.name());
        if (kind == null) {
            problems.at(
                    variable,
                    LintCode.UNKNOWN_VARIABLE,
                    variable.name() + " is not bound before" + Suggestion.didYouMean(variable.name(), bound.keySet()));
        } else if (!kind.fits(wanted)) {
            problems.at(
                    variable, LintCode.WRONG_TYPE, variable.name() + " is " + kind + "; " + user + " takes " + wanted);
        }
    }
}
