package org.spsrules.authoring.mutation;

/** The kinds of fault that can be put into a rule. */
public enum Fault {
    RULE_MISSING("the rule is missing", Origin.EITHER),
    CONCLUDED_TOO_LATE("rules that read the finding are applied before the rule that concludes it", Origin.ENGINE),
    WRONG_OBJECT("the sentence speaks of something else", Origin.EITHER),
    CONSTRAINT_DROPPED("a constraint is not looked at", Origin.EITHER),
    LIMIT_OFF_BY_ONE("a limit excludes what it includes, or the reverse", Origin.EITHER),
    LIMIT_MOVED("a limit lies one step away, on the other side", Origin.AUTHOR),
    COMPARISON_REVERSED("a limit bounds from the other side", Origin.AUTHOR),
    WORD_MISREAD("a word is taken for another", Origin.EITHER),
    CONCEPT_SWAPPED("a concept stands where another of its class is meant", Origin.AUTHOR),
    QUESTION_REVERSED("a question is taken for its opposite", Origin.EITHER),
    UNKNOWN_READ_AS_NO("a question that also holds if the answer is not known holds only if it is", Origin.EITHER),
    UNKNOWN_READ_AS_YES("a question that holds only if the answer is known holds also if it is not", Origin.EITHER),
    FIRST_FACT_ONLY("only the first fact that fits is matched", Origin.ENGINE),
    NOT_IGNORED("a negated finding is not looked at", Origin.EITHER),
    NOT_REVERSED("a finding must be there that must not, or the reverse", Origin.AUTHOR),
    ALTERNATIVE_DROPPED("one of several alternatives is not looked at", Origin.EITHER),
    DISJUNCT_DROPPED("one of several terms is not looked at", Origin.AUTHOR),
    COUNT_OFF_BY_ONE("a count is one too high or too low", Origin.EITHER),
    CLASS_READ_AS_MEMBER("only one member of a class is recognised", Origin.EITHER),
    ACTION_CHANGED("the sentence says to do something else", Origin.AUTHOR),
    LEVEL_CHANGED("an alert is of another level", Origin.AUTHOR),
    PRECONDITION_DROPPED("what must come first is left out", Origin.AUTHOR),
    ROW_MISSING("the row is missing", Origin.AUTHOR),
    ROW_WEAKENED("the row says less than it should", Origin.AUTHOR);

    /** Who makes it. */
    private enum Origin {
        ENGINE,
        AUTHOR,
        EITHER
    }

    private final String meaning;
    private final Origin origin;

    Fault(String meaning, Origin origin) {
        this.meaning = meaning;
        this.origin = origin;
    }

    /** Whether an engine can make it that reads sound rules. */
    boolean isOfAnEngine() {
        return origin != Origin.AUTHOR;
    }

    /** Whether the author of a rule can make it. */
    boolean isOfAnAuthor() {
        return origin != Origin.ENGINE;
    }

    @Override
    public String toString() {
        return meaning;
    }
}
