package org.spsrules.internal.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.Report.Dosing;

/**
 * What a source says about a dose. Never shown to say that a dose is safe.
 *
 * @param therapy code of the therapy
 * @param role what the figure is
 * @param regimen for which patients
 * @param from the lowest figure, in {@code unit}
 * @param to the highest figure; equal to {@code from} for a single figure
 * @param unit for example {@code mg/day}
 * @param text the dose in words, with how it is divided
 * @param needs what has to be known of the patient before a figure may be shown (D-41)
 * @param clearanceFrom the lowest creatinine clearance in mL/min for which it holds
 * @param clearanceBelow the creatinine clearance in mL/min from which on it does not hold
 * @param verified where it was read; what was read nowhere is shown as unverified
 * @param sources ids of the statements that it rests on
 */
public record DoseRow(
        String therapy,
        Dosing.Role role,
        Regimen regimen,
        BigDecimal from,
        BigDecimal to,
        String unit,
        String text,
        List<Organ> needs,
        Optional<BigDecimal> clearanceFrom,
        Optional<BigDecimal> clearanceBelow,
        List<Reading> verified,
        List<String> sources) {

    /** Whether it holds at this creatinine clearance. */
    public boolean holdsAt(BigDecimal clearance) {
        return clearanceFrom.filter(from -> clearance.compareTo(from) < 0).isEmpty()
                && clearanceBelow
                        .filter(below -> clearance.compareTo(below) >= 0)
                        .isEmpty();
    }

    /** For which patients a figure is. */
    public enum Regimen {
        STANDARD,
        /** Old, frail or sensitive patients, and those whose liver is impaired (D-44, D-45). */
        LOW;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An organ whose function a dose depends on. */
    public enum Organ {
        KIDNEY,
        LIVER;

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
