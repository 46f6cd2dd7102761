package org.spsrules.authoring.mutation;

/** The kinds of fault that can be put into a rule. */
public enum Fault {
    RULE_MISSING("the rule is missing"),
    CONCLUDED_TOO_LATE("rules that read the finding are applied before the rule that concludes it"),
    WRONG_OBJECT("the sentence speaks of something else"),
    CONSTRAINT_DROPPED("a constraint is not looked at"),
    LIMIT_OFF_BY_ONE("a limit excludes what it includes, or the reverse"),
    WORD_MISREAD("a word is taken for another"),
    QUESTION_REVERSED("a question is taken for its opposite"),
    UNKNOWN_READ_AS_NO("a question that also holds if the answer is not known holds only if it is"),
    UNKNOWN_READ_AS_YES("a question that holds only if the answer is known holds also if it is not"),
    FIRST_FACT_ONLY("only the first fact that fits is matched"),
    NOT_IGNORED("a negated finding is not looked at"),
    ALTERNATIVE_DROPPED("one of several alternatives is not looked at"),
    COUNT_OFF_BY_ONE("a count is one too high or too low"),
    CLASS_READ_AS_MEMBER("only one member of a class is recognised");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String toString() {
        return meaning;
    }
}
