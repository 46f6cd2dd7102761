package org.spsrules.authoring.compile;

import java.util.Optional;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * A finding that is read or concluded.
 *
 * @param name code of the finding
 * @param of code of what it is about, empty text if it is about the patient as such; absent if it may be about anything
 */
public record FindingPredicate(String name, Optional<String> of) {

    /** Whether one finding can be both. */
    public boolean overlaps(FindingPredicate other) {
        return name.equals(other.name) && (of.isEmpty() || other.of.isEmpty() || of.equals(other.of));
    }

    /** What a pattern reads; nothing if it does not read findings. */
    public static Optional<FindingPredicate> read(Pattern pattern) {
        return pattern.isFinding()
                ? pattern.literal("name").map(name -> new FindingPredicate(name, pattern.literal("of")))
                : Optional.empty();
    }

    /** What a rule concludes, if it does. */
    public static Optional<FindingPredicate> concluded(Rule rule) {
        Optional<Operand> about = rule.then().findingIsAbout();
        Optional<String> of = about.isPresent() ? about.flatMap(Operand::text) : Optional.of("");
        return rule.then().finding().map(name -> new FindingPredicate(name, of));
    }
}
