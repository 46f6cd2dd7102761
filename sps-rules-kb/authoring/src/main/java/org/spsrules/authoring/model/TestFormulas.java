package org.spsrules.authoring.model;

import java.util.Optional;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.vocabulary.Concept;

/** What questions about tests mean. Not thread-safe. */
final class TestFormulas {

    private final CaseSpace space;
    private final Narrowing narrowing;
    private final FormulaFactory formulas;

    TestFormulas(CaseSpace space) {
        this.space = space;
        this.narrowing = new Narrowing(space.vocabulary);
        this.formulas = space.formulas;
    }

    /** What a question of the tests means; empty if there is none such. */
    Optional<Formula> ofTests(String question, String code) {
        Formula noResult = noResult(code);
        Formula pending = space.hasResult(Result.PENDING, narrowing.narrower(code, Concept.Kind.TEST));
        return switch (question) {
            case "positive" -> Optional.of(positive(code));
            case "negative" ->
                Optional.of(formulas.and(statedNegative(code), positive(code).negate()));
            case "noResult" -> Optional.of(noResult);
            case "pending" -> Optional.of(formulas.and(pending, noResult));
            case "notDone" -> Optional.of(formulas.and(pending.negate(), noResult));
            default -> Optional.empty();
        };
    }

    /** No result of a test is known. */
    Formula noResult(String code) {
        return formulas.and(positive(code).negate(), statedNegative(code).negate());
    }

    /** A test is known to have been positive. */
    Formula positive(String code) {
        return space.hasResult(Result.POSITIVE, narrowing.narrower(code, Concept.Kind.TEST));
    }

    private Formula statedNegative(String code) {
        return space.hasResult(Result.NEGATIVE, narrowing.broader(code, Concept.Kind.TEST));
    }
}
