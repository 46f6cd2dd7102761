package org.spsrules.internal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.internal.shape.Values;

/** Codes in the place of terms, in every field that holds any. */
final class TermResolution<P> implements FieldVisitor<P, Object> {

    private final String path;
    private final Values<P> stated;
    private final Terms terms;

    private TermResolution(String path, Values<P> stated, Terms terms) {
        this.path = path;
        this.stated = stated;
        this.terms = terms;
    }

    /** The values of a part in codes; what is not known stays as it is. */
    static <P> Values<P> of(Part<P> part, Values<P> stated, Terms terms) {
        return of("", part, stated, terms);
    }

    private static <P> Values<P> of(String path, Part<P> part, Values<P> stated, Terms terms) {
        TermResolution<P> resolution = new TermResolution<>(path, stated, terms);
        return part.values(field -> field.accept(resolution));
    }

    @Override
    public Object other(Field<P, ?> field) {
        return stated.get(field);
    }

    @Override
    public Object term(Field<P, String> field, Types.Term type) {
        return terms.code(pathOf(field), stated.get(field), type.kinds());
    }

    @Override
    public Object optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return stated.get(field).map(term -> terms.code(pathOf(field), term, type.kinds()));
    }

    @Override
    public Object terms(Field<P, Set<String>> field, Types.Terms type) {
        Set<String> found = stated.get(field);
        if (found.isEmpty() || type.kinds().isEmpty()) {
            return found;
        }
        Set<String> codes = new TreeSet<>();
        found.forEach(term -> codes.add(terms.code(pathOf(field) + "[" + term + "]", term, type.kinds())));
        return codes.equals(found) ? found : codes;
    }

    @Override
    public <Q> Object part(Field<P, Q> field, Types.One<Q> type) {
        return resolved(pathOf(field), type.part(), stated.get(field));
    }

    @Override
    public <Q> Object parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        List<Q> found = stated.get(field);
        List<Q> resolved = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            resolved.add(resolved(pathOf(field) + "[" + i + "]", type.part(), found.get(i)));
        }
        return resolved.equals(found) ? found : resolved;
    }

    private <Q> Q resolved(String place, Part<Q> part, Q found) {
        Values<Q> before = part.values(found);
        Values<Q> after = of(place, part, before, terms);
        return after.equals(before) ? found : part.make(after);
    }

    private String pathOf(Field<P, ?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
