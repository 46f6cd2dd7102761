package org.spsrules.internal.counterfactual;

import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Field;

/**
 * A place in a case that holds one fact. Two changes of one slot exclude each other.
 *
 * @param aspect which part of a fact it feeds
 * @param about code of the concept that it is about; empty if it is about none
 * @param index place of the treatment or plan in the case; -1 if it belongs to none that the case lists
 */
record Slot(Aspect aspect, String about, int index) {

    static Slot of(Field<?, ?> field) {
        return of(field, "");
    }

    static Slot of(Field<?, ?> field, String about) {
        return new Slot(field.aspect().orElseThrow(), about, -1);
    }

    static Slot of(Field<?, ?> field, String about, int index) {
        return new Slot(field.aspect().orElseThrow(), about, index);
    }

    /** Whether it feeds what a field feeds. */
    boolean feeds(Field<?, ?> field) {
        return field.aspect().filter(aspect::equals).isPresent();
    }
}
