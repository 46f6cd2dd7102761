package org.spsrules.internal.cases;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What a case says without stating it: what is to be continued is taken, and a low, normal or high value is a result. */
final class Implications {

    private final Vocabulary vocabulary;

    Implications(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The values of a case in codes, with what they imply. */
    Values<PatientCase> in(Values<PatientCase> stated) {
        Values<PatientCase> implied = stated;
        List<Treatment> continued = continued(stated);
        if (!continued.isEmpty()) {
            Treatments treatments = stated.get(CaseFields.TREATMENTS);
            List<Treatment> given = new ArrayList<>(treatments.given());
            given.addAll(continued);
            implied = implied.with(
                    CaseFields.TREATMENTS, TreatmentsFields.PART.with(treatments, TreatmentsFields.GIVEN, given));
        }
        List<Test> tests = stated.get(CaseFields.TESTS);
        return tests.stream().anyMatch(test -> test.result().isLevel())
                ? implied.with(CaseFields.TESTS, tests.stream().map(this::read).toList())
                : implied;
    }

    /** What is to be continued and is not listed as given now. */
    private List<Treatment> continued(Values<PatientCase> stated) {
        List<Treatment> given = stated.get(CaseFields.TREATMENTS).given();
        return stated.get(CaseFields.PLANS).stream()
                .filter(plan -> plan.action() == Plan.Action.CONTINUE)
                .flatMap(plan -> plan.therapy().stream())
                .distinct()
                .filter(therapy ->
                        given.stream().noneMatch(known -> known.current() && vocabulary.isA(known.therapy(), therapy)))
                .map(therapy -> TreatmentFields.PART.make(TreatmentFields.PART
                        .unstated()
                        .with(TreatmentFields.THERAPY, therapy)
                        .with(TreatmentFields.CURRENT, true)))
                .toList();
    }

    /** A normal value is a negative result; a low or a high one is positive where the vocabulary says so of the test. */
    private Test read(Test test) {
        if (test.result() == Result.NORMAL) {
            return TestFields.PART.with(test, TestFields.RESULT, Result.NEGATIVE);
        }
        if (!test.result().isLevel()) {
            return test;
        }
        Concept.Level level = test.result() == Result.LOW ? Concept.Level.LOW : Concept.Level.HIGH;
        return vocabulary
                        .concept(test.test())
                        .filter(known -> known.positiveAt().contains(level))
                        .isPresent()
                ? TestFields.PART.with(test, TestFields.RESULT, Result.POSITIVE)
                : test;
    }
}
