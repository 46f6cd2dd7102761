package org.spsrules.authoring.invariant;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that must hold of every case and its report.
 *
 * @param sentence says it
 * @param check finds what breaks it
 */
public record Invariant(String sentence, Function<Outcome, Optional<Breach>> check) {

    /**
     * What breaks an invariant.
     *
     * @param ruleId the rule that spoke, if it is one
     * @param detail what it said
     */
    public record Breach(Optional<String> ruleId, String detail) {}

    /** What breaks it in this case, if anything does. */
    public Optional<Breach> breach(Outcome outcome) {
        return check.apply(outcome);
    }

    /** What breaks it, in words. */
    public String brokenBy(Breach breach) {
        return sentence + " Broken by " + breach.detail();
    }
}
