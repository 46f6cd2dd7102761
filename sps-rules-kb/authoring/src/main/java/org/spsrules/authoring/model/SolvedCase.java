package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.logicng.formulas.Variable;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;

/** The case that a solution is. */
final class SolvedCase {

    private final CaseSpace space;
    private final Set<Variable> solution;
    private final Draft<PatientCase> draft = new Draft<>(CaseFields.PART);

    private SolvedCase(CaseSpace space, Set<Variable> solution) {
        this.space = space;
        this.solution = solution;
    }

    /** The case, in codes. */
    static PatientCase of(CaseSpace space, Set<Variable> solution) {
        return new SolvedCase(space, solution).patientCase();
    }

    private PatientCase patientCase() {
        PatientCase whole = in(space.whole);
        draft.set(CaseFields.AS_OF, CaseSpace.AS_OF);
        draft.set(CaseFields.SETTING, whole.setting());
        draft.set(CaseFields.PERSON, in(space.person));
        draft.set(
                CaseFields.DIAGNOSIS,
                DiagnosisFields.PART.with(
                        in(space.diagnosis), DiagnosisFields.PSYCHIATRIC_LABELS, space.labels.in(solution)));
        draft.set(CaseFields.COURSE, in(space.course));
        space.listed.values().forEach(this::list);
        list(space.allergies);
        for (CaseSpace.TestSet tests : space.tests) {
            for (String test : tests.codes().in(solution)) {
                draft.add(
                        CaseFields.TESTS,
                        TestFields.PART.make(TestFields.PART
                                .unstated()
                                .with(TestFields.TEST, test)
                                .with(TestFields.RESULT, tests.result())
                                .with(
                                        TestFields.DATE,
                                        tests.daysAgo()
                                                .map(CaseSpace.AS_OF::minusDays)
                                                .map(PartialDate::of))));
            }
        }
        draft.set(CaseFields.TREATMENTS, treatments());
        Set<Plan> plans = new LinkedHashSet<>();
        space.plans.forEach(plan -> plan.in(solution).ifPresent(plans::add));
        draft.set(CaseFields.PLANS, List.copyOf(plans));
        return draft.toPart();
    }

    private <P> P in(SymbolicPart<P> part) {
        return part.in(solution).orElseThrow();
    }

    private void list(CaseSpace.Listed list) {
        draft.set(
                list.field(),
                new Checklist(
                        list.present().in(solution),
                        list.absent().in(solution),
                        in(list.part()).completeness()));
    }

    private Treatments treatments() {
        List<Treatment> given = new ArrayList<>();
        for (CaseSpace.Given one : space.given) {
            Optional<Treatment> treatment = one.part()
                    .in(solution)
                    .map(stated -> TreatmentFields.PART.with(
                            stated,
                            TreatmentFields.SIDE_EFFECTS,
                            one.sideEffects().in(solution)));
            treatment.ifPresent(stated -> given.add(
                    given.contains(stated)
                            ? TreatmentFields.PART.with(stated, TreatmentFields.LABEL, Optional.of("another one"))
                            : stated));
        }
        Treatments lists = in(space.lists);
        return TreatmentsFields.PART.make(TreatmentsFields.PART
                .values(lists)
                .with(TreatmentsFields.GIVEN, given)
                .with(TreatmentsFields.UNAVAILABLE, space.unavailable.in(solution))
                .with(TreatmentsFields.DECLINED, space.declined.in(solution))
                .with(TreatmentsFields.UNSUITABLE, space.unsuitable.in(solution))
                .with(TreatmentsFields.NEVER, space.never.in(solution))
                .with(TreatmentsFields.EVER, space.ever.in(solution)));
    }
}
