package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.spsrules.Answer;
import org.spsrules.PatientCase.Plan;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.shape.PlanFields;

/** What no case can state, because it would contradict itself. */
final class CaseLimits {

    private final CaseSpace space;
    private final SymbolicFacts facts;
    private final FormulaFactory formulas;
    private final List<Formula> limits = new ArrayList<>();

    private CaseLimits(CaseSpace space, SymbolicFacts facts) {
        this.space = space;
        this.facts = facts;
        this.formulas = space.formulas;
    }

    /** All of it, as formulas that hold of every case. */
    static List<Formula> of(CaseSpace space, SymbolicFacts facts) {
        CaseLimits limits = new CaseLimits(space, facts);
        limits.person();
        limits.plans();
        limits.tests();
        limits.neverGiven();
        space.parts().forEach(part -> limits.limits.addAll(part.limits()));
        Stream.concat(space.listed.values().stream(), Stream.of(space.allergies))
                .forEach(limits::list);
        return limits.limits;
    }

    /** What is absent is not present, nor is anything of its kind. */
    private void list(CaseSpace.Listed list) {
        list.absent()
                .members()
                .forEach((absent, isAbsent) -> list.present().members().forEach((present, isPresent) -> {
                    if (space.vocabulary.isA(present, absent)) {
                        notBoth(isAbsent, isPresent);
                    }
                }));
    }

    /** What the person states of a condition, the list of conditions does not deny. */
    private void person() {
        CaseSpace.Listed conditions = space.conditions();
        for (PersonalCondition condition : PersonalCondition.all()) {
            notBoth(
                    facts.conditions().personal(condition, Answer.YES),
                    conditions.absent().members().get(condition.code()));
            notBoth(
                    facts.conditions().personal(condition, Answer.NO),
                    conditions.present().members().get(condition.code()));
        }
    }

    /** Nobody wants to stop and to start the same therapy. */
    private void plans() {
        Map<Optional<String>, List<SymbolicPart<Plan>>> starts = space.plans.stream()
                .filter(plan -> plan.template().action() == Plan.Action.START)
                .collect(Collectors.groupingBy(plan -> plan.template().therapy()));
        for (SymbolicPart<Plan> stop : space.plans) {
            if (stop.template().action() == Plan.Action.STOP) {
                for (SymbolicPart<Plan> start :
                        starts.getOrDefault(stop.template().therapy(), List.of())) {
                    for (Plan.RequestedBy by : Plan.RequestedBy.values()) {
                        limits.add(formulas.or(
                                stop.present().negate(),
                                start.present().negate(),
                                requested(stop, by).negate(),
                                requested(start, by).negate()));
                    }
                }
            }
        }
    }

    /** What is given was not never given, nor was what it belongs to. */
    private void neverGiven() {
        for (CaseSpace.Given given : space.given) {
            space.vocabulary.selfAndAncestors(given.therapy()).stream()
                    .map(space.never.members()::get)
                    .filter(Objects::nonNull)
                    .forEach(never -> notBoth(given.part().present(), never));
        }
    }

    /** A test has one result. */
    private void tests() {
        for (CaseSpace.TestSet one : space.tests) {
            for (CaseSpace.TestSet other : space.tests) {
                if (one != other) {
                    one.codes()
                            .members()
                            .forEach((test, has) ->
                                    notBoth(has, other.codes().members().get(test)));
                }
            }
        }
    }

    private static Formula requested(SymbolicPart<Plan> plan, Plan.RequestedBy by) {
        return plan.where(List.of(PlanFields.REQUESTED_BY), stated -> stated.requestedBy() == by);
    }

    private void notBoth(Formula one, @Nullable Variable other) {
        if (other != null) {
            limits.add(formulas.or(one.negate(), other.negate()));
        }
    }
}
