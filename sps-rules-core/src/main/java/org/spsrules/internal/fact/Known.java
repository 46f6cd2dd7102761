package org.spsrules.internal.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What is known of one list of the case, in three values. What is present makes everything broader present; what is
 * absent makes everything narrower absent; silence means absent only in a complete list, all of which is understood.
 */
class Known {

    private final Vocabulary vocabulary;
    private final Set<String> present = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final Completeness completeness;

    Known(Vocabulary vocabulary, Collection<String> present, Collection<String> absent, Completeness completeness) {
        this.vocabulary = vocabulary;
        present.forEach(code -> this.present.addAll(vocabulary.selfAndAncestors(code)));
        this.absent.addAll(absent);
        boolean understood = present.stream().noneMatch(vocabulary::isUnknown);
        this.completeness = understood ? completeness : Completeness.UNKNOWN;
    }

    /** The same, with this answer known as well. */
    Known with(String code, Answer answer) {
        Set<String> morePresent = new HashSet<>(present);
        Set<String> moreAbsent = new HashSet<>(absent);
        (answer == Answer.YES ? morePresent : moreAbsent).add(code);
        return new Known(vocabulary, morePresent, moreAbsent, completeness);
    }

    /** Whether the concept is present, as far as the stated facts alone tell. */
    Answer stated(String code) {
        if (present.contains(code)) {
            return Answer.YES;
        }
        for (String broader : vocabulary.selfAndAncestors(code)) {
            if (absent.contains(broader)) {
                return Answer.NO;
            }
        }
        return Answer.UNKNOWN;
    }

    /** Whether the concept is present; silence in a complete list means no. */
    Answer of(String code) {
        Answer stated = stated(code);
        boolean silent = stated == Answer.UNKNOWN;
        return silent && completeness == Completeness.COMPLETE ? Answer.NO : stated;
    }

    /** Everything that is present, broader concepts among it. */
    Set<String> present() {
        return present;
    }
}
