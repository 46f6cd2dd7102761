package org.spsrules.fhir.record;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.spsrules.PatientCaseBuilder;

/** The sets of terms of a case that have no second half, as what is present has in what is absent. */
enum TermSet {
    DECLINED("treatments.declined", PatientCaseBuilder::declined),
    UNAVAILABLE("treatments.unavailable", PatientCaseBuilder::unavailable),
    UNSUITABLE("treatments.unsuitable", PatientCaseBuilder::unsuitable),
    NEVER("treatments.never", PatientCaseBuilder::never),
    EVER("treatments.ever", PatientCaseBuilder::ever),
    PSYCHIATRIC_LABELS("diagnosis.psychiatricLabels", PatientCaseBuilder::psychiatricLabels),
    ACKNOWLEDGED("acknowledged", PatientCaseBuilder::acknowledged);

    private final String field;
    private final BiConsumer<PatientCaseBuilder, Collection<String>> setter;

    TermSet(String field, BiConsumer<PatientCaseBuilder, Collection<String>> setter) {
        this.field = field;
        this.setter = setter;
    }

    /** The field of the case. */
    String field() {
        return field;
    }

    void addTo(PatientCaseBuilder builder, Collection<String> terms) {
        setter.accept(builder, terms);
    }
}
