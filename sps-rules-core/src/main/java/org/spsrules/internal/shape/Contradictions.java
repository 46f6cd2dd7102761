package org.spsrules.internal.shape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Problem;
import org.spsrules.Sex;

/** The facts of a case that contradict each other whatever the vocabulary. */
public final class Contradictions {

    private static final String STATED_TWICE =
            "is stated twice; if it really is given twice, tell the entries apart by the"
                    + " name on the package, or by a label, for example who prescribes it";

    private static final Set<Plan.Action> GOES_ON = EnumSet.of(Plan.Action.START, Plan.Action.CONTINUE);

    private final List<Problem> problems = new ArrayList<>();

    private Contradictions() {}

    /** All of them. */
    public static List<Problem> in(Values<PatientCase> stated) {
        Contradictions contradictions = new Contradictions();
        contradictions.person(stated.get(CaseFields.PERSON));
        for (Field<PatientCase, Checklist> list :
                List.of(CaseFields.SYMPTOMS, CaseFields.TRIGGERS, CaseFields.CONDITIONS, CaseFields.ALLERGIES)) {
            contradictions.checklist(list.name(), stated.get(list));
        }
        contradictions.tests(bounded(stated.get(CaseFields.TESTS)));
        contradictions.treatments(bounded(stated.get(CaseFields.TREATMENTS).given()));
        contradictions.plans(bounded(stated.get(CaseFields.PLANS)));
        return contradictions.problems;
    }

    /** Nothing of a list that is refused for its length: to compare each entry with every other would take too long. */
    private static <T> List<T> bounded(List<T> entries) {
        return entries.size() > ValueCheck.MOST_ENTRIES ? List.of() : entries;
    }

    private void person(Person person) {
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
        for (String both : list.present()) {
            if (list.absent().contains(both)) {
                add(path + ".absent[" + both + "]", both + " is both present and absent");
            }
        }
    }

    private void tests(List<Test> tests) {
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            for (int j = 0; j < i; j++) {
                Test other = tests.get(j);
                if (other.test().equals(test.test())
                        && other.date().equals(test.date())
                        && test.date().filter(date -> !date.isDay()).isEmpty()
                        && other.assay().equals(test.assay())
                        && other.result() != test.result()
                        && other.result().isLevel() == test.result().isLevel()) {
                    add("tests[" + i + "].result", "contradicts tests[" + j + "], the same test on the same day");
                }
            }
        }
    }

    private void treatments(List<Treatment> given) {
        for (int i = 0; i < given.size(); i++) {
            Treatment treatment = given.get(i);
            String path = "treatments.given[" + i + "]";
            Optional<PartialDate> started = treatment.started();
            if (treatment
                    .stopped()
                    .filter(stopped -> started.isPresent() && stopped.isBefore(started.get()))
                    .isPresent()) {
                add(path + ".stopped", "is before " + path + ".started");
            }
            if (treatment.current() && treatment.stopped().isPresent()) {
                add(path + ".stopped", "contradicts status: current");
            }
            if (treatment.current() && treatment.ending() != Plan.Manner.UNKNOWN) {
                add(path + ".ending", "contradicts status: current");
            }
            if (treatment.woreOff() == Answer.YES && treatment.response() == Treatment.Response.NONE) {
                add(path + ".woreOff", "contradicts response: none; only a response can wear off");
            }
            if (given.subList(0, i).contains(treatment)) {
                add(Problem.Kind.REPEATED, path, STATED_TWICE);
            }
        }
    }

    private void plans(List<Plan> plans) {
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            String path = "plans[" + i + "]";
            String action = plan.action().name().toLowerCase(Locale.ROOT);
            if (plan.action().concernsTherapy() && plan.therapy().isEmpty()) {
                add(Problem.Kind.MISSING, path + ".therapy", "is missing; a plan to " + action + " names a therapy");
            }
            if (plan.to().isPresent() && plan.action() != Plan.Action.SWITCH) {
                add(path + ".to", "is only of a switch; a plan to " + action + " has no other therapy");
            }
            if (plan.to().isPresent() && plan.to().equals(plan.therapy())) {
                add(path + ".to", "is the therapy that it is to take the place of");
            }
            if (plans.subList(0, i).contains(plan)) {
                add(Problem.Kind.REPEATED, path, "is stated twice");
            }
            boolean opposed = plan.action() == Plan.Action.STOP
                    && plans.stream()
                            .anyMatch(other -> GOES_ON.contains(other.action())
                                    && other.therapy().equals(plan.therapy())
                                    && other.requestedBy() == plan.requestedBy());
            if (opposed) {
                add(path, "contradicts a plan to start or continue the same therapy, requested by the same person");
            }
        }
    }

    private void add(String path, String message) {
        add(Problem.Kind.CONTRADICTION, path, message);
    }

    private void add(Problem.Kind kind, String path, String message) {
        problems.add(new Problem(kind, path, message));
    }
}
