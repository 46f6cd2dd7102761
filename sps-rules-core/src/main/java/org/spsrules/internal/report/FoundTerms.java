package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Concept;

/** Terms of a case of which something holds, where they stand. */
final class FoundTerms<P> implements FieldVisitor<P, List<FoundTerms.Found>> {

    private final String path;
    private final P part;
    private final BiPredicate<String, Set<Concept.Kind>> wanted;

    /**
     * Such a term.
     *
     * @param field where it stands, without the number of the entry
     * @param term as it stands in the case, or its code in a case in codes
     */
    record Found(String field, String term) {}

    private FoundTerms(String path, P part, BiPredicate<String, Set<Concept.Kind>> wanted) {
        this.path = path;
        this.part = part;
        this.wanted = wanted;
    }

    /** All of them, each once for each field, in the order of the case. */
    static <P> Set<Found> in(Part<P> shape, P part, BiPredicate<String, Set<Concept.Kind>> wanted) {
        return new LinkedHashSet<>(in("", shape, part, wanted));
    }

    private static <P> List<Found> in(
            String path, Part<P> shape, P part, BiPredicate<String, Set<Concept.Kind>> wanted) {
        FoundTerms<P> search = new FoundTerms<>(path, part, wanted);
        List<Found> found = new ArrayList<>();
        shape.fields().forEach(field -> found.addAll(field.accept(search)));
        return found;
    }

    @Override
    public List<Found> other(Field<P, ?> field) {
        return List.of();
    }

    @Override
    public List<Found> term(Field<P, String> field, Types.Term type) {
        return found(field, Set.of(field.of(part)), type.kinds());
    }

    @Override
    public List<Found> optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return found(field, field.of(part).map(Set::of).orElse(Set.of()), type.kinds());
    }

    @Override
    public List<Found> terms(Field<P, Set<String>> field, Types.Terms type) {
        return type.kinds().isEmpty() ? List.of() : found(field, field.of(part), type.kinds());
    }

    private List<Found> found(Field<P, ?> field, Set<String> terms, Set<Concept.Kind> kinds) {
        List<Found> found = List.of();
        for (String term : terms) {
            if (wanted.test(term, kinds)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Found(pathOf(field), term));
            }
        }
        return found;
    }

    @Override
    public <Q> List<Found> part(Field<P, Q> field, Types.One<Q> type) {
        return in(pathOf(field), type.part(), field.of(part), wanted);
    }

    @Override
    public <Q> List<Found> parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        List<Found> found = new ArrayList<>();
        for (Q entry : field.of(part)) {
            found.addAll(in(pathOf(field), type.part(), entry, wanted));
        }
        return found;
    }

    private String pathOf(Field<P, ?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
