package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.spsrules.PatientCase;
import org.spsrules.internal.shape.Field;

/**
 * A part of a case that may be there, each of its fields a choice. A field becomes one when it is first asked for.
 *
 * @param <P> the part
 */
final class SymbolicPart<P> {

    private final String name;
    private final PartKind<P> kind;
    private final P template;
    private final Set<Field<P, ?>> fixed;
    private final Formula present;
    private final Function<PatientCase, Optional<P>> reading;
    private final FormulaFactory formulas;
    private final Map<Field<P, ?>, Choice<?>> choices = new LinkedHashMap<>();

    /**
     * A part of which nothing is known yet but what the template states.
     *
     * @param fixed the fields that are as in the template
     * @param present that it is there
     * @param reading the part in a case; empty if it is not there
     */
    SymbolicPart(
            String name,
            PartKind<P> kind,
            P template,
            Set<Field<P, ?>> fixed,
            Formula present,
            Function<PatientCase, Optional<P>> reading,
            FormulaFactory formulas) {
        this.name = name;
        this.kind = kind;
        this.template = template;
        this.fixed = Set.copyOf(fixed);
        this.present = present;
        this.reading = reading;
        this.formulas = formulas;
    }

    String name() {
        return name;
    }

    P template() {
        return template;
    }

    PartKind<P> kind() {
        return kind;
    }

    Formula present() {
        return present;
    }

    /** Whether these fields are as in the template. */
    boolean areFixed(Collection<? extends Field<P, ?>> fields) {
        return fixed.containsAll(fields);
    }

    /** That the part, if it is there, is one of those of which something holds that depends on these fields only. */
    Formula where(List<Field<P, ?>> fields, Holds<P> holds) {
        List<Field<P, ?>> open =
                fields.stream().filter(field -> !fixed.contains(field)).toList();
        return where(open, 0, open.size() == fields.size() ? kind.blank() : template, holds);
    }

    /** Whether something holds of a part; no part is what a case cannot state. */
    interface Holds<P> {
        boolean of(P part);
    }

    private Formula where(List<Field<P, ?>> fields, int next, P soFar, Holds<P> holds) {
        return next == fields.size()
                ? formulas.constant(holds.of(soFar))
                : where(fields, next, fields.get(next), soFar, holds);
    }

    private <V> Formula where(List<Field<P, ?>> fields, int next, Field<P, V> field, P soFar, Holds<P> holds) {
        Choice<V> choice = choice(field);
        Map<Formula, List<Variable>> byRest = new LinkedHashMap<>();
        for (int i = 0; i < choice.values().size(); i++) {
            P with = kind.part().with(soFar, field, choice.values().get(i));
            byRest.computeIfAbsent(where(fields, next + 1, with, holds), rest -> new ArrayList<>())
                    .add(choice.is(i));
        }
        if (byRest.size() == 1) {
            return byRest.keySet().iterator().next();
        }
        List<Formula> ways = new ArrayList<>();
        byRest.forEach((rest, values) -> ways.add(formulas.and(formulas.or(values), rest)));
        return formulas.or(ways);
    }

    @SuppressWarnings("unchecked") // a field is put in with its own choice
    <V> Choice<V> choice(Field<P, V> field) {
        return (Choice<V>) choices.computeIfAbsent(
                field,
                unknown -> new Choice<>(
                        name + "." + field.name(), kind.values(field, template), kind.sameness(field), formulas));
    }

    /** How many fields were asked for. */
    int size() {
        return choices.size();
    }

    /** What can be stated of it: one value of each field, and no two that contradict each other. */
    List<Formula> limits() {
        List<Formula> limits = new ArrayList<>();
        List<Field<P, ?>> fields = List.copyOf(choices.keySet());
        for (int i = 0; i < fields.size(); i++) {
            limits.add(choice(fields.get(i)).one(formulas));
            for (int j = 0; j < i; j++) {
                contradictions(fields.get(i), fields.get(j), limits);
            }
        }
        return limits;
    }

    private <V, W> void contradictions(Field<P, V> one, Field<P, W> other, List<Formula> limits) {
        Choice<V> ones = choice(one);
        Choice<W> others = choice(other);
        for (int i = 0; i < ones.values().size(); i++) {
            for (int j = 0; j < others.values().size(); j++) {
                if (!kind.agree(
                        one, ones.values().get(i), other, others.values().get(j))) {
                    limits.add(formulas.or(ones.is(i).negate(), others.is(j).negate()));
                }
            }
        }
    }

    /** Puts in the variables that are true of a case. */
    void read(PatientCase patientCase, CaseReading read) {
        Optional<P> part = reading.apply(patientCase);
        if (part.isPresent()) {
            if (present instanceof Variable variable) {
                read.holds(variable);
            }
            for (Field<P, ?> field : choices.keySet()) {
                read(field, part.get(), read);
            }
        }
    }

    private <V> void read(Field<P, V> field, P part, CaseReading read) {
        Optional<Variable> value = choice(field).of(field.of(part));
        read.holds(value.orElseThrow(() -> new BeyondTheModelException(name + "." + field.name())));
    }

    /** The part in a solution; empty if it is not there. */
    Optional<P> in(Set<Variable> solution) {
        if (present instanceof Variable variable && !solution.contains(variable)) {
            return Optional.empty();
        }
        P part = template;
        for (Field<P, ?> field : choices.keySet()) {
            part = with(part, field, solution);
        }
        return Optional.of(part);
    }

    private <V> P with(P part, Field<P, V> field, Set<Variable> solution) {
        return kind.part().with(part, field, choice(field).in(solution));
    }
}
