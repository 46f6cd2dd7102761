package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Type;
import org.spsrules.Sex;

/** Reads the patient: age and sex. */
final class PatientReader {

    private final Context context;

    PatientReader(Context context) {
        this.context = context;
    }

    void read(Patient patient) {
        String reference = References.of(patient);
        sex(patient, reference);
        age(patient, reference);
        death(patient, reference);
        patient.getLink().stream()
                .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
                .forEach(link -> context.unused(
                        reference,
                        Products.shown(link.getOther()),
                        "this record has been merged into that one, whose facts are not known here; send that one"));
    }

    private void death(Patient patient, String reference) {
        Type deceased = patient.getDeceased();
        if (deceased instanceof BooleanType told && Boolean.FALSE.equals(told.getValue())) {
            return;
        }
        boolean stated = deceased != null && deceased.primitiveValue() != null;
        boolean later = deceased instanceof DateTimeType date
                && Context.partial((BaseDateTimeType) date)
                        .filter(day -> day.earliest().isAfter(context.draft().asOf()))
                        .isPresent();
        if (stated && !later) {
            throw new UnusableRecordException("The patient of the record has died; there is nothing to advise.");
        } else if (deceased != null) {
            context.unused(
                    reference,
                    "deceased",
                    later ? "it is after the day of the case" : "it has no value; the patient was read as alive");
        }
    }

    private void sex(Patient patient, String reference) {
        if (patient.getGender() == null) {
            return;
        }
        switch (patient.getGender()) {
            case FEMALE -> context.draft().state("patient.sex", reference, builder -> builder.sex(Sex.FEMALE));
            case MALE -> context.draft().state("patient.sex", reference, builder -> builder.sex(Sex.MALE));
            default ->
                context.unused(
                        reference,
                        "gender " + patient.getGender().toCode(),
                        "a case knows female, male and not known; it was read as not known");
        }
    }

    /** The completed years, if the whole date of birth is known. */
    private void age(Patient patient, String reference) {
        if (!patient.hasBirthDate()) {
            return;
        }
        Optional<LocalDate> birth = Context.day(patient.getBirthDateElement());
        LocalDate asOf = context.draft().asOf();
        if (birth.isEmpty()) {
            context.unused(reference, "birthDate", "it is no full date, so the age is not certain; state the day");
        } else if (birth.get().isAfter(asOf)) {
            context.unused(reference, "birthDate", "it is after the day of the case, " + asOf);
        } else {
            int years = Period.between(birth.get(), asOf).getYears();
            context.draft().state("patient.age", reference, builder -> builder.age(years));
        }
    }
}
