package org.spsrules.authoring.mutation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.spsrules.vocabulary.Concept;

/** Concepts that stand beside each other in a class, of which one is easily written for another. Immutable. */
final class Siblings {

    private final Map<String, Concept> concepts = new HashMap<>();
    private final Map<String, TreeSet<String>> children = new HashMap<>();

    Siblings(List<Concept> concepts) {
        for (Concept concept : concepts) {
            this.concepts.put(concept.code(), concept);
            for (String parent : concept.parents()) {
                children.computeIfAbsent(parent, any -> new TreeSet<>()).add(concept.code());
            }
        }
    }

    /** The next concept of a class to which this one belongs, of the same kind and none of those that are named already. */
    Optional<String> of(String code, Collection<String> named) {
        Concept concept = concepts.get(code);
        return concept == null
                ? Optional.empty()
                : concept.parents().stream()
                        .flatMap(parent -> children.get(parent).stream())
                        .filter(other -> concepts.get(other).kind() == concept.kind())
                        .filter(other -> !other.equals(code) && !named.contains(other))
                        // From here on in the alphabet, so that not one concept takes the place of all.
                        .min(Comparator.comparing((String other) -> other.compareTo(code) < 0)
                                .thenComparing(Comparator.naturalOrder()));
    }
}
