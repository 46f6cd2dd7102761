package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Person;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Setting;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;

/** A case that is being changed. Treatments and plans keep their places. Not safe for use by several threads. */
final class CaseDraft {

    private final PatientCase base;
    Person person;
    Diagnosis diagnosis;
    Course course;
    Setting setting;
    Checklist symptoms;
    Checklist triggers;
    Checklist conditions;
    Checklist allergies;
    List<Test> tests;
    Completeness history;
    Completeness medication;
    final List<Treatment> given;
    final Set<String> unavailable;
    final Set<String> declined;
    final List<@Nullable Plan> plans;

    CaseDraft(PatientCase base) {
        this.base = base;
        person = base.person();
        diagnosis = base.diagnosis();
        course = base.course();
        setting = base.setting();
        symptoms = base.symptoms();
        triggers = base.triggers();
        conditions = base.conditions();
        allergies = base.allergies();
        tests = base.tests();
        history = base.treatments().history();
        medication = base.treatments().medication();
        given = new ArrayList<>(base.treatments().given());
        unavailable = new TreeSet<>(base.treatments().unavailable());
        declined = new TreeSet<>(base.treatments().declined());
        plans = new ArrayList<>(base.plans());
    }

    /** A list with something present, and what contradicts it no longer absent. */
    static Checklist withPresent(Checklist list, String code, Predicate<String> contradicts) {
        Set<String> present = new TreeSet<>(list.present());
        present.add(code);
        return new Checklist(present, without(list.absent(), contradicts), list.completeness());
    }

    /** A list with something absent, and what contradicts it no longer present. */
    static Checklist withAbsent(Checklist list, String code, Predicate<String> contradicts) {
        Set<String> absent = new TreeSet<>(list.absent());
        absent.add(code);
        return new Checklist(without(list.present(), contradicts), absent, list.completeness());
    }

    /** A list that says nothing about these codes. */
    static Checklist without(Checklist list, Set<String> codes) {
        return new Checklist(
                without(list.present(), codes::contains), without(list.absent(), codes::contains), list.completeness());
    }

    private static Set<String> without(Set<String> codes, Predicate<String> unwanted) {
        Set<String> rest = new TreeSet<>(codes);
        rest.removeIf(unwanted);
        return rest;
    }

    void treatment(int index, UnaryOperator<Treatment> change) {
        given.set(index, change.apply(given.get(index)));
    }

    /**
     * The changed case.
     *
     * @throws org.spsrules.InvalidCaseException if it contradicts itself
     */
    PatientCase toCase() {
        return new PatientCase(
                base.asOf(),
                base.title(),
                base.citation(),
                person,
                diagnosis,
                course,
                setting,
                symptoms,
                triggers,
                conditions,
                allergies,
                tests,
                new Treatments(history, medication, given, unavailable, declined),
                plans.stream().filter(Objects::nonNull).toList(),
                base.acknowledged());
    }
}
