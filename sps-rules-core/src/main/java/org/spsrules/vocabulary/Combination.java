package org.spsrules.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * The drugs that one entry of a record holds: {@code promethazine/codeine}, {@code Percocet}, the code of a product of several
 * ingredients. Immutable.
 *
 * @param therapies codes of those that the vocabulary has, in the order of the name
 * @param others names of those that it does not have
 */
public record Combination(List<String> therapies, List<String> others) {

    /** Copies the lists. */
    public Combination {
        therapies = List.copyOf(therapies);
        others = List.copyOf(others);
    }

    /** All of them as terms of a case: codes, and {@link OtherTerm other terms}. */
    public List<String> terms() {
        return Stream.concat(therapies.stream(), others.stream().map(OtherTerm::of))
                .toList();
    }

    /** All of them by name, for a sentence. */
    String named() {
        return String.join(
                " and ", Stream.concat(therapies.stream(), others.stream()).toList());
    }
}
