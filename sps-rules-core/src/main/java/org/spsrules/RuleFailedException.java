package org.spsrules;

/**
 * A rule that failed, or on which the two engines disagree. No partial report is given out. The message names the rule
 * and nothing of the patient.
 */
public final class RuleFailedException extends SpsRulesException {

    private static final long serialVersionUID = 1L;

    private final String ruleId;

    /** An exception for the rule with this id. */
    public RuleFailedException(String ruleId, String message) {
        super("Rule " + ruleId + " " + message);
        this.ruleId = ruleId;
    }

    /** The rule that failed, for example {@code first-line/start-diazepam}. */
    public String ruleId() {
        return ruleId;
    }
}
