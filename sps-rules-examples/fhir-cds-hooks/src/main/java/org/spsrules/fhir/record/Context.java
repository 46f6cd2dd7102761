package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.spsrules.PartialDate;

/**
 * What a reader of resources works with.
 *
 * @param terms what terms mean
 * @param references the other resources
 * @param draft the case that is being made
 */
record Context(Terms terms, References references, CaseDraft draft) {

    private static final int DAY = 10;

    /** A day as it is written; none if the month or the day is not known. */
    static Optional<LocalDate> day(BaseDateTimeType date) {
        return partial(date).filter(PartialDate::isDay).map(PartialDate::earliest);
    }

    /** A date as exactly as it is written, wherever the clock stood. */
    static Optional<PartialDate> partial(BaseDateTimeType date) {
        String written = date.getValueAsString();
        return written == null
                ? Optional.empty()
                : Optional.of(PartialDate.parse(written.substring(0, Math.min(DAY, written.length()))));
    }

    /** The date of something that happened at a time or over one, as exactly as it is written. */
    static Optional<PartialDate> partial(org.hl7.fhir.r4.model.Type timing) {
        if (timing instanceof DateTimeType date) {
            return partial((BaseDateTimeType) date);
        }
        return timing instanceof Period period
                ? partial(period.getStartElement()).or(() -> partial(period.getEndElement()))
                : Optional.empty();
    }

    /** Lists something as not used. */
    void unused(String reference, String what, String why) {
        draft.leftovers.add(reference, what, why);
    }
}
