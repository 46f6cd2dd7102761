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
import org.spsrules.vocabulary.Concept;

/** Terms read, in every field that holds any. */
final class TermResolution<P> implements FieldVisitor<P, Object> {

    private final String path;
    private final Values<P> stated;
    private final Reading terms;

    private TermResolution(String path, Values<P> stated, Reading terms) {
        this.path = path;
        this.stated = stated;
        this.terms = terms;
    }

    /** What becomes of a term, given where it stands and the kinds that can stand there. */
    interface Reading {
        /**
         * What stands in its place; of a combination, each of the drugs in it.
         *
         * @param whole whether what is said there of a combination is said of none of the drugs in it
         */
        List<String> of(String path, String term, Set<Concept.Kind> kinds, boolean whole);
    }

    /** The values of a part, with every term read. */
    static <P> Values<P> of(Part<P> part, Values<P> stated, Reading terms) {
        return of("", part, stated, terms);
    }

    private static <P> Values<P> of(String path, Part<P> part, Values<P> stated, Reading terms) {
        TermResolution<P> resolution = new TermResolution<>(path, stated, terms);
        return part.values(field -> field.accept(resolution));
    }

    @Override
    public Object other(Field<P, ?> field) {
        return stated.get(field);
    }

    @Override
    public Object term(Field<P, String> field, Types.Term type) {
        return one(pathOf(field), stated.get(field), type.kinds());
    }

    @Override
    public Object optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return stated.get(field).map(term -> one(pathOf(field), term, type.kinds()));
    }

    /** What stands in the place of a term where only one can; a combination stays as it is. */
    private String one(String place, String term, Set<Concept.Kind> kinds) {
        List<String> read = terms.of(place, term, kinds, false);
        return read.size() == 1 ? read.get(0) : term;
    }

    @Override
    public Object terms(Field<P, Set<String>> field, Types.Terms type) {
        Set<String> found = stated.get(field);
        if (found.isEmpty() || type.kinds().isEmpty()) {
            return found;
        }
        Set<String> codes = new TreeSet<>();
        found.forEach(term ->
                codes.addAll(terms.of(pathOf(field) + "[" + term + "]", term, type.kinds(), field.isOfTheWhole())));
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
