package org.spsrules;

import java.util.List;

/**
 * The fewest facts of a case that would have to be otherwise for a therapy to be recommended. Age, sex and what has
 * happened stay as they are; what is not known may be answered. Immutable; treat it as patient data.
 *
 * @param alternatives equally small sets of changes, at most {@value #MOST_ALTERNATIVES}, those that only answer what is
 *     not known first; each has been evaluated and brings the therapy, and no two change the same facts to other values
 * @param count how many equally small sets were found; 0 if none was
 * @param searched no set of this many changes or fewer brings the therapy
 */
public record SmallestChange(List<List<FactChange>> alternatives, int count, int searched) {

    /** How many equally small sets are listed. */
    public static final int MOST_ALTERNATIVES = 5;

    /** Copies the alternatives. */
    public SmallestChange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }
}
