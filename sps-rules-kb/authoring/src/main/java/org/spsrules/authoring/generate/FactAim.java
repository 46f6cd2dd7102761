package org.spsrules.authoring.generate;

/** States in a draft what a fact of one type is to answer, for the types of which a case has one fact. */
interface FactAim {

    /** Sees to it that the wish comes true, as far as the draft allows; a question it does not know is left to chance. */
    void meet(Wish wish, CaseDraft draft);

    /** Sees to it that the wish mostly does not come true. */
    void miss(Wish wish, CaseDraft draft);
}
