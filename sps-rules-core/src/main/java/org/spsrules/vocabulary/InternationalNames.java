package org.spsrules.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.spelling.InternationalForm;

/**
 * The drugs by their nonproprietary names in other languages. A form that two drugs have in common means neither. Made when a
 * name is looked up for the first time. Thread-safe.
 */
final class InternationalNames {

    private static final String SEVERAL = "";

    private final Collection<Concept> concepts;
    private @Nullable Map<String, String> made;

    InternationalNames(Collection<Concept> concepts) {
        this.concepts = concepts;
    }

    private synchronized Map<String, String> codes() {
        Map<String, String> codes = made;
        if (codes == null) {
            codes = new HashMap<>();
            for (Concept concept : concepts) {
                if (concept.kind() == Concept.Kind.THERAPY) {
                    add(concept, codes);
                }
            }
            made = codes;
        }
        return codes;
    }

    private static void add(Concept concept, Map<String, String> codes) {
        Stream.concat(Stream.of(concept.code(), concept.name()), concept.synonyms().stream())
                .filter(InternationalForm::has)
                .map(InternationalForm::of)
                .forEach(form ->
                        codes.merge(form, concept.code(), (known, added) -> known.equals(added) ? known : SEVERAL));
    }

    /** The code of the one drug that has this name in some language. */
    Optional<String> code(String name) {
        return InternationalForm.has(name)
                ? Optional.ofNullable(codes().get(InternationalForm.of(name))).filter(code -> !code.equals(SEVERAL))
                : Optional.empty();
    }
}
