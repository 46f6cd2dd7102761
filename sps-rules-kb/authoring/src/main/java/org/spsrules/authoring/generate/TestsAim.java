package org.spsrules.authoring.generate;

import java.util.List;
import org.spsrules.PatientCase.Test.Result;

/** States about tests what rules ask of all of them. Not thread-safe. */
final class TestsAim implements FactAim {

    private final Draw draw;
    private final RelevantConcepts concepts;

    TestsAim(Draw draw, RelevantConcepts concepts) {
        this.draw = draw;
        this.concepts = concepts;
    }

    @Override
    public void meet(Wish wish, CaseDraft draft) {
        String about = wish.about();
        switch (wish.question()) {
            case "positive" -> draft.tests.put(draw.one(concepts.selfAndNarrower(about)), Result.POSITIVE);
            case "negative" -> {
                forget(draft, about);
                draft.tests.put(about, Result.NEGATIVE);
            }
            case "notDone" -> forget(draft, about);
            case "pending" -> {
                forget(draft, about);
                draft.tests.put(about, Result.PENDING);
            }
            case "noResult" -> {
                forget(draft, about);
                if (draw.chance(20)) {
                    draft.tests.put(about, Result.PENDING);
                }
            }
            default -> {}
        }
    }

    @Override
    public void miss(Wish wish, CaseDraft draft) {
        forget(draft, wish.about());
        draft.tests.put(
                wish.about(), draw.chance(80) ? draw.one(List.of(Result.POSITIVE, Result.NEGATIVE)) : Result.PENDING);
    }

    private void forget(CaseDraft draft, String test) {
        concepts.selfAndNarrower(test).forEach(draft.tests::remove);
    }
}
