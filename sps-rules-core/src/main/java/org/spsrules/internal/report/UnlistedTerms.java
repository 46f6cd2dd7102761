package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Vocabulary;

/** The terms of a case that the vocabulary does not list, where they stand. */
final class UnlistedTerms<P> implements FieldVisitor<P, List<UnlistedTerms.Found>> {

    private final String path;
    private final P part;
    private final Vocabulary vocabulary;

    /**
     * Such a term.
     *
     * @param field where it stands, without the number of the entry
     * @param code the code that the case in codes has for it
     */
    record Found(String field, String code) {}

    private UnlistedTerms(String path, P part, Vocabulary vocabulary) {
        this.path = path;
        this.part = part;
        this.vocabulary = vocabulary;
    }

    /** All of them, each once for each field, in the order of the case. */
    static <P> Set<Found> in(Part<P> shape, P part, Vocabulary vocabulary) {
        return new LinkedHashSet<>(in("", shape, part, vocabulary));
    }

    private static <P> List<Found> in(String path, Part<P> shape, P part, Vocabulary vocabulary) {
        UnlistedTerms<P> search = new UnlistedTerms<>(path, part, vocabulary);
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
        return found(field, Set.of(field.of(part)));
    }

    @Override
    public List<Found> optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return found(field, field.of(part).map(Set::of).orElse(Set.of()));
    }

    @Override
    public List<Found> terms(Field<P, Set<String>> field, Types.Terms type) {
        return type.kinds().isEmpty() ? List.of() : found(field, field.of(part));
    }

    private List<Found> found(Field<P, ?> field, Set<String> codes) {
        return codes.stream()
                .filter(code -> !vocabulary.isListed(code))
                .map(code -> new Found(pathOf(field), code))
                .toList();
    }

    @Override
    public <Q> List<Found> part(Field<P, Q> field, Types.One<Q> type) {
        return in(pathOf(field), type.part(), field.of(part), vocabulary);
    }

    @Override
    public <Q> List<Found> parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        return field.of(part).stream()
                .flatMap(entry -> in(pathOf(field), type.part(), entry, vocabulary).stream())
                .toList();
    }

    private String pathOf(Field<P, ?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
