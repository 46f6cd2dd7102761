package org.spsrules.authoring.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.vocabulary.Concept;

/** Concepts that stand beside each other in a class, of which one is easily written for another. Immutable. */
final class Siblings {

    private final Map<String, Concept> byCode = new HashMap<>();
    private final Map<String, List<Concept>> byParent = new HashMap<>();

    Siblings(List<Concept> concepts) {
        for (Concept concept : concepts) {
            byCode.put(concept.code(), concept);
            for (String parent : concept.parents()) {
                byParent.computeIfAbsent(parent, any -> new ArrayList<>()).add(concept);
            }
        }
    }

    /** The next concept of a class to which this one belongs, of the same kind and none of those that are named already. */
    Optional<String> of(String code, Collection<String> named) {
        return Optional.ofNullable(byCode.get(code))
                .flatMap(concept -> concept.parents().stream()
                        .flatMap(parent -> byParent.getOrDefault(parent, List.of()).stream())
                        .filter(other -> other.kind() == concept.kind())
                        .map(Concept::code)
                        .filter(other -> !other.equals(code) && !named.contains(other))
                        // From here on in the alphabet, so that not one concept takes the place of all.
                        .min(Comparator.comparing((String other) -> other.compareTo(code) < 0)
                                .thenComparing(Comparator.naturalOrder())));
    }
}
