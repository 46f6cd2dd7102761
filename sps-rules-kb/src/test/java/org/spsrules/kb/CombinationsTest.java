package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Report;
import org.spsrules.Report.Combined;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** One entry of a record that holds several drugs is read as each of them. */
class CombinationsTest {

    private static final SpsRules RULES = BuiltIn.rules();
    private static final String OPIOID_BESIDE_BENZODIAZEPINE = "Guard against an opioid together with a benzodiazepine";
    private static final List<String> JOINTS = List.of("/", " / ", " + ", "+", " & ", " and ", " with ", ", ");

    private static PatientCaseBuilder confirmed() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).age(55).diagnosis(Status.CONFIRMED);
    }

    private static Combination combination(String term) {
        return RULES.vocabulary().combination(term).orElse(new Combination(List.of(), List.of()));
    }

    @Test
    void everyPairOfListedDrugsIsReadAsBoth() {
        List<String> drugs = RULES.vocabulary().concepts().stream()
                .filter(concept -> concept.kind() == Concept.Kind.THERAPY)
                .map(Concept::code)
                .sorted()
                .toList();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < drugs.size(); i++) {
            for (int j = 0; j < i; j++) {
                String pair = drugs.get(i) + JOINTS.get((i + j) % JOINTS.size()) + drugs.get(j);
                if (!Set.copyOf(combination(pair).therapies()).equals(Set.of(drugs.get(i), drugs.get(j)))) {
                    wrong.add(pair + ": " + combination(pair));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            promethazine/codeine                                         | promethazine, codeine |
            oxycodone/ibuprofen                                          | oxycodone, ibuprofen  |
            hydrocodone-acetaminophen                                    | hydrocodone, paracetamol |
            HYDROcodone-acetaminophen (NORCO) 5-325 mg per tablet        | hydrocodone, paracetamol |
            Hydrocodone/APAP 5/325                                       | hydrocodone, paracetamol |
            tramadol 37.5 mg / paracetamol 325 mg                        | tramadol, paracetamol    |
            paracetamol 325mg/tramadol 37.5mg                            | paracetamol, tramadol    |
            codeine + paracetamol                                        | codeine, paracetamol     |
            diazepam 5 mg and codeine 8 mg                               | diazepam, codeine     |
            Percocet                                                     | oxycodone, paracetamol   |
            Percocet 5/325                                               | oxycodone, paracetamol   |
            Panadeine                                                    | codeine, paracetamol     |
            Panadeine Forte tablets                                      | codeine, paracetamol     |
            co-codamol 30/500 tablets                                    | codeine, paracetamol     |
            Symbyax                                                      | fluoxetine, olanzapine |
            RxNorm 856987                                                | hydrocodone, paracetamol |
            levodopa/benserazide                                         | levodopa              | benserazide
            amlodipine and valsartan                                     | amlodipine, valsartan |
            co-amoxiclav                                                 |                       | amoxicillin, clavulanic acid
            codeine/capsaicin                                            | codeine               | capsaicin
            codeine/foobarine                                            | codeine               | foobarine
            """)
    void aCombinationHoldsItsDrugs(String term, String therapies, String others) {
        assertThat(combination(term).therapies()).isEqualTo(listed(therapies));
        assertThat(combination(term).others()).isEqualTo(listed(others));
    }

    private static List<String> listed(String names) {
        return names == null ? List.of() : List.of(names.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fentanyl 25micrograms/hour patch",
                "diazepam/week",
                "mg/day",
                "and/or",
                "diazepam/day",
                "fentanyl 25 mcg/hour patch",
                "diazepam 5 mg, oral tablet",
                "diazepam 5-10 mg",
                "insulin 70/30",
                "prednisone 5 mg with food",
                "co-careldopa",
                "oral-baclofen",
                "Alka-Seltzer Plus Mucus and Congestion Oral Product",
                "no codeine/paracetamol",
                "Percocet allergy"
            })
    void whatIsNoCombinationIsNotTakenForOne(String term) {
        assertThat(RULES.vocabulary().combination(term)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promethazine/codeine",
                "oxycodone/ibuprofen",
                "hydrocodone-acetaminophen",
                "Percocet",
                "Panadeine",
                "tramadol 37.5 mg / paracetamol 325 mg",
                "codeine & paracetamol",
                "other: promethazine/codeine"
            })
    void anOpioidInACombinationIsGuardedBesideABenzodiazepine(String term) {
        Report report =
                RULES.evaluate(confirmed().current("diazepam").current(term).build());

        assertThat(report.everyAlert()).extracting(Report.Alert::title).contains(OPIOID_BESIDE_BENZODIAZEPINE);
    }

    @Test
    void aCombinationIsTheSameAsItsDrugs() {
        Report together = RULES.evaluate(confirmed()
                .current("oxycodone/ibuprofen", drug -> drug.response(Response.PARTIAL))
                .build());
        Report apart = RULES.evaluate(confirmed()
                .current("oxycodone", drug -> drug.response(Response.PARTIAL))
                .current("ibuprofen", drug -> drug.response(Response.PARTIAL))
                .build());

        assertThat(together.appliedRules()).isEqualTo(apart.appliedRules());
    }

    @Test
    void theReportSaysWhatWasReadAndThatADoseOfBothIsOfNeither() {
        Report report = RULES.evaluate(
                confirmed().current("Percocet", drug -> drug.dose("10 mg/day")).build());

        assertThat(report.unlisted())
                .filteredOn(term -> term.combined().isPresent())
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.name()).isEqualTo("Percocet");
                    assertThat(term.readAs()).extracting(Subject::code).containsExactly("oxycodone", "paracetamol");
                    assertThat(term.combined()).contains(new Combined(List.of(), true));
                });
        assertThat(report.unlisted()).extracting(Unlisted::name).contains("paracetamol");
    }

    @Test
    void aPlanToStopACombinationStopsEachDrug() {
        Report report = RULES.evaluate(confirmed()
                .current("diazepam")
                .current("Percocet")
                .plan(Plan.Action.STOP, "Percocet", Plan.Manner.ABRUPT, Plan.RequestedBy.PATIENT)
                .build());

        assertThat(report.everyAlert())
                .filteredOn(alert -> alert.title().startsWith("Do not stop or cut an opioid abruptly"))
                .isNotEmpty();
    }

    @Test
    void whatIsOnBothSidesOfASwitchGoesOn() {
        PatientCaseBuilder patient = confirmed().current("Percocet");
        Report toOxycodone = RULES.evaluate(
                patient.switchPlan("Percocet", "oxycodone", Plan.Manner.ABRUPT, Plan.RequestedBy.CLINICIAN)
                        .build());

        assertThat(toOxycodone.everyAlert())
                .extracting(Report.Alert::title)
                .noneMatch(title -> title.startsWith("Do not stop"));
    }

    @Test
    void anAllergyToACombinationIsOneToEachDrug() {
        Report report = RULES.evaluate(confirmed()
                .allergies("Limbitrol")
                .current("amitriptyline")
                .current("chlordiazepoxide")
                .build());

        assertThat(report.everyAlert().map(Report.Alert::subject))
                .extracting(subject -> subject.map(Subject::code).orElse(""))
                .contains("amitriptyline", "chlordiazepoxide");
    }

    @Test
    void thatACombinationWasNeverGivenSaysNothingOfItsDrugs() {
        String file = "format: sps-patient-case/1\nasOf: 2026-01-15\ntreatments:\n  never: [Percocet]\n"
                + "  given: [{therapy: oxycodone, status: current}]\n";
        PatientCaseReader reader = new PatientCaseReader(RULES.vocabulary());

        assertThatExceptionOfType(InvalidCaseException.class)
                .isThrownBy(() -> reader.read(file))
                .withMessageContaining("holds oxycodone and paracetamol");
        Report kept = RULES.evaluate(reader.keepingUnknownTerms().read(file));
        assertThat(kept.unlisted()).extracting(Unlisted::name).containsExactly("Percocet");
    }

    @Test
    void aCaseKeepsTheNameThatWasWritten() {
        PatientCase patientCase = new PatientCaseReader(RULES.vocabulary())
                .keepingUnknownTerms()
                .read("format: sps-patient-case/1\nasOf: 2026-01-15\n"
                        + "treatments: {given: [{therapy: promethazine/codeine, status: current}]}\n");

        assertThat(new PatientCaseWriter().json(patientCase)).contains("\"promethazine/codeine\"");
        assertThat(RULES.vocabulary().resolve("promethazine/codeine", Vocabulary.therapies()))
                .isEmpty();
    }
}
