package org.spsrules.authoring.generate;

import org.spsrules.Answer;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Types;

/** Any word for every field of a part that holds one, most answers being unknown. */
final class RandomWords<P> implements FieldVisitor<P, Boolean> {

    private final Draw draw;
    private final Draft<P> draft;

    private RandomWords(Draw draw, Draft<P> draft) {
        this.draw = draw;
        this.draft = draft;
    }

    static <P> void fill(Draft<P> draft, Draw draw) {
        RandomWords<P> words = new RandomWords<>(draw, draft);
        draft.part().fields().forEach(field -> field.accept(words));
    }

    @Override
    public Boolean other(Field<P, ?> field) {
        return false;
    }

    @Override
    public <E extends Enum<E>> Boolean word(Field<P, E> field, Types.Word<E> type) {
        boolean rarelyKnown = type.unstated() == Answer.UNKNOWN && draw.chance(60);
        draft.set(field, rarelyKnown ? type.unstated() : draw.one(type.words()));
        return true;
    }
}
