package org.spsrules.internal.shape;

import java.util.ArrayList;
import java.util.List;

/** The ways in which what is not known of a part may turn out, as far as one question can tell them apart. */
public final class Completions<P> implements FieldVisitor<P, List<P>> {

    private final Part<P> shape;
    private final List<P> soFar;

    private Completions(Part<P> shape, List<P> soFar) {
        this.shape = shape;
        this.soFar = soFar;
    }

    /** All of them; the part alone if nothing that the question reads is open. */
    public static <P> List<P> of(Part<P> shape, P stated, String factType, String question) {
        List<P> completions = List.of(stated);
        for (Field<P, ?> field : shape.fields()) {
            if (field.isOpenWhenSilent() && !field.isStated(stated) && field.isReadBy(factType, question)) {
                completions = field.accept(new Completions<>(shape, completions));
            }
        }
        return completions;
    }

    @Override
    public List<P> other(Field<P, ?> field) {
        return soFar;
    }

    @Override
    public <E extends Enum<E>> List<P> word(Field<P, E> field, Types.Word<E> type) {
        List<P> completions = new ArrayList<>();
        for (P part : soFar) {
            type.known().forEach(word -> completions.add(shape.with(part, field, word)));
        }
        return completions;
    }
}
