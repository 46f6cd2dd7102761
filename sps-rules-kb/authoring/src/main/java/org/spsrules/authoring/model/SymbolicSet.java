package org.spsrules.authoring.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.spsrules.PatientCase;

/** A list of codes in a case, with a variable for each code that may be in it. */
final class SymbolicSet {

    private final String name;
    private final Function<PatientCase, Set<String>> reading;
    private final FormulaFactory formulas;
    private final Map<String, Variable> members = new TreeMap<>();

    SymbolicSet(String name, Function<PatientCase, Set<String>> reading, FormulaFactory formulas) {
        this.name = name;
        this.reading = reading;
        this.formulas = formulas;
    }

    /** That a code is in it. */
    Variable holds(String code) {
        return members.computeIfAbsent(code, unknown -> formulas.variable(name + ":" + code));
    }

    /** That one of some codes is in it. */
    Formula holdsAny(Collection<String> codes) {
        return formulas.or(codes.stream().map(this::holds).toList());
    }

    /** The codes that were asked for. */
    Map<String, Variable> members() {
        return members;
    }

    /** Puts in the variables that are true of a case. */
    void read(PatientCase patientCase, CaseReading read) {
        for (String code : reading.apply(patientCase)) {
            Optional.ofNullable(members.get(code)).ifPresent(read::holds);
        }
    }

    /** The codes in a solution. */
    Set<String> in(Set<Variable> solution) {
        Set<String> found = new TreeSet<>();
        members.forEach((code, member) -> {
            if (solution.contains(member)) {
                found.add(code);
            }
        });
        return found;
    }
}
