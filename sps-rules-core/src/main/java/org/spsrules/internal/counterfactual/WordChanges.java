package org.spsrules.internal.counterfactual;

import java.util.Set;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.Types;

/** Every other word of every field of a part that rules read. */
final class WordChanges<P> implements FieldVisitor<P, Boolean> {

    /** Read by the report whatever the rules ask: what stands against a therapy that was tried. */
    private static final Set<Aspect> ALWAYS_READ = Set.of(
            TreatmentFields.RESPONSE.aspect().orElseThrow(),
            TreatmentFields.ADEQUATE_TRIAL.aspect().orElseThrow(),
            TreatmentFields.TOLERATED.aspect().orElseThrow());

    private final Changes changes;
    private final Subject<P> subject;

    private WordChanges(Changes changes, Subject<P> subject) {
        this.changes = changes;
        this.subject = subject;
    }

    /**
     * The part that is changed.
     *
     * @param stated the part as it is
     * @param index its place in a list; -1 if it is in none
     * @param path where it stands in the case, up to its fields
     * @param name what comes before the name of a field in words
     * @param canChange whether what is known can become otherwise; if not, it can only become known
     * @param setter puts another value into a draft
     */
    record Subject<P>(P stated, int index, String path, String name, boolean canChange, Setter<P> setter) {}

    /** Puts another value of a field into a draft. */
    interface Setter<P> {
        <V> void set(CaseDraft draft, Field<P, V> field, V value);
    }

    /** Finds them. */
    static <P> void find(Changes changes, Part<P> part, Subject<P> subject) {
        WordChanges<P> found = new WordChanges<>(changes, subject);
        part.fields().forEach(field -> field.accept(found));
    }

    @Override
    public Boolean other(Field<P, ?> field) {
        return false;
    }

    @Override
    public <E extends Enum<E>> Boolean word(Field<P, E> field, Types.Word<E> type) {
        boolean wanted = field.isOpenWhenSilent()
                && (subject.canChange || !field.isStated(subject.stated))
                && field.aspect()
                        .filter(aspect -> ALWAYS_READ.contains(aspect)
                                || changes.mentions().asksAbout(aspect))
                        .isPresent();
        if (wanted) {
            changes.others(
                    new Slot(field.aspect().orElseThrow(), "", subject.index),
                    subject.path + field.name(),
                    subject.name + field.called(),
                    field.of(subject.stated),
                    type,
                    (draft, value) -> subject.setter.set(draft, field, value));
        }
        return wanted;
    }
}
