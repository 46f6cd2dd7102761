package org.spsrules.authoring.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Interaction;

/**
 * Whether something can harm a patient now. Nothing can if all of this holds: the patient is no child, is at home, in no
 * acute exacerbation, without PERM and without a tumour behind the disease; breathing, circulation and mind are not in
 * danger; no drug is interrupted and no pump is implanted or fails; nothing is planned but what is gradual and ordered by no
 * emergency staff; no drug ended in these weeks; and nothing in use is contraindicated, was not tolerated or made things
 * worse, clashes with another drug, with the patient's illness or with a possible pregnancy, is given twice, has ever
 * brought thoughts of suicide, or is one that these rules never recommend. What is not known counts as no danger: an alert for everything that is not known would
 * be the fatigue that this guards against.
 */
final class Danger {

    private static final Set<PatientCase.Setting> AT_HOME =
            Set.of(PatientCase.Setting.OUTPATIENT, PatientCase.Setting.UNKNOWN);

    private static final Set<String> DANGEROUS_VARIANTS = Set.of("perm", "paraneoplastic");

    private static final int ADULT = 18;
    /** The longest time in which rules think of withdrawal of what has ended. */
    private static final int DAYS_OF_WITHDRAWAL = 42;

    private static final List<String> ACUTE = List.of(
            "respiratory-emergency-sign",
            "breathing-worse",
            "autonomic-sign",
            "altered-mental-state",
            "lethargy",
            "seizure",
            "rhabdomyolysis",
            "high-creatine-kinase",
            "perm-sign",
            "haemodynamic-instability",
            "life-threatening-toxicity",
            "adrenal-crisis",
            "suicidality",
            "psychosis",
            "mania",
            "severe-irritability",
            "sepsis",
            "meningism",
            "meningitis",
            "ptosis",
            "vomiting",
            "nil-by-mouth",
            "missed-doses",
            "supply-gap",
            "intrathecal-pump",
            "pump-delivery-problem",
            "drug-seeking-label",
            "alcohol-use",
            "pregnancy");

    /** Plans that harm nobody if they are gradual; an operation is never that. */
    private static final Set<Plan.Action> ENDS_OR_GOES_ON =
            EnumSet.of(Plan.Action.STOP, Plan.Action.REDUCE, Plan.Action.SWITCH, Plan.Action.CONTINUE);

    private static final List<String> NEVER_RECOMMENDED =
            List.of("experimental-treatment", "live-vaccine", "flumazenil");

    private static final List<String> PSYCHOTROPIC = List.of("serotonergic", "antidepressant", "antipsychotic");

    private Danger() {}

    static boolean isPossible(Outcome outcome) {
        PatientCase patientCase = outcome.patientCase();
        return !AT_HOME.contains(patientCase.setting())
                || patientCase.course().acuteSevereExacerbation() == Answer.YES
                || patientCase.person().age().filter(age -> age < ADULT).isPresent()
                || patientCase
                        .diagnosis()
                        .variant()
                        .filter(DANGEROUS_VARIANTS::contains)
                        .isPresent()
                || isTumourLikely(patientCase)
                || outcome.isAnyPresent(ACUTE)
                || patientCase.plans().stream().anyMatch(plan -> isDangerous(outcome, plan))
                || isAnythingEndedLately(patientCase)
                || isAnythingInUseDangerous(outcome);
    }

    private static boolean isAnythingEndedLately(PatientCase patientCase) {
        return patientCase.treatments().given().stream()
                .flatMap(treatment -> treatment.stopped().stream())
                .anyMatch(end -> !end.latest().isBefore(patientCase.asOf().minusDays(DAYS_OF_WITHDRAWAL)));
    }

    private static boolean isTumourLikely(PatientCase patientCase) {
        return patientCase.tests().stream()
                .anyMatch(test ->
                        test.test().equals("anti-amphiphysin") && test.result() == PatientCase.Test.Result.POSITIVE);
    }

    /** A plan is dangerous unless it is a gradual end, or pregnancy. */
    private static boolean isDangerous(Outcome outcome, Plan plan) {
        return plan.action() != Plan.Action.PREGNANCY
                && (plan.manner() != Plan.Manner.GRADUAL
                        || !ENDS_OR_GOES_ON.contains(plan.action())
                        || plan.requestedBy() == Plan.RequestedBy.EMERGENCY_STAFF);
    }

    private static boolean isAnythingInUseDangerous(Outcome outcome) {
        boolean contraindicated = outcome.contraindications().stream()
                .filter(Contraindication::withholds)
                .anyMatch(found -> outcome.isInUse(found.therapy()));
        boolean clashing = outcome.interactions().stream().anyMatch(Interaction::bothTaken);
        boolean harmful = outcome.patientCase().treatments().given().stream()
                .filter(PatientCase.Treatment::current)
                .anyMatch(treatment -> treatment.tolerated() == Answer.NO
                        || treatment.response() == PatientCase.Treatment.Response.WORSE
                        || !treatment.sideEffects().isEmpty());
        boolean suicidalOnDrug = outcome.patientCase().treatments().given().stream()
                .anyMatch(treatment -> treatment.sideEffects().contains("suicidal-thoughts-on-treatment"));
        return contraindicated
                || clashing
                || suicidalOnDrug
                || isGivenTwice(outcome)
                || clashesWithThePatient(outcome)
                || harmful
                || Stream.of("opioid", "intrathecal-baclofen", "pyridostigmine").anyMatch(outcome::isInUse)
                || NEVER_RECOMMENDED.stream().anyMatch(outcome::isInUse);
    }

    /** Whether one drug stands in two entries, or two drugs are taken that add up in their effect on the mind. */
    private static boolean isGivenTwice(Outcome outcome) {
        List<String> inUse = outcome.patientCase().treatments().given().stream()
                .filter(PatientCase.Treatment::current)
                .map(PatientCase.Treatment::therapy)
                .toList();
        long psychotropic = inUse.stream()
                .filter(therapy -> PSYCHOTROPIC.stream()
                        .anyMatch(kind -> outcome.vocabulary().isA(therapy, kind)))
                .count();
        return inUse.stream().distinct().count() < inUse.size() || psychotropic > 1;
    }

    private static boolean clashesWithThePatient(Outcome outcome) {
        return outcome.isPresent("bipolar-disorder") && outcome.isInUse("antidepressant")
                || outcome.isPresent("pregnancy-potential") && outcome.isInUse("valproate")
                || outcome.isPresent("respiratory-disease") && outcome.isInUse("cns-depressant");
    }
}
