package org.spsrules.fhir.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.spsrules.PartialDate;

/** Reads what was handed out. How long it lasts depends on what was handed out before, so all of it is read first. */
final class DispenseReader {

    private final Context context;
    private final Medications medications;
    private final Map<List<String>, List<Handed>> byProduct = new LinkedHashMap<>();

    /** What was handed out, and when; the day is not known of everything. */
    private record Handed(MedicationDispense dispense, Medications.Use use, Optional<LocalDate> day) {

        /** The first day without it, if it is begun on a day. */
        private Optional<LocalDate> lasts(LocalDate begun) {
            return dispense.hasDaysSupply() ? Days.after(begun, dispense.getDaysSupply()) : Optional.empty();
        }
    }

    DispenseReader(Context context, Medications medications) {
        this.context = context;
        this.medications = medications;
    }

    void read(MedicationDispense dispense) {
        Medications.Use use = medications.use(dispense.getMedication(), dispense.getDosageInstruction(), dispense);
        String status = Optional.ofNullable(dispense.getStatus())
                .map(MedicationDispense.MedicationDispenseStatus::toCode)
                .orElse("unknown");
        Optional<LocalDate> day = Context.day(dispense.getWhenHandedOverElement());
        switch (status) {
            case "completed", "unknown" -> {
                if (day.filter(context.draft().asOf()::isBefore).isPresent()) {
                    medications.unused(use, dispense, "it is handed over on a day after that of the case");
                } else {
                    byProduct
                            .computeIfAbsent(use.product().therapies(), first -> new ArrayList<>())
                            .add(new Handed(dispense, use, day));
                }
            }
            case "declined" ->
                medications.unused(use, dispense, "it was not handed out; state whether it was declined");
            default -> medications.unused(use, dispense, "its status is " + status + ", so it was not handed out");
        }
    }

    /** Adds what was read: it is in use until its supply ends, and where that is not known, still in use. */
    void settle() {
        byProduct.forEach((therapies, all) -> {
            Optional<LocalDate> end = runsOut(all);
            boolean inUse = end.isEmpty() || !end.get().isBefore(context.draft().asOf());
            for (Handed handed : all) {
                if (end.isEmpty()) {
                    sayIfOpen(handed);
                }
                for (TreatmentEntry entry : medications.add(handed.use(), inUse, handed.dispense())) {
                    entry.stopped = inUse ? Optional.empty() : end.map(PartialDate::of);
                }
            }
            String last = References.of(all.get(all.size() - 1).dispense());
            therapies.forEach(therapy -> context.draft().supplies.handedOut(therapy, last, end));
        });
    }

    private void sayIfOpen(Handed handed) {
        if (handed.day().flatMap(handed::lasts).isEmpty()) {
            medications.unused(
                    handed.use(), handed.dispense(), "for how many days it lasts is not stated; it was read as in use");
        }
    }

    /** The first day without any; what is fetched early is kept until what there was is used up. */
    private static Optional<LocalDate> runsOut(List<Handed> all) {
        all.sort(Comparator.comparing(handed -> handed.day().orElse(LocalDate.MIN)));
        Optional<LocalDate> end = Optional.of(LocalDate.MIN);
        for (Handed handed : all) {
            LocalDate before = end.orElse(LocalDate.MAX);
            end = handed.day().flatMap(day -> handed.lasts(day.isBefore(before) ? before : day));
            if (end.isEmpty()) {
                return end;
            }
        }
        return end;
    }
}
