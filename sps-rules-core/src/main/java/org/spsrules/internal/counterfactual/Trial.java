package org.spsrules.internal.counterfactual;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PatientCase.Treatment;

/** A treatment that is being described; past, and otherwise unknown, until said otherwise. For one thread. */
final class Trial {

    private final Treatment base;
    private boolean current;
    private Optional<Dose> dose;
    private Treatment.Schedule schedule;
    private Treatment.Response response;
    private Answer adequate;
    private Answer tolerated;
    private final Set<String> sideEffects;
    private Answer woreOff;

    Trial(Treatment base) {
        this.base = base;
        current = base.current();
        dose = base.dose();
        schedule = base.schedule();
        response = base.response();
        adequate = base.adequateTrial();
        tolerated = base.tolerated();
        sideEffects = new TreeSet<>(base.sideEffects());
        woreOff = base.woreOff();
    }

    Trial(String therapy) {
        this(new Treatment(
                therapy,
                false,
                Optional.empty(),
                Treatment.Schedule.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Treatment.Response.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Set.of(),
                Answer.UNKNOWN,
                Optional.empty()));
    }

    Trial current() {
        current = true;
        return this;
    }

    Trial past() {
        current = false;
        return this;
    }

    Trial dose(Dose value) {
        dose = Optional.of(value);
        return this;
    }

    Trial schedule(Treatment.Schedule value) {
        schedule = value;
        return this;
    }

    Trial response(Treatment.Response value) {
        response = value;
        return this;
    }

    Trial adequate(Answer value) {
        adequate = value;
        return this;
    }

    Trial tolerated(Answer value) {
        tolerated = value;
        return this;
    }

    Trial sideEffect(String code) {
        sideEffects.add(code);
        return this;
    }

    Trial woreOff(Answer value) {
        woreOff = value;
        return this;
    }

    Treatment toTreatment() {
        return new Treatment(
                base.therapy(),
                current,
                dose,
                schedule,
                base.started(),
                base.stopped(),
                response,
                adequate,
                tolerated,
                sideEffects,
                woreOff,
                base.label());
    }
}
