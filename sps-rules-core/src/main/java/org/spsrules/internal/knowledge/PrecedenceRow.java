package org.spsrules.internal.knowledge;

import java.util.List;
import java.util.Optional;
import org.spsrules.internal.rule.Verb;

/**
 * A direction that outranks others of the same drug (D-55): while it holds, the report withholds what says otherwise.
 * Exactly one of {@code finding} and {@code said} is present, or {@code once} is.
 *
 * @param finding code of the finding that outranks; about a drug, or about none, which means all
 * @param said the verb that outranks where a rule says it of the drug
 * @param once the verb that a report says of one drug at a time
 * @param withholds the verbs that are not said of the drug meanwhile; empty for {@code once}
 * @param behind with {@code once}: the verbs of which one, said of another drug and earlier, goes first
 * @param among the class of which both drugs are then; present if {@code behind} is not empty
 */
public record PrecedenceRow(
        Optional<String> finding,
        Optional<Verb> said,
        Optional<Verb> once,
        List<Verb> withholds,
        List<Verb> behind,
        Optional<String> among) {

    /** Whether it makes what is said of one drug wait for what is said of another. */
    public boolean delays(Verb verb) {
        return once.equals(Optional.of(verb));
    }
}
