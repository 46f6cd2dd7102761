package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.fact.CaseFacts;
import org.spsrules.fact.Interaction;

/** What a plan would begin beside a drug in use is an interaction of its own, and none of two drugs in use. */
class PlannedInteractionTest {

    private static List<Interaction> interactions(PatientCase patientCase) {
        try (SpsRules rules = SpsRules.load()) {
            return new CaseFacts(rules.vocabulary(), rules.knowledge())
                    .of(patientCase).stream()
                            .filter(Interaction.class::isInstance)
                            .map(Interaction.class::cast)
                            .filter(found -> found.therapy().equals("valproate")
                                    || found.other().equals("valproate"))
                            .toList();
        }
    }

    private static PatientCase takingValproate(String planned) {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15))
                .current("valproate", given -> {})
                .plan(
                        PatientCase.Plan.Action.START,
                        planned,
                        PatientCase.Plan.Manner.UNKNOWN,
                        PatientCase.Plan.RequestedBy.CLINICIAN)
                .build();
    }

    @Test
    void theDrugThatIsPlannedIsNamed() {
        assertThat(interactions(takingValproate("lamotrigine")))
                .filteredOn(found -> found.planned() != null)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.planned()).isEqualTo("lamotrigine"))
                .noneMatch(Interaction::bothTaken);
    }

    @Test
    void aPlanThatHasNothingToDoWithItAddsNothing() {
        assertThat(interactions(takingValproate("physical-therapy"))).noneMatch(found -> found.planned() != null);
    }
}
