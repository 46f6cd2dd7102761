package org.spsrules.internal.counterfactual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.internal.fact.Aspect;
import org.spsrules.internal.fact.PersonalCondition;
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
    }

    private void concept(String code) {
        Answer now = changes.patient().answer(code);
        Kind kind = vocabulary.concept(code).map(Concept::kind).orElseThrow();
        Slot slot = Slot.of(Aspect.CONCEPTS, code);
        String field = section(kind) + "[" + code + "]";
        String from = now == Answer.UNKNOWN ? Changes.NOT_KNOWN : now == Answer.YES ? "present" : "absent";
        if (now != Answer.YES) {
            Predicate<String> broader = other -> vocabulary.isA(code, other);
            changes.add(
                    slot,
                    field,
                    vocabulary.nameOf(code),
                    from,
                    "present",
                    draft -> set(draft, kind, CaseDraft.withPresent(list(draft, kind), code, broader)));
        }
        if (now != Answer.NO) {
            Predicate<String> narrower = other -> vocabulary.isA(other, code);
            changes.add(
                    slot,
                    field,
                    vocabulary.nameOf(code),
                    from,
                    "absent",
                    draft -> set(draft, kind, CaseDraft.withAbsent(list(draft, kind), code, narrower)));
        }
    }

    private static String section(Kind kind) {
        return switch (kind) {
            case SYMPTOM -> "symptoms";
            case TRIGGER -> "triggers";
            default -> "conditions";
        };
    }

    private static Checklist list(CaseDraft draft, Kind kind) {
        return switch (kind) {
            case SYMPTOM -> draft.symptoms;
            case TRIGGER -> draft.triggers;
            default -> draft.conditions;
        };
    }

    private static void set(CaseDraft draft, Kind kind, Checklist list) {
        switch (kind) {
            case SYMPTOM -> draft.symptoms = list;
            case TRIGGER -> draft.triggers = list;
            default -> draft.conditions = list;
        }
    }

    /** A test that was positive once stays so; one that was negative can turn positive. */
    private void test(String code) {
        boolean positive = anyResult(code, Result.POSITIVE);
        boolean negative = anyResult(code, Result.NEGATIVE);
        Slot slot = Slot.of(Aspect.RESULTS, code);
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
        LocalDate today = changes.patientCase().asOf();
        changes.add(slot, "tests[" + code + "]", vocabulary.nameOf(code), from, Changes.word(result), draft -> {
            List<Test> tests = new ArrayList<>();
            for (Test test : draft.tests) {
                boolean replaced = test.test().equals(code)
                        && (test.result() == Result.PENDING
                                || test.result() == Result.UNKNOWN
                                || test.date().equals(Optional.of(today))
                                        && test.assay().isEmpty());
                if (!replaced) {
                    tests.add(test);
                }
            }
            tests.add(new Test(code, result, Optional.empty(), Optional.empty(), Optional.of(today)));
            draft.tests = tests;
        });
    }
}
