package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.spsrules.Sex;

/** Reads the patient: age and sex. */
final class PatientReader {

    private static final int DAY = 10;

    private final Context context;

    PatientReader(Context context) {
        this.context = context;
    }

    void read(Patient patient) {
        String reference = References.of(patient);
        sex(patient, reference);
        age(patient, reference);
        if (patient.hasDeceased() && !"false".equals(patient.getDeceased().primitiveValue())) {
            throw new UnusableRecordException("The patient of the record has died; there is nothing to advise.");
        }
    }

    private void sex(Patient patient, String reference) {
        if (!patient.hasGender()) {
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

    /** The completed years; of a partial date of birth only if every day that it can be gives the same. */
    private void age(Patient patient, String reference) {
        if (!patient.hasBirthDate()) {
            return;
        }
        String written = Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
                .orElse("");
        LocalDate asOf = context.draft().asOf();
        Optional<Integer> age =
                written.length() >= DAY ? years(LocalDate.parse(written.substring(0, DAY)), asOf) : Optional.empty();
        if (age.isPresent()) {
            int years = age.get();
            context.draft().state("patient.age", reference, builder -> builder.age(years));
            return;
        }
        context.unused(
                reference,
                "birthDate",
                written.length() < DAY
                        ? "it is no full date, so the age is not certain; state the day"
                        : "it is after the day of the case, " + asOf);
    }

    private static Optional<Integer> years(LocalDate birth, LocalDate asOf) {
        return birth.isAfter(asOf)
                ? Optional.empty()
                : Optional.of(Period.between(birth, asOf).getYears());
    }
}
