package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Plan;

/** Reads what is reported to be taken, and what was administered. */
final class StatementReader {

    private static final int A_DAY = 1;

    private final Context context;
    private final Medications medications;

    StatementReader(Context context, Medications medications) {
        this.context = context;
        this.medications = medications;
    }

    void read(MedicationStatement statement) {
        Medications.Use use = medications.use(statement.getMedication(), statement.getDosage(), statement);
        MedicationStatementStatus status =
                Optional.ofNullable(statement.getStatus()).orElse(MedicationStatementStatus.UNKNOWN);
        switch (status) {
            case ACTIVE, UNKNOWN -> {
                if (status == MedicationStatementStatus.UNKNOWN) {
                    medications.unused(use, statement, "its status is not known; it was read as in use");
                }
                boolean over = statement.getEffective() instanceof Period period && period.hasEnd()
                        ? Context.partial(period.getEndElement())
                                .filter(day -> day.latest().isBefore(asOf()))
                                .isPresent()
                        : Endings.lastDay(statement.getDosage())
                                .filter(day -> day.isBefore(asOf()))
                                .isPresent();
                stated(statement, use, !over);
            }
            case COMPLETED, STOPPED -> stated(statement, use, false);
            case ONHOLD -> {
                stated(statement, use, true);
                medications.plan(false, use, Plan.RequestedBy.UNKNOWN, statement);
            }
            case INTENDED -> medications.plan(true, use, Plan.RequestedBy.UNKNOWN, statement);
            case NOTTAKEN ->
                medications.unused(
                        use, statement, "it is not taken; whether it was declined or forgotten is to be stated");
            default -> medications.unused(use, statement, "it was entered in error");
        }
    }

    /** Reads a statement that is about to be written: that it is over is a plan to end it. */
    void readProposed(MedicationStatement statement) {
        MedicationStatementStatus status = statement.getStatus();
        if (status == MedicationStatementStatus.STOPPED || status == MedicationStatementStatus.COMPLETED) {
            readDiscontinued(statement);
        } else {
            read(statement);
        }
    }

    /** Reads a statement of what is about to end, whatever its status says. */
    void readDiscontinued(MedicationStatement statement) {
        Medications.Use use = medications.use(statement.getMedication(), statement.getDosage(), statement);
        medications.plan(false, use, Plan.RequestedBy.UNKNOWN, statement);
    }

    private LocalDate asOf() {
        return context.draft().asOf();
    }

    private void stated(MedicationStatement statement, Medications.Use use, boolean current) {
        String reference = References.of(statement);
        for (TreatmentEntry entry : medications.add(use, current, statement)) {
            entry.indication =
                    medications.indication(statement.getReasonCode(), statement.getReasonReference(), statement);
            if (statement.getEffective() instanceof Period period) {
                entry.started = context.draft().notLater(Context.partial(period.getStartElement()), reference, "start");
            }
            if (!current && statement.getEffective() instanceof DateTimeType) {
                medications.unused(
                        use, statement, "only a day on which it was taken is stated; it was read as the last");
            }
            if (!current) {
                entry.stopped = context.draft().notLater(Endings.of(statement), reference, "end");
            }
            entry.orderedBy =
                    Optional.ofNullable(statement.getInformationSource().getDisplay());
        }
    }

    void read(MedicationAdministration administration) {
        MedicationAdministration.MedicationAdministrationDosageComponent given = administration.getDosage();
        Dosage rate = new Dosage();
        rate.addDoseAndRate().setRate(given.getRate());
        Dosage route = new Dosage()
                .setRoute(given.getRoute())
                .setMethod(given.getMethod())
                .setSite(given.getSite());
        Medications.Use use = medications.use(
                administration.getMedication(),
                given.hasRate() ? List.of(rate) : List.of(),
                SaidRoutes.of(List.of(route.setText(given.getText()))),
                administration);
        String status = Optional.ofNullable(administration.getStatus())
                .map(MedicationAdministration.MedicationAdministrationStatus::toCode)
                .orElse("unknown");
        Optional<PartialDate> date = context.draft()
                .notLater(
                        Context.partial(administration.getEffective()), References.of(administration), "administered");
        if (given.hasDose()) {
            medications.unused(use, administration, "the amount that was given once says nothing of the dose of a day");
        }
        switch (status) {
            case "in-progress", "unknown" -> medications.add(use, true, administration);
            case "on-hold" -> {
                medications.add(use, true, administration);
                medications.plan(false, use, Plan.RequestedBy.UNKNOWN, administration);
            }
            case "completed", "stopped" -> {
                boolean justGiven = status.equals("completed")
                        && date.filter(when -> !when.earliest()
                                        .isBefore(context.draft().asOf().minusDays(A_DAY)))
                                .isPresent();
                if (date.isEmpty()) {
                    medications.unused(
                            use, administration, "on which day it was given is not stated; it was read as past");
                } else if (administration.getEffective() instanceof Period period && !period.hasEnd()) {
                    medications.unused(
                            use,
                            administration,
                            "it was given since " + date.get() + ", until when is not stated; it was read as "
                                    + (justGiven ? "in use" : "past"));
                }
                for (TreatmentEntry entry : medications.add(use, justGiven, administration)) {
                    entry.started = date;
                    entry.stopped = justGiven ? Optional.empty() : date;
                }
            }
            default -> medications.unused(use, administration, "its status is " + status + ", so it was not given");
        }
    }
}
