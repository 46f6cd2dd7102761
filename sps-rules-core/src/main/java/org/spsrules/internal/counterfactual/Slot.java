package org.spsrules.internal.counterfactual;

import org.spsrules.internal.fact.Aspect;

/**
 * A place in a case that holds one fact. Two changes of one slot exclude each other.
 *
 * @param aspect which part of a fact it feeds
 * @param about code of the concept that it is about; empty if it is about none
 * @param index place of the treatment or plan in the case; -1 if it belongs to none that the case lists
 */
record Slot(Aspect aspect, String about, int index) {

    static Slot of(Aspect aspect) {
        return new Slot(aspect, "", -1);
    }

    static Slot of(Aspect aspect, String about) {
        return new Slot(aspect, about, -1);
    }
}
