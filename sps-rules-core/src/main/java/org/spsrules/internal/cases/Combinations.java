package org.spsrules.internal.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Treatments and plans of products that hold several drugs, as one for each of these drugs. Thread-safe. */
final class Combinations {

    private final Vocabulary vocabulary;

    Combinations(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The same case with one entry for each drug; what names no combination is the same. */
    Values<PatientCase> apart(Values<PatientCase> stated) {
        Treatments treatments = stated.get(CaseFields.TREATMENTS);
        List<Treatment> given = treatments.given().stream().flatMap(this::apart).toList();
        List<Plan> plans = stated.get(CaseFields.PLANS);
        Values<PatientCase> apart = given.equals(treatments.given())
                ? stated
                : stated.with(
                        CaseFields.TREATMENTS, TreatmentsFields.PART.with(treatments, TreatmentsFields.GIVEN, given));
        return plans.stream().allMatch(this::isOfSingleDrugs)
                ? apart
                : apart.with(
                        CaseFields.PLANS,
                        plans.stream().flatMap(this::apart).distinct().toList());
    }

    /** What is known of the product is known of each drug, but for its dose, which is of neither alone. */
    private Stream<Treatment> apart(Treatment treatment) {
        Optional<Combination> combination = vocabulary.combination(treatment.therapy());
        if (combination.isEmpty()) {
            return Stream.of(treatment);
        }
        Values<Treatment> shared = TreatmentFields.PART
                .values(treatment)
                .with(TreatmentFields.DOSE, Optional.empty())
                .with(TreatmentFields.HIGHEST_TOLERATED, Answer.UNKNOWN)
                .with(
                        TreatmentFields.LABEL,
                        treatment.label().or(() -> Optional.of(OtherTerm.nameIn(treatment.therapy()))));
        return combination.get().terms().stream()
                .map(drug -> TreatmentFields.PART.make(shared.with(TreatmentFields.THERAPY, drug)));
    }

    private boolean isOfSingleDrugs(Plan plan) {
        return Stream.of(plan.therapy(), plan.to())
                .flatMap(Optional::stream)
                .allMatch(term -> vocabulary.combination(term).isEmpty());
    }

    /** A plan for a product is one for each drug; what is on both sides of a switch goes on. */
    private Stream<Plan> apart(Plan plan) {
        if (isOfSingleDrugs(plan)) {
            return Stream.of(plan);
        }
        List<Optional<String>> from = drugs(plan.therapy());
        List<Optional<String>> to = drugs(plan.to());
        if (plan.to().isEmpty()) {
            return from.stream().map(drug -> with(plan, plan.action(), drug, plan.to()));
        }
        List<Optional<String>> ended =
                from.stream().filter(drug -> !to.contains(drug)).toList();
        List<Optional<String>> begun =
                to.stream().filter(drug -> !from.contains(drug)).toList();
        if (begun.isEmpty()) {
            return ended.stream().map(drug -> with(plan, Plan.Action.STOP, drug, Optional.empty()));
        } else if (ended.isEmpty()) {
            return begun.stream()
                    .map(drug -> new Plan(Plan.Action.START, drug, Plan.Manner.UNKNOWN, plan.requestedBy()));
        }
        return ended.stream().flatMap(drug -> begun.stream().map(other -> with(plan, plan.action(), drug, other)));
    }

    private static Plan with(Plan plan, Plan.Action action, Optional<String> therapy, Optional<String> to) {
        return PlanFields.PART.make(PlanFields.PART
                .values(plan)
                .with(PlanFields.ACTION, action)
                .with(PlanFields.THERAPY, therapy)
                .with(PlanFields.TO, to));
    }

    private List<Optional<String>> drugs(Optional<String> term) {
        return term.flatMap(vocabulary::combination)
                .map(combination ->
                        combination.terms().stream().map(Optional::of).toList())
                .orElse(List.of(term));
    }
}
