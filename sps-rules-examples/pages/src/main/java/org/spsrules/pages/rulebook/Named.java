package org.spsrules.pages.rulebook;

import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.internal.rule.Rule;

/**
 * The codes that a rule names. Each page of a therapy asks every rule for them, so they are gathered once.
 *
 * @param said what its sentence speaks of
 * @param asked what its conditions ask for
 * @param anywhere all of them, and those in the rest of its sentence
 */
record Named(Set<String> said, Set<String> asked, Set<String> anywhere) {

    static Named in(Rule rule) {
        return new Named(
                rule.then().objects().stream()
                        .flatMap(object -> object.text().stream())
                        .collect(Collectors.toSet()),
                rule.patterns().stream()
                        .flatMap(pattern -> pattern.operands())
                        .flatMap(operand -> operand.text().stream())
                        .collect(Collectors.toSet()),
                rule.texts().collect(Collectors.toSet()));
    }
}
