package org.spsrules.authoring.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Course.Control;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Sex;

/** A case that can still be changed; nothing is known at first. Not thread-safe. */
final class CaseDraft {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

    Optional<Integer> age = Optional.empty();
    Optional<BigDecimal> weight = Optional.empty();
    Optional<BigDecimal> creatinineClearance = Optional.empty();
    Sex sex = Sex.UNKNOWN;
    LiverFunction liverFunction = LiverFunction.UNKNOWN;
    Answer pregnancy = Answer.UNKNOWN;
    Answer pregnancyPotential = Answer.UNKNOWN;
    Answer effectiveContraception = Answer.UNKNOWN;
    Answer breastfeeding = Answer.UNKNOWN;
    Answer drugSensitivity = Answer.UNKNOWN;
    Answer frailty = Answer.UNKNOWN;
    Status status = Status.UNKNOWN;
    Answer treatedAsSps = Answer.UNKNOWN;
    Optional<String> variant = Optional.empty();
    Optional<Integer> monthsSinceOnset = Optional.empty();
    final Set<String> labels = new LinkedHashSet<>();
    Control control = Control.UNKNOWN;
    Answer disabling = Answer.UNKNOWN;
    Answer acuteSevereExacerbation = Answer.UNKNOWN;
    Answer relapse = Answer.UNKNOWN;
    Setting setting = Setting.UNKNOWN;
    final Checklist symptoms = new Checklist();
    final Checklist triggers = new Checklist();
    final Checklist conditions = new Checklist();
    final Set<String> allergies = new LinkedHashSet<>();
    final Map<String, Test.Result> tests = new LinkedHashMap<>();
    Completeness history = Completeness.UNKNOWN;
    Completeness medication = Completeness.UNKNOWN;
    final List<Given> given = new ArrayList<>();
    final Set<String> unavailable = new LinkedHashSet<>();
    final Set<String> declined = new LinkedHashSet<>();
    final List<Planned> plans = new ArrayList<>();

    /** A list of what is present and absent. */
    static final class Checklist {
        final Set<String> present = new LinkedHashSet<>();
        final Set<String> absent = new LinkedHashSet<>();
        Completeness completeness = Completeness.UNKNOWN;
    }

    /** A treatment. */
    static final class Given {
        String therapy;
        boolean current = true;
        Optional<String> dose = Optional.empty();
        Treatment.Schedule schedule = Treatment.Schedule.UNKNOWN;
        Optional<LocalDate> started = Optional.empty();
        Treatment.Response response = Treatment.Response.UNKNOWN;
        Answer adequateTrial = Answer.UNKNOWN;
        Answer tolerated = Answer.UNKNOWN;
        final Set<String> sideEffects = new LinkedHashSet<>();
        Answer woreOff = Answer.UNKNOWN;

        Given(String therapy) {
            this.therapy = therapy;
        }

        private void fill(PatientCaseBuilder.TreatmentDraft draft) {
            draft.schedule(schedule)
                    .response(response)
                    .adequateTrial(adequateTrial)
                    .tolerated(tolerated)
                    .sideEffects(codes(sideEffects))
                    .woreOff(woreOff);
            dose.ifPresent(draft::dose);
            started.ifPresent(draft::started);
        }
    }

    /** A plan. */
    static final class Planned {
        Plan.Action action;
        Optional<String> therapy;
        Plan.Manner manner = Plan.Manner.UNKNOWN;
        Plan.RequestedBy requestedBy = Plan.RequestedBy.UNKNOWN;

        Planned(Plan.Action action, Optional<String> therapy) {
            this.action = action;
            this.therapy = therapy;
        }

        /** Whether another plan is the same, which a case must not state twice. */
        boolean isAs(Planned other) {
            return action == other.action
                    && therapy.equals(other.therapy)
                    && manner == other.manner
                    && requestedBy == other.requestedBy;
        }
    }

    /** The day to which every draft refers. */
    static LocalDate asOf() {
        return AS_OF;
    }

    /**
     * The case.
     *
     * @throws org.spsrules.InvalidCaseException if the draft contradicts itself
     */
    PatientCase build() {
        PatientCaseBuilder builder = PatientCase.asOf(AS_OF)
                .sex(sex)
                .liverFunction(liverFunction)
                .pregnancy(pregnancy)
                .pregnancyPotential(pregnancyPotential)
                .effectiveContraception(effectiveContraception)
                .breastfeeding(breastfeeding)
                .drugSensitivity(drugSensitivity)
                .frailty(frailty)
                .diagnosis(status)
                .treatedAsSps(treatedAsSps)
                .psychiatricLabels(codes(labels))
                .control(control)
                .disabling(disabling)
                .acuteSevereExacerbation(acuteSevereExacerbation)
                .relapse(relapse)
                .setting(setting)
                .symptomList(symptoms.completeness)
                .symptoms(codes(symptoms.present))
                .noSymptoms(codes(symptoms.absent))
                .triggerList(triggers.completeness)
                .triggers(codes(triggers.present))
                .noTriggers(codes(triggers.absent))
                .conditionList(conditions.completeness)
                .conditions(codes(conditions.present))
                .noConditions(codes(conditions.absent))
                .allergies(codes(allergies))
                .treatmentHistory(history)
                .medicationList(medication)
                .unavailable(codes(unavailable))
                .declined(codes(declined));
        age.ifPresent(builder::age);
        weight.ifPresent(builder::weight);
        creatinineClearance.ifPresent(builder::creatinineClearance);
        variant.ifPresent(builder::variant);
        monthsSinceOnset.ifPresent(months -> builder.onset(AS_OF.minusMonths(months)));
        tests.forEach((test, result) -> builder.test(test, result, details -> {}));
        for (Given treatment : given) {
            if (treatment.current) {
                builder.current(treatment.therapy, treatment::fill);
            } else {
                builder.past(treatment.therapy, treatment::fill);
            }
        }
        for (Planned plan : plans) {
            if (plan.therapy.isPresent()) {
                builder.plan(plan.action, plan.therapy.get(), plan.manner, plan.requestedBy);
            } else {
                builder.plan(plan.action);
            }
        }
        return builder.build();
    }

    private static String[] codes(Collection<String> codes) {
        return codes.toArray(String[]::new);
    }
}
