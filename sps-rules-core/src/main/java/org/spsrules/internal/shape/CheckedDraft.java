package org.spsrules.internal.shape;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spsrules.Problem;

/**
 * A {@link Draft} that is stated by somebody who may err: null is a problem and states nothing. Not safe for use by several
 * threads.
 *
 * @param <P> the part
 */
public final class CheckedDraft<P> {

    private final String path;
    private final List<Problem> problems;
    private final Draft<P> draft;

    /**
     * A part of which nothing is stated.
     *
     * @param path where the part stands in the case
     * @param problems takes what is wrong
     */
    public CheckedDraft(String path, Part<P> part, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
        this.draft = new Draft<>(part);
    }

    /** States a value, in place of the one that was stated before. */
    public <V> void set(Field<P, V> field, @Nullable V value) {
        if (value == null) {
            refuseNull(field);
        } else {
            draft.set(field, value);
        }
    }

    /** States a value that may be left out. */
    public <V> void setOptional(Field<P, Optional<V>> field, @Nullable V value) {
        setOptional(field, value, Function.identity());
    }

    /** States a value that may be left out, given in another form. */
    public <V, F> void setOptional(Field<P, Optional<V>> field, @Nullable F value, Function<F, V> read) {
        set(field, value == null ? null : Optional.of(read.apply(value)));
    }

    /** Adds terms to those that are stated. */
    public void addTerms(Field<P, Set<String>> field, @Nullable String @Nullable [] terms) {
        addTerms(field, terms == null ? null : Arrays.asList(terms));
    }

    /** Adds terms to those that are stated. */
    public void addTerms(Field<P, Set<String>> field, @Nullable Collection<@Nullable String> terms) {
        if (terms == null) {
            refuseNull(field);
            return;
        }
        Set<String> found = new LinkedHashSet<>(draft.get(field));
        for (@Nullable String term : terms) {
            if (term == null) {
                refuseNull(field);
            } else {
                found.add(term);
            }
        }
        draft.set(field, found);
    }

    /** Adds an entry to a list. */
    public <Q> void add(Field<P, List<Q>> field, Q entry) {
        draft.add(field, entry);
    }

    /** How many entries a list has. */
    public int count(Field<P, ? extends List<?>> field) {
        return draft.get(field).size();
    }

    /** Reports a value that is not written as it should be. */
    public void refuse(Field<P, ?> field, String message) {
        refuse(Problem.Kind.MALFORMED, field, message);
    }

    private void refuseNull(Field<P, ?> field) {
        refuse(Problem.Kind.MISSING, field, "is null; leave out what is not known");
    }

    private void refuse(Problem.Kind kind, Field<P, ?> field, String message) {
        problems.add(new Problem(kind, path + field.name(), message));
    }

    /** What is stated so far. */
    public P toPart() {
        return draft.toPart();
    }
}
