package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A case that states every field of the format, as a file and as built in Java. */
public final class SampleCase {

    /** The case as YAML. */
    public static final String YAML = """
            # Every field of the format.
            format: sps-patient-case/1
            title: A woman of 55 with painful spasms
            citation: "Example 2014; 1: 2-3"
            asOf: 2014-01-15
            patient:
              age: 55
              sex: female
              weight: 60.5 kg
              creatinineClearance: 75 mL/min
              liverFunction: severely-impaired
              pregnancy: no
              pregnancyPotential: no
              effectiveContraception: yes
              breastfeeding: no
              drugSensitivity: yes
              frailty: no
            diagnosis:
              status: confirmed
              variant: classic
              treatedAsSps: yes
              psychiatricLabels: [anxiety-disorder]
              onset: 2013-01-01
            course:
              control: poor
              disabling: yes
              acuteSevereExacerbation: no
              relapse: yes
            setting: intensive-care
            symptoms:
              list: complete
              present: [rigidity]
              absent: [painful-spasms]
              severe: [rigidity]
            triggers: { list: partial, present: [noise], absent: [touch], severe: [noise] }
            conditions:
              list: complete
              present:
                - sleep-apnoea
              absent:
                - pregnancy
              severe: [sleep-apnoea]
            allergies: { list: partial, present: [hsct], absent: [ivig], severe: [hsct] }
            tests:
              - { test: anti-gad65, result: positive, value: 93.57 U/mL, assay: ELISA, date: 2014-01-02 }
              - { test: emg, result: pending }
            treatments:
              history: partial
              medication: complete
              given:
                - therapy: Valium
                  status: past
                  dose: 60 mg/day
                  highestTolerated: yes
                  indication: sps
                  schedule: as-needed
                  takenAsPrescribed: no
                  courses: 2
                  singleDose: no
                  supplyDays: 3
                  addedLast: no
                  started: 2013-02-01
                  stopped: 2014-01-10
                  ending: gradual
                  response: good
                  adequateTrial: yes
                  tolerated: yes
                  sideEffects: [sedation]
                  severeSideEffects: [sedation]
                  woreOff: yes
                  label: from neurology
                - { therapy: ivig, status: current, dose: 2 g/kg/course, started: 2014-01-15 }
              unavailable: [hsct]
              declined: [hsct]
              unsuitable: [hsct]
              never: [hsct]
              ever: [ivig]
            plans:
              - { action: switch, therapy: diazepam, to: hsct, manner: abrupt, requestedBy: emergency-staff }
              - { action: surgery }
            acknowledged: [safety/some-rule]
            """;

    private SampleCase() {}

    /** The case, built in Java. */
    public static PatientCase built() {
        return PatientCase.asOf(LocalDate.of(2014, 1, 15))
                .title("A woman of 55 with painful spasms")
                .citation("Example 2014; 1: 2-3")
                .age(55)
                .sex(Sex.FEMALE)
                .weight(new BigDecimal("60.5"))
                .creatinineClearance(new BigDecimal("75"))
                .liverFunction(PatientCase.LiverFunction.SEVERELY_IMPAIRED)
                .pregnancy(Answer.NO)
                .pregnancyPotential(Answer.NO)
                .effectiveContraception(Answer.YES)
                .breastfeeding(Answer.NO)
                .drugSensitivity(Answer.YES)
                .frailty(Answer.NO)
                .diagnosis(PatientCase.Diagnosis.Status.CONFIRMED)
                .variant("classic")
                .treatedAsSps(Answer.YES)
                .psychiatricLabels("anxiety-disorder")
                .onset(LocalDate.of(2013, 1, 1))
                .control(PatientCase.Course.Control.POOR)
                .disabling(Answer.YES)
                .acuteSevereExacerbation(Answer.NO)
                .relapse(Answer.YES)
                .setting(PatientCase.Setting.INTENSIVE_CARE)
                .symptomList(Completeness.COMPLETE)
                .symptoms("rigidity")
                .noSymptoms("painful-spasms")
                .severeSymptoms("rigidity")
                .triggerList(Completeness.PARTIAL)
                .triggers("noise")
                .noTriggers("touch")
                .severeTriggers("noise")
                .conditionList(Completeness.COMPLETE)
                .conditions("sleep-apnoea")
                .noConditions("pregnancy")
                .severeConditions("sleep-apnoea")
                .allergyList(Completeness.PARTIAL)
                .allergies("hsct")
                .noAllergies("ivig")
                .severeAllergies("hsct")
                .test(
                        "anti-gad65",
                        PatientCase.Test.Result.POSITIVE,
                        test -> test.value(new BigDecimal("93.57"), "U/mL")
                                .assay("ELISA")
                                .date(LocalDate.of(2014, 1, 2)))
                .test("emg", PatientCase.Test.Result.PENDING, test -> {})
                .treatmentHistory(Completeness.PARTIAL)
                .medicationList(Completeness.COMPLETE)
                .past(
                        "Valium",
                        treatment -> treatment
                                .dose("60 mg/day")
                                .highestTolerated(Answer.YES)
                                .indication(PatientCase.Treatment.Indication.SPS)
                                .schedule(PatientCase.Treatment.Schedule.AS_NEEDED)
                                .takenAsPrescribed(Answer.NO)
                                .courses(2)
                                .singleDose(Answer.NO)
                                .supplyDays(3)
                                .addedLast(Answer.NO)
                                .started(LocalDate.of(2013, 2, 1))
                                .stopped(LocalDate.of(2014, 1, 10))
                                .ending(PatientCase.Plan.Manner.GRADUAL)
                                .response(PatientCase.Treatment.Response.GOOD)
                                .adequateTrial(Answer.YES)
                                .tolerated(Answer.YES)
                                .sideEffects("sedation")
                                .severeSideEffects("sedation")
                                .woreOff(Answer.YES)
                                .label("from neurology"))
                .current("ivig", treatment -> treatment.dose("2 g/kg/course").started(LocalDate.of(2014, 1, 15)))
                .unavailable("hsct")
                .declined("hsct")
                .unsuitable("hsct")
                .never("hsct")
                .ever("ivig")
                .switchPlan(
                        "diazepam",
                        "hsct",
                        PatientCase.Plan.Manner.ABRUPT,
                        PatientCase.Plan.RequestedBy.EMERGENCY_STAFF)
                .plan(PatientCase.Plan.Action.SURGERY)
                .acknowledged("safety/some-rule")
                .build();
    }
}
