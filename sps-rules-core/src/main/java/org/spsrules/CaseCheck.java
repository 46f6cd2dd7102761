package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;

/** Finds values that are out of range or past all limits, and facts that contradict each other. Knows no vocabulary. */
final class CaseCheck {

    private static final String STATED_TWICE =
            "is stated twice; if it really is given twice, tell the entries apart by the"
                    + " name on the package, or by a label, for example who prescribes it";

    private static final int OLDEST = 130;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(500);
    private static final BigDecimal HIGHEST_CLEARANCE = BigDecimal.valueOf(300);

    private final LocalDate asOf;
    private final List<Problem> problems = new ArrayList<>();
    private final CaseLimits limits = new CaseLimits(this::add);

    private CaseCheck(LocalDate asOf) {
        this.asOf = asOf;
    }

    static List<Problem> problemsIn(
            LocalDate asOf,
            Optional<String> title,
            Optional<String> citation,
            Person person,
            Diagnosis diagnosis,
            Checklist symptoms,
            Checklist triggers,
            Checklist conditions,
            Checklist allergies,
            List<Test> tests,
            Treatments treatments,
            List<Plan> plans,
            Set<String> acknowledged) {
        CaseCheck check = new CaseCheck(asOf);
        check.limits.day("asOf", Optional.of(asOf));
        check.limits.text("title", title);
        check.limits.text("citation", citation);
        check.person(person);
        check.day("diagnosis.onset", diagnosis.onset());
        check.limits.terms("diagnosis.psychiatricLabels", diagnosis.psychiatricLabels());
        check.checklist("symptoms", symptoms);
        check.checklist("triggers", triggers);
        check.checklist("conditions", conditions);
        check.checklist("allergies", allergies);
        check.tests(tests);
        check.treatments(treatments);
        check.plans(plans);
        check.limits.terms("acknowledged", acknowledged);
        return check.problems;
    }

    private void add(String path, String message) {
        problems.add(new Problem(path, message));
    }

    private void person(Person person) {
        limits.number("patient.weight", person.weight());
        limits.number("patient.creatinineClearance", person.creatinineClearance());
        person.age()
                .filter(age -> age < 0 || age > OLDEST)
                .ifPresent(age -> add("patient.age", age + " is not an age; give completed years from 0 to " + OLDEST));
        person.weight()
                .filter(weight -> weight.signum() <= 0 || weight.compareTo(HEAVIEST) > 0)
                .ifPresent(weight -> add("patient.weight", weight + " is not a weight; give kilograms, at most 500"));
        person.creatinineClearance()
                .filter(value -> value.signum() < 0 || value.compareTo(HIGHEST_CLEARANCE) > 0)
                .ifPresent(value -> add(
                        "patient.creatinineClearance",
                        value + " is not a creatinine clearance; give mL/min, 0 to 300"));
        boolean male = person.sex() == Sex.MALE;
        if (male && person.pregnancy() == Answer.YES) {
            add("patient.pregnancy", "contradicts patient.sex: male");
        }
        if (male && person.pregnancyPotential() == Answer.YES) {
            add("patient.pregnancyPotential", "contradicts patient.sex: male");
        }
        if (person.pregnancy() == Answer.YES && person.pregnancyPotential() == Answer.NO) {
            add("patient.pregnancyPotential", "contradicts patient.pregnancy: yes");
        }
    }

    private void checklist(String path, Checklist list) {
        limits.terms(path + ".present", list.present());
        limits.terms(path + ".absent", list.absent());
        for (String both : list.present()) {
            if (list.absent().contains(both)) {
                add(path + ".absent[" + both + "]", both + " is both present and absent");
            }
        }
    }

    private void tests(List<Test> tests) {
        if (!limits.entries("tests", tests)) {
            return;
        }
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            String path = "tests[" + i + "]";
            day(path + ".date", test.date());
            limits.text(path + ".assay", test.assay());
            test.value()
                    .filter(value -> value.value().signum() < 0)
                    .ifPresent(value -> add(path + ".value", value + " is below zero"));
            for (int j = 0; j < i; j++) {
                Test other = tests.get(j);
                if (other.test().equals(test.test())
                        && other.date().equals(test.date())
                        && other.assay().equals(test.assay())
                        && other.result() != test.result()) {
                    add(path + ".result", "contradicts tests[" + j + "], the same test on the same day");
                }
            }
        }
    }

    private void treatments(Treatments treatments) {
        List<Treatment> given = treatments.given();
        limits.terms("treatments.unavailable", treatments.unavailable());
        limits.terms("treatments.declined", treatments.declined());
        if (!limits.entries("treatments.given", given)) {
            return;
        }
        for (int i = 0; i < given.size(); i++) {
            Treatment treatment = given.get(i);
            String path = "treatments.given[" + i + "]";
            day(path + ".started", treatment.started());
            day(path + ".stopped", treatment.stopped());
            limits.text(path + ".label", treatment.label());
            limits.terms(path + ".sideEffects", treatment.sideEffects());
            Optional<LocalDate> started = treatment.started();
            if (treatment
                    .stopped()
                    .filter(stopped -> started.isPresent() && stopped.isBefore(started.get()))
                    .isPresent()) {
                add(path + ".stopped", "is before " + path + ".started");
            }
            if (treatment.current() && treatment.stopped().isPresent()) {
                add(path + ".stopped", "contradicts status: current");
            }
            if (treatment.woreOff() == Answer.YES && treatment.response() == Treatment.Response.NONE) {
                add(path + ".woreOff", "contradicts response: none; only a response can wear off");
            }
            if (given.subList(0, i).contains(treatment)) {
                add(path, STATED_TWICE);
            }
        }
    }

    private void plans(List<Plan> plans) {
        if (!limits.entries("plans", plans)) {
            return;
        }
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            String path = "plans[" + i + "]";
            String action = plan.action().name().toLowerCase(java.util.Locale.ROOT);
            if (plan.action().concernsTherapy() && plan.therapy().isEmpty()) {
                add(path + ".therapy", "is missing; a plan to " + action + " names a therapy");
            }
            if (plans.subList(0, i).contains(plan)) {
                add(path, "is stated twice");
            }
            boolean opposed = plan.action() == Plan.Action.STOP
                    && plans.stream()
                            .anyMatch(other -> other.action() == Plan.Action.START
                                    && other.therapy().equals(plan.therapy())
                                    && other.requestedBy() == plan.requestedBy());
            if (opposed) {
                add(path, "contradicts a plan to start the same therapy, requested by the same person");
            }
        }
    }

    private void day(String path, Optional<LocalDate> day) {
        limits.day(path, day);
        day.filter(date -> date.isAfter(asOf)).ifPresent(date -> add(path, date + " is later than asOf, " + asOf));
    }
}
