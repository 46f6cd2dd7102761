package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** Conditions, symptoms and triggers that appear or resolve, and new results of tests. */
final class ConceptChanges {

    private final Changes changes;
    private final Vocabulary vocabulary;

    ConceptChanges(Changes changes) {
        this.changes = changes;
        this.vocabulary = changes.vocabulary();
    }

    void find() {
        for (String code : changes.mentions().representatives(EnumSet.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TRIGGER))) {
            boolean hasFieldOfItsOwn = PersonalCondition.all().stream()
                    .anyMatch(personal -> personal.code().equals(code));
            if (!hasFieldOfItsOwn) {
                concept(code);
            }
        }
        for (String test : changes.mentions().representatives(EnumSet.of(Kind.TEST))) {
            test(test);
        }
        dates();
    }

    private void concept(String code) {
        Answer now = changes.patient().answer(code);
        Kind kind = vocabulary.concept(code).map(Concept::kind).orElseThrow();
        Slot slot = Slot.of(CaseFields.CONDITIONS, code);
        Field<PatientCase, Checklist> list = list(kind);
        String field = list.name() + "[" + code + "]";
        String from = now == Answer.UNKNOWN ? Changes.NOT_KNOWN : now == Answer.YES ? "present" : "absent";
        if (now != Answer.YES) {
            Predicate<String> broader = other -> vocabulary.isA(code, other);
            changes.add(
                    slot,
                    field,
                    vocabulary.nameOf(code),
                    from,
                    "present",
                    draft -> draft.set(list, CaseDraft.withPresent(draft.get(list), code, broader)));
        }
        if (now != Answer.NO) {
            Predicate<String> narrower = other -> vocabulary.isA(other, code);
            changes.add(
                    slot,
                    field,
                    vocabulary.nameOf(code),
                    from,
                    "absent",
                    draft -> draft.set(list, CaseDraft.withAbsent(draft.get(list), code, narrower)));
        }
    }

    private static Field<PatientCase, Checklist> list(Kind kind) {
        return switch (kind) {
            case SYMPTOM -> CaseFields.SYMPTOMS;
            case TRIGGER -> CaseFields.TRIGGERS;
            default -> CaseFields.CONDITIONS;
        };
    }

    /** When a result was taken that has no date. */
    private void dates() {
        List<Test> tests = changes.patientCase().tests();
        for (int i = 0; i < tests.size(); i++) {
            Test undated = tests.get(i);
            if (undated.date().isEmpty() && changes.mentions().asksOf("TestResult.daysAgo", undated.test())) {
                changes.days(
                        "TestResult.daysAgo",
                        Slot.of(TestFields.DATE, undated.test(), i),
                        "tests[" + i + "]." + TestFields.DATE.name(),
                        vocabulary.nameOf(undated.test()) + ": " + TestFields.DATE.called(),
                        (draft, day) -> draft.change(undated, TestFields.PART.with(undated, TestFields.DATE, day)));
            }
        }
    }

    /** A test that was positive once stays so; one that was negative can turn positive. */
    private void test(String code) {
        boolean positive = anyResult(code, Result.POSITIVE);
        boolean negative = anyResult(code, Result.NEGATIVE);
        Slot slot = Slot.of(TestFields.RESULT, code);
        String from = negative ? "negative" : Changes.NOT_KNOWN;
        if (!positive) {
            change(slot, code, from, Result.POSITIVE);
        }
        if (!positive && !negative) {
            change(slot, code, from, Result.NEGATIVE);
        }
    }

    private boolean anyResult(String code, Result result) {
        return changes.patientCase().tests().stream()
                .anyMatch(test -> test.result() == result
                        && (result == Result.POSITIVE
                                ? vocabulary.isA(test.test(), code)
                                : test.test().equals(code)));
    }

    private void change(Slot slot, String code, String from, Result result) {
        PartialDate today = PartialDate.of(changes.patientCase().asOf());
        changes.add(slot, "tests[" + code + "]", vocabulary.nameOf(code), from, Changes.word(result), draft -> {
            List<Test> tests = new ArrayList<>();
            for (Test test : draft.get(CaseFields.TESTS)) {
                boolean replaced = test.test().equals(code)
                        && (!TestResult.KNOWN.contains(test.result())
                                || test.date().equals(Optional.of(today))
                                        && test.assay().isEmpty());
                if (!replaced) {
                    tests.add(test);
                }
            }
            tests.add(new Test(code, result, Optional.empty(), Optional.empty(), Optional.of(today)));
            draft.set(CaseFields.TESTS, tests);
        });
    }
}
