package org.spsrules.authoring.model;

import org.logicng.formulas.Variable;

/** Takes the variables that are true of a case. */
@FunctionalInterface
interface CaseReading {
    void holds(Variable variable);
}
