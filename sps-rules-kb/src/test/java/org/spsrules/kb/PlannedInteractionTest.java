package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SpsRules;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Interaction;

/** What a plan would begin beside a drug in use is an interaction of its own, and none of two drugs in use. */
class PlannedInteractionTest {

    private static List<Interaction> interactions(PatientCase patientCase) {
        SpsRules rules = BuiltIn.rules();
        return new CaseFacts(rules.vocabulary(), rules.knowledge())
                .of(patientCase).interactions().stream()
                        .filter(found -> found.therapy().equals("valproate")
                                || found.other().equals("valproate"))
                        .toList();
    }

    private static PatientCase patient(String planned, String... taken) {
        PatientCaseBuilder patient = PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .plan(
                        PatientCase.Plan.Action.START,
                        planned,
                        PatientCase.Plan.Manner.UNKNOWN,
                        PatientCase.Plan.RequestedBy.CLINICIAN);
        for (String drug : taken) {
            patient.current(drug, given -> {});
        }
        return patient.build();
    }

    @Test
    void theDrugThatIsPlannedIsNamed() {
        assertThat(interactions(patient("lamotrigine", "valproate")))
                .extracting(Interaction::planned)
                .containsOnlyOnce("lamotrigine")
                .containsOnly("lamotrigine", null);
    }

    @Test
    void whatIsPlannedIsNotCountedAsTaken() {
        assertThat(interactions(patient("lamotrigine", "valproate", "lamotrigine")))
                .filteredOn(found -> found.other().equals("lamotrigine"))
                .extracting(Interaction::planned, Interaction::bothTaken)
                .containsExactlyInAnyOrder(tuple(null, true), tuple("lamotrigine", false));
    }

    @Test
    void aPlanThatHasNothingToDoWithItAddsNothing() {
        assertThat(interactions(patient("physical-therapy", "valproate")))
                .isNotEmpty()
                .allMatch(found -> found.planned() == null);
    }
}
