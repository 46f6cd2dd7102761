package org.spsrules.fact;

import static org.spsrules.knowledge.Concept.Kind.TEST;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.knowledge.Vocabulary;

/** What came of the patient's tests. */
public final class Tests {

    private final Set<String> positive = new HashSet<>();
    private final Set<String> negative = new HashSet<>();

    Tests(List<PatientCase.Test> tests, Vocabulary vocabulary) {
        for (PatientCase.Test test : tests) {
            if (test.result() == Result.POSITIVE) {
                positive.addAll(vocabulary.selfAndAncestors(test.test()));
            } else if (test.result() == Result.NEGATIVE) {
                negative.add(test.test());
            }
        }
    }

    /** Known to have been positive at least once. */
    @Says(value = "{0}: positive", of = TEST)
    public boolean positive(String test) {
        return positive.contains(test);
    }

    /** Known to be negative, and never positive. */
    @Says(value = "{0}: negative", of = TEST)
    public boolean negative(String test) {
        return negative.contains(test) && !positive.contains(test);
    }

    /** No result known. */
    @Says(value = "{0}: no result", of = TEST)
    public boolean noResult(String test) {
        return !positive.contains(test) && !negative.contains(test);
    }
}
