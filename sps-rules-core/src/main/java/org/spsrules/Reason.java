package org.spsrules;

import java.util.List;
import java.util.Optional;

/**
 * Why a rule applies or does not, or why one of its conditions holds or does not: a node of a tree that leads from a
 * rule through its conditions, and through the rules behind findings, down to the facts of the case. Immutable.
 *
 * @param kind what the node stands for
 * @param verdict whether it holds
 * @param text the rule's title, or the condition in words
 * @param known what the case says about it; empty if the text says it all
 * @param rule id of the rule, if the node stands for one
 * @param parts what it rests on: conditions of a rule, alternatives of a group, rules behind a finding
 */
public record Reason(
        Kind kind, Verdict verdict, String text, Optional<String> known, Optional<String> rule, List<Reason> parts) {

    /** Copies the parts. */
    public Reason {
        parts = List.copyOf(parts);
    }

    /** What a node stands for. */
    public enum Kind {
        /** A rule; its parts are its conditions, all of which must hold. */
        RULE,
        /** A condition about facts of the case. */
        FACT,
        /** A condition that some rule concludes something; its parts are those rules. */
        FINDING,
        /** A condition that no rule concludes something; its parts are the rules that do, or that might. */
        NO_FINDING,
        /** A group of which one alternative must hold. */
        ANY_OF,
        /** Conditions of which all must hold. */
        ALL_OF,
        /** A condition that enough facts of a sort are there. */
        COUNT
    }

    /** Whether a condition holds. */
    public enum Verdict {
        /** It holds. */
        HOLDS,
        /** Its opposite is not known, and the rule takes that for enough. */
        ASSUMED,
        /** It does not hold as far as is known, but would if what is not known turned out one way. */
        UNKNOWN,
        /** It does not hold, whatever is not known. */
        FAILS;

        /** Whether the rule can apply. */
        public boolean met() {
            return this == HOLDS || this == ASSUMED;
        }
    }
}
