package org.spsrules.internal.reference;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** A finding that is asked for; without a subject, whatever it is about. */
record WantedFinding(String name, Optional<String> of) {

    /** The finding that a pattern asks for. */
    static WantedFinding by(Pattern pattern, Map<String, Object> variables) {
        Optional<String> compared = settled(pattern, "of", variables);
        return new WantedFinding(
                settled(pattern, "name", variables)
                        .orElseThrow(() -> new IllegalArgumentException("a finding has a name: " + pattern.text())),
                compared.isPresent()
                        ? compared
                        : pattern.bound("of").map(variables::get).map(String::valueOf));
    }

    /** The word with which a field is compared, if that is settled already. */
    private static Optional<String> settled(Pattern pattern, String field, Map<String, Object> variables) {
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Comparison comparison
                    && comparison.field().equals(field)
                    && !comparison.isOpen(variables)) {
                return Optional.of(comparison.operand().wordIn(variables));
            }
        }
        return Optional.empty();
    }

    /** Whether a rule concludes findings of this name. */
    boolean isOfTheNameOf(Rule rule) {
        return rule.then().finding().filter(name::equals).isPresent();
    }

    /** What a record has by itself is slow until it has been compiled, and much is looked up by this. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + of.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WantedFinding wanted && name.equals(wanted.name) && of.equals(wanted.of);
    }

    /** Whether a rule that concludes findings of this name may conclude this one. */
    boolean mayBeConcludedBy(Rule rule) {
        return of.isEmpty()
                || rule.then()
                        .findingIsAbout()
                        .flatMap(Operand::text)
                        .map(of.get()::equals)
                        .orElse(true);
    }
}
