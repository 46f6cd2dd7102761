package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.TEST;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.vocabulary.Vocabulary;

/** What came of the patient's tests. */
public final class Tests implements Fact {

    private final Set<String> positive = new HashSet<>();
    private final Set<String> negative = new HashSet<>();
    private final List<PatientCase.Test> stated;
    private final Set<String> pending = new HashSet<>();
    private final Vocabulary vocabulary;

    Tests(List<PatientCase.Test> tests, Vocabulary vocabulary) {
        this.stated = tests;
        this.vocabulary = vocabulary;
        for (PatientCase.Test test : tests) {
            if (test.result() == Result.POSITIVE) {
                positive.addAll(vocabulary.selfAndAncestors(test.test()));
            } else if (test.result() == Result.NEGATIVE) {
                negative.addAll(vocabulary.selfAndNarrower(test.test()));
            } else if (test.result() == Result.PENDING) {
                pending.addAll(vocabulary.selfAndAncestors(test.test()));
            }
        }
    }

    @Override
    public List<Tests> completions(String question, List<String> arguments) {
        List<Tests> completions = new ArrayList<>();
        for (String test : arguments) {
            if (noResult(test)) {
                for (Result result : List.of(Result.POSITIVE, Result.NEGATIVE)) {
                    List<PatientCase.Test> known = new ArrayList<>(stated);
                    known.add(new PatientCase.Test(test, result, Optional.empty(), Optional.empty(), Optional.empty()));
                    completions.add(new Tests(known, vocabulary));
                }
            }
        }
        return completions;
    }

    /** The codes of everything that is known to have been positive; out of reach of rules. */
    Set<String> positive() {
        return positive;
    }

    /** Known to have been positive at least once. */
    @Says(value = "{0}: positive", of = TEST)
    public boolean positive(String test) {
        return positive.contains(test);
    }

    /** Known to be negative, itself or as part of a wider test, and never positive. */
    @Says(value = "{0}: negative", of = TEST)
    public boolean negative(String test) {
        return negative.contains(test) && !positive.contains(test);
    }

    /** Under way, and no result known. */
    @Says(value = "{0}: result awaited", of = TEST)
    public boolean pending(String test) {
        return pending.contains(test) && noResult(test);
    }

    /** No result known, and none awaited. */
    @Says(value = "{0}: not done", of = TEST)
    public boolean notDone(String test) {
        return noResult(test) && !pending(test);
    }

    /** No result known. */
    @Says(value = "{0}: no result", of = TEST)
    public boolean noResult(String test) {
        return !positive.contains(test) && !negative.contains(test);
    }
}
