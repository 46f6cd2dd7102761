package org.spsrules.authoring.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.spsrules.Report.Dosing;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.ContraindicationRow.Exclusion;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.RegimenRow;

/** Reads the rows that say what stands against a therapy, and how much of it is given. */
final class TherapyRows {

    private TherapyRows() {}

    /** A row of what stands against a therapy. */
    static Optional<ContraindicationRow> contraindication(DataFile.Entry entry) {
        Optional<ContraindicationRow.Level> level =
                entry.oneOf("level", ContraindicationRow.Level.values(), ContraindicationRow.Level::word);
        List<Reading> verified = ReadingReader.readings(entry);
        String therapy = entry.text("therapy");
        String condition = entry.text("condition");
        List<String> also = entry.texts("also");
        List<String> untested = entry.texts("untested");
        String reason = entry.text("reason");
        Optional<Exclusion> exclusion = entry.section("exclude").map(TherapyRows::exclusion);
        List<String> sources = entry.texts("sources");
        return level.map(grade -> new ContraindicationRow(
                therapy, condition, also, untested, grade, verified, reason, exclusion, sources));
    }

    private static Exclusion exclusion(DataFile.Entry entry) {
        Exclusion exclusion = new Exclusion(entry.texts("by"), entry.text("until-then"));
        entry.done();
        return exclusion;
    }

    /** A row of two therapies that stand against each other. */
    static Optional<InteractionRow> interaction(DataFile.Entry entry) {
        Optional<ContraindicationRow.Level> level =
                entry.oneOf("level", ContraindicationRow.Level.values(), ContraindicationRow.Level::word);
        List<Reading> verified = ReadingReader.readings(entry);
        String therapy = entry.text("therapy");
        String with = entry.text("with");
        String reason = entry.text("reason");
        List<String> sources = entry.texts("sources");
        return level.map(grade -> new InteractionRow(therapy, with, grade, verified, reason, sources));
    }

    /** A row of a dose. */
    static Optional<DoseRow> doseRow(DataFile.Entry entry) {
        Optional<Dosing.Role> role = entry.oneOf("role", Dosing.Role.values(), Dosing.Role::word);
        Optional<DoseRow.Regimen> regimen = entry.optional("regimen").isEmpty()
                ? Optional.of(DoseRow.Regimen.STANDARD)
                : entry.oneOf("regimen", DoseRow.Regimen.values(), DoseRow.Regimen::word);
        List<Reading> verified = ReadingReader.readings(entry);
        Optional<BigDecimal> from = entry.number("from");
        Optional<BigDecimal> to = entry.optional("to").isEmpty() ? from : entry.number("to");
        String therapy = entry.text("therapy");
        String unit = entry.text("unit");
        String text = entry.text("text");
        List<DoseRow.Organ> needs = entry.allOf("needs", DoseRow.Organ.values(), DoseRow.Organ::word);
        Optional<BigDecimal> clearanceFrom = limit(entry, "clearance-from");
        Optional<BigDecimal> clearanceBelow = limit(entry, "clearance-below");
        List<String> sources = entry.texts("sources");
        if (role.isEmpty() || regimen.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DoseRow(
                therapy,
                role.get(),
                regimen.get(),
                from.get(),
                to.get(),
                unit,
                text,
                needs,
                clearanceFrom,
                clearanceBelow,
                verified,
                sources));
    }

    private static Optional<BigDecimal> limit(DataFile.Entry entry, String key) {
        return entry.optional(key).flatMap(any -> entry.number(key));
    }

    /** A row of a regimen, and what calls for it. */
    static Optional<RegimenRow> regimen(DataFile.Entry entry) {
        Optional<DoseRow.Regimen> regimen = entry.oneOf("regimen", DoseRow.Regimen.values(), DoseRow.Regimen::word);
        List<Reading> verified = ReadingReader.readings(entry);
        String finding = entry.text("finding");
        String dose = entry.text("dose");
        String caution = entry.text("caution");
        List<String> sources = entry.texts("sources");
        return regimen.map(kind -> new RegimenRow(kind, finding, dose, caution, verified, sources));
    }
}
