package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Values;

/** A case that is being changed. Treatments and plans keep their places. Not safe for use by several threads. */
final class CaseDraft {

    private Values<PatientCase> values;
    private final List<Treatment> given;
    private final List<Plan> plans;
    private final Set<Integer> dropped = new TreeSet<>();

    CaseDraft(PatientCase base) {
        values = CaseFields.PART.values(base);
        given = new ArrayList<>(base.treatments().given());
        plans = new ArrayList<>(base.plans());
    }

    /** The value of a field. */
    <V> V get(Field<PatientCase, V> field) {
        return values.get(field);
    }

    /** Sets a field of the case. */
    <V> void set(Field<PatientCase, V> field, V value) {
        values = values.with(field, value);
    }

    /** Sets a field of a part. */
    <P, V> void set(Field<PatientCase, P> field, Part<P> part, Field<P, V> inner, V value) {
        set(field, part.with(get(field), inner, value));
    }

    /** Changes a field of a part. */
    <P, V> void change(Field<PatientCase, P> field, Part<P> part, Field<P, V> inner, UnaryOperator<V> change) {
        set(field, part.changing(get(field), inner, change));
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

    /** Leaves nothing said about these conditions in the list of conditions. */
    void forgetConditions(Set<String> codes) {
        Checklist list = get(CaseFields.CONDITIONS);
        set(
                CaseFields.CONDITIONS,
                new Checklist(
                        without(list.present(), codes::contains),
                        without(list.absent(), codes::contains),
                        list.completeness()));
    }

    private static Set<String> without(Set<String> codes, Predicate<String> unwanted) {
        Set<String> rest = new TreeSet<>(codes);
        rest.removeIf(unwanted);
        return rest;
    }

    /** The treatments, those of the case in their places. */
    List<Treatment> given() {
        return given;
    }

    /** Sets a field of a treatment. */
    <V> void set(int index, Field<Treatment, V> field, V value) {
        given.set(index, TreatmentFields.PART.with(given.get(index), field, value));
    }

    void add(Treatment treatment) {
        given.add(treatment);
    }

    void add(Plan plan) {
        plans.add(plan);
    }

    /** Puts another result of a test in the place of one. */
    void change(Test before, Test after) {
        set(
                CaseFields.TESTS,
                get(CaseFields.TESTS).stream()
                        .map(test -> test.equals(before) ? after : test)
                        .toList());
    }

    /** Changes a plan, if it has not been dropped. */
    void plan(int index, UnaryOperator<Plan> change) {
        plans.set(index, change.apply(plans.get(index)));
    }

    void drop(int index) {
        dropped.add(index);
    }

    /**
     * The changed case.
     *
     * @throws org.spsrules.InvalidCaseException if it contradicts itself
     */
    PatientCase toCase() {
        Treatments treatments = TreatmentsFields.PART.with(get(CaseFields.TREATMENTS), TreatmentsFields.GIVEN, given);
        List<Plan> rest = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            if (!dropped.contains(i)) {
                rest.add(plans.get(i));
            }
        }
        return CaseFields.PART.make(
                values.with(CaseFields.TREATMENTS, treatments).with(CaseFields.PLANS, rest));
    }
}
