package org.spsrules.authoring.mutation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.internal.rule.Rule;

/**
 * Rules with one fault.
 *
 * @param fault the kind of fault
 * @param what what is wrong, for people
 * @param part the part of the sound rule that has the fault, by which its place is found
 * @param rule the sound rule
 * @param faulty the rule as the fault makes it; empty if it is missing
 */
public record Mutant(Fault fault, String what, Object part, Rule rule, Optional<Rule> faulty) {

    /** The rules without this one. */
    public static Mutant missing(Rule rule) {
        return new Mutant(Fault.RULE_MISSING, "1", rule, rule, Optional.empty());
    }

    /** All rules, with the faulty one in the place of the sound one. */
    public List<Rule> in(List<Rule> rules) {
        return rules.stream()
                .flatMap(each -> each.id().equals(rule.id()) ? faulty.stream() : Stream.of(each))
                .toList();
    }

    /** What is wrong, without the line on which it is. */
    public String words() {
        return what.replaceFirst("^\\d+(: )?", "");
    }

    /** Whether the sentence says something else where it applies. */
    public boolean speaksOtherwise() {
        return faulty.filter(other -> !other.then().equals(rule.then())).isPresent();
    }

    @Override
    public String toString() {
        return rule.id() + ":" + what + " (" + fault + ")";
    }
}
