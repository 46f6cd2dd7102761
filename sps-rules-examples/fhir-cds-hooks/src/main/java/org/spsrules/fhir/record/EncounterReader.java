package org.spsrules.fhir.record;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.spsrules.PatientCase.Setting;

/** Reads the encounter that is going on: where the patient is. */
final class EncounterReader {

    private static final Set<Encounter.EncounterStatus> GOING_ON = EnumSet.of(
            Encounter.EncounterStatus.ARRIVED,
            Encounter.EncounterStatus.TRIAGED,
            Encounter.EncounterStatus.INPROGRESS,
            Encounter.EncounterStatus.ONLEAVE);
    private static final Map<String, Setting> CLASSES = Map.of(
            "AMB", Setting.OUTPATIENT,
            "VR", Setting.OUTPATIENT,
            "HH", Setting.OUTPATIENT,
            "FLD", Setting.EMERGENCY,
            "EMER", Setting.EMERGENCY,
            "IMP", Setting.WARD,
            "ACUTE", Setting.WARD,
            "NONAC", Setting.WARD,
            "OBSENC", Setting.WARD,
            "SS", Setting.WARD);
    /** Codes and words for places that a class does not tell from a ward. */
    private static final Map<Setting, List<String>> PLACES = new EnumMap<>(Map.of(
            Setting.INTENSIVE_CARE,
            List.of("icu", "picu", "309904001", "intensive care unit", "intensive care"),
            Setting.THEATRE,
            List.of("operating theatre", "operating theater", "operating room")));

    private final Context context;

    EncounterReader(Context context) {
        this.context = context;
    }

    void read(Encounter encounter) {
        String reference = References.of(encounter);
        if (!GOING_ON.contains(encounter.getStatus())) {
            context.unused(reference, "encounter", "it is not going on");
            return;
        }
        Optional<Setting> setting = place(encounter)
                .or(() -> Optional.ofNullable(encounter.getClass_().getCode()).map(CLASSES::get));
        setting.ifPresentOrElse(
                found -> context.draft().state("setting", reference, builder -> builder.setting(found)),
                () -> context.unused(reference, "class of the encounter", "it says no setting that a case knows"));
    }

    private Optional<Setting> place(Encounter encounter) {
        return encounter.getLocation().stream()
                .filter(stay -> !stay.hasStatus() || stay.getStatus() == Encounter.EncounterLocationStatus.ACTIVE)
                .flatMap(stay -> context.references().find(stay.getLocation(), encounter).stream())
                .filter(Location.class::isInstance)
                .flatMap(location -> ((Location) location).getType().stream())
                .flatMap(EncounterReader::words)
                .flatMap(word -> PLACES.entrySet().stream()
                        .filter(place -> place.getValue().contains(word))
                        .map(Map.Entry::getKey))
                .findFirst();
    }

    private static Stream<String> words(CodeableConcept type) {
        return Stream.concat(
                        Stream.ofNullable(type.getText()),
                        type.getCoding().stream().flatMap(EncounterReader::words))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> words(Coding coding) {
        return Stream.of(coding.getCode(), coding.getDisplay()).filter(word -> word != null);
    }
}
