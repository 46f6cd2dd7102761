package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Optional;
import org.spsrules.PatientCase.Test.Result;

/** Makes results of tests of which rules get the answers that they ask for. Not thread-safe. */
final class TestResultAim {

    private static final List<Result> KNOWN = List.of(Result.POSITIVE, Result.NEGATIVE);

    private final Draw draw;

    TestResultAim(Draw draw) {
        this.draw = draw;
    }

    /** Sees to it that the wish comes true of the result of a test. */
    void meet(Wish wish, String test, CaseDraft draft) {
        switch (wish.question()) {
            case "positive" -> draft.tests.put(test, Result.POSITIVE);
            case "negative" -> draft.tests.put(test, Result.NEGATIVE);
            case "daysAgo" -> date(test, wish.daysThatFit(draw), draft);
            case "dateUnknown" -> date(test, Optional.empty(), draft);
            default -> known(test, draft);
        }
    }

    /** Sees to it that the wish mostly does not come true of the result of a test. */
    void miss(Wish wish, String test, CaseDraft draft) {
        switch (wish.question()) {
            case "positive", "negative" -> draft.tests.put(test, draw.one(Result.values()));
            case "daysAgo" -> date(test, draw.chance(30) ? Optional.empty() : wish.daysThatDoNot(draw), draft);
            case "dateUnknown" -> date(test, Optional.of(0), draft);
            default -> draft.tests.remove(test);
        }
    }

    private void date(String test, Optional<Integer> days, CaseDraft draft) {
        known(test, draft);
        days.ifPresentOrElse(count -> draft.daysSinceTests.put(test, count), () -> draft.daysSinceTests.remove(test));
    }

    private void known(String test, CaseDraft draft) {
        if (!KNOWN.contains(draft.tests.getOrDefault(test, Result.UNKNOWN))) {
            draft.tests.put(test, draw.one(KNOWN));
        }
    }
}
