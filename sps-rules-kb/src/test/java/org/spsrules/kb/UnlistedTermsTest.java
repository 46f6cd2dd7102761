package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.PatientCase.other;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.SpsRules;

/** What becomes of drugs and conditions that the vocabulary does not list. */
class UnlistedTermsTest {

    private static final SpsRules RULES = BuiltIn.rules();

    private static PatientCaseBuilder confirmed() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).age(55).diagnosis(Status.CONFIRMED);
    }

    @Test
    void whatNobodyKnowsIsNamedAsNotUnderstood() {
        Report report = RULES.evaluate(confirmed()
                .current("diazepam")
                .current(other("amoxicillin"))
                .conditions(other("gout"))
                .build());

        assertThat(report.unlisted())
                .containsExactly(
                        new Report.Unlisted("conditions.present", "gout", List.of()),
                        new Report.Unlisted("treatments.given.therapy", "amoxicillin", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hydrocodone", "Levorphanol", "dihydrocodeine"})
    void anUnlistedOpioidIsAnOpioid(String opioid) {
        Report report =
                RULES.evaluate(confirmed().current("diazepam").current(opioid).build());
        Report likewise =
                RULES.evaluate(confirmed().current("diazepam").current("opioid").build());

        assertThat(report.unlisted())
                .singleElement()
                .satisfies(drug -> assertThat(drug.readAs())
                        .extracting(Report.Subject::code)
                        .containsExactly("opioid"));
        assertThat(alerts(report)).containsAll(alerts(likewise)).isNotEmpty();
    }

    /** A drug that ordinary lists hold, and the class by which it is dangerous here. */
    @ParameterizedTest
    @CsvSource({
        "zaleplon, cns-depressant",
        "Belsomra, cns-depressant",
        "doxylamine, older-antihistamine",
        "Xyrem, cns-depressant",
        "brotizolam, other-benzodiazepine",
        "etizolam, other-benzodiazepine",
        "primidone, barbiturate",
        "tilidine, opioid",
        "piritramide, opioid",
        "Mobic, nsaid",
        "indomethacin, nsaid",
        "droperidol, antipsychotic",
        "melperone, antipsychotic",
        "betamethasone, corticosteroid",
        "tofacitinib, further-immunosuppressant",
        "Kesimpta, monoclonal-antibody",
        "mercaptopurine, further-immunosuppressant",
        "Norvir, strong-cyp3a-inhibitor",
        "Paxlovid, strong-cyp3a-inhibitor",
        "Kaletra, strong-cyp3a-inhibitor",
        "rifabutin, cyp3a-inducer",
        "sumatriptan, serotonergic",
        "nadroparin, blood-thinner",
        "eplerenone, diuretic",
        "rocuronium, neuromuscular-blocker"
    })
    void aDrugIsReadAsTheClassByWhichItIsDangerous(String drug, String type) {
        Report report = RULES.evaluate(
                confirmed().current("diazepam").current(other(drug)).build());

        assertThat(report.unlisted())
                .flatExtracting(Report.Unlisted::readAs)
                .extracting(Report.Subject::code)
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MMR", "yellow fever vaccine", "Zostavax", "FluMist"})
    void aLiveVaccineIsOneByItsName(String vaccine) {
        assertThat(alertsOfAPlanned(vaccine)).isNotEmpty().isEqualTo(alertsOfAPlanned("live-vaccine"));
    }

    private static List<String> alertsOfAPlanned(String vaccine) {
        return alerts(RULES.evaluate(confirmed()
                .current("rituximab")
                .plan(Plan.Action.START, vaccine, Plan.Manner.UNKNOWN, Plan.RequestedBy.CLINICIAN)
                .build()));
    }

    private static List<String> alerts(Report report) {
        return report.everyAlert()
                .filter(Report.Alert::interrupts)
                .map(alert -> alert.basis().ruleId())
                .toList();
    }

    @Test
    void whatTheVocabularyKnowsIsReadHoweverItIsStated() {
        Report stated = RULES.evaluate(confirmed().current(other("Valium")).build());

        assertThat(stated)
                .isEqualTo(RULES.evaluate(confirmed().current("Valium").build()));
        assertThat(stated.unlisted()).isEmpty();
    }

    @Test
    void anUnclassifiedDrugLeavesOpenWhatIsNotTaken() {
        String nothingOfTheKind = "safety/surgery-in-sps";

        assertThat(beforeSurgery().appliedRules()).contains(nothingOfTheKind);
        assertThat(beforeSurgery("mycophenolate").appliedRules()).contains(nothingOfTheKind);
        assertThat(beforeSurgery(other("Xyzal")).appliedRules()).doesNotContain(nothingOfTheKind);
        assertThat(beforeSurgery(other("amoxicillin")).appliedRules()).doesNotContain(nothingOfTheKind);
        assertThat(beforeSurgery("nitrazepam").appliedRules()).doesNotContain(nothingOfTheKind);
    }

    private static Report beforeSurgery(String... drugs) {
        PatientCaseBuilder patient = confirmed().plan(Plan.Action.SURGERY).medicationList(Completeness.COMPLETE);
        for (String drug : drugs) {
            patient.current(drug);
        }
        return RULES.evaluate(patient.build());
    }
}
