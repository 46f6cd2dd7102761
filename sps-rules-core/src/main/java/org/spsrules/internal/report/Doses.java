package org.spsrules.internal.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.LiverFunction;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Dosing.Role;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.DoseRow.Organ;
import org.spsrules.internal.knowledge.DoseRow.Regimen;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Chooses what to show of a dose: no figure under 18 or at an unknown age (D-40), none where the function of an organ is
 * needed and not known (D-41), and low doses for those who need them (D-44, D-45). A liver of which nothing is known
 * gets the low regimen too, if a source gives one.
 */
final class Doses {

    private static final int ADULT = 18;
    private static final String LIVER_DISEASE = "liver-disease";
    private static final Map<Verb, Set<Role>> SHOWN = new EnumMap<>(Map.of(
            Verb.START, beginning(),
            Verb.ADD, beginning(),
            Verb.SWITCH_TO, beginning(),
            Verb.REPEAT, beginning(),
            Verb.REFER_FOR, beginning(),
            Verb.TITRATE, EnumSet.of(Role.STEP, Role.TARGET, Role.RANGE, Role.LABELLED_MAXIMUM),
            Verb.TAPER, EnumSet.of(Role.TAPER)));
    private static final Map<Organ, String> UNKNOWN = Map.of(
            Organ.KIDNEY, "the creatinine clearance is not known",
            Organ.LIVER, "the function of the liver is not known");
    private static final String LOWER_REGIMEN =
            "The function of the liver is not known: until it is, the lower regimen stands in for the usual one.";
    private static final Map<Organ, String> QUESTIONS = Map.of(
            Organ.KIDNEY, "What is the creatinine clearance? The dose depends on it.",
            Organ.LIVER, "How well does the liver work? The dose depends on it.");

    private final Map<String, List<DoseRow>> rows = new HashMap<>();
    private final Set<String> liverDiseases;
    private final Provenance provenance;

    Doses(List<DoseRow> rows, Vocabulary vocabulary, Provenance provenance) {
        rows.forEach(row -> this.rows.merge(
                row.therapy(),
                List.of(row),
                (known, added) -> Stream.concat(known.stream(), added.stream()).toList()));
        this.liverDiseases = Set.copyOf(vocabulary.selfAndNarrower(LIVER_DISEASE));
        this.provenance = provenance;
    }

    private static Set<Role> beginning() {
        return EnumSet.complementOf(EnumSet.of(Role.TAPER));
    }

    /**
     * What to show.
     *
     * @param dosing the figures, or why there is none
     * @param questions what to ask so that a figure can be shown
     */
    record Choice(Dosing dosing, List<String> questions) {

        static Choice none() {
            return new Choice(new Dosing(List.of(), Optional.empty()), List.of());
        }

        static Choice withheld(String why, List<String> questions) {
            return new Choice(new Dosing(List.of(), Optional.of(why)), questions);
        }
    }

    /** What to show of the dose of a therapy with which a rule's verb does something. */
    Choice of(Verb verb, String therapy, PatientCase patientCase, boolean lowDoseNeeded) {
        List<DoseRow> open = rows.getOrDefault(therapy, List.of()).stream()
                .filter(row -> SHOWN.getOrDefault(verb, Set.of()).contains(row.role()))
                .toList();
        if (open.isEmpty()) {
            return Choice.none();
        }
        PatientCase.Person person = patientCase.person();
        if (person.age().isEmpty()) {
            return Choice.withheld("No dose figure, because the age is not known.", List.of("How old is the patient?"));
        }
        if (person.age().get() < ADULT) {
            return Choice.withheld("No dose figure under 18; paediatric neurology sets the dose.", List.of());
        }
        Set<Organ> unknown = EnumSet.noneOf(Organ.class);
        open.forEach(row -> row.needs().stream()
                .filter(organ -> isUnknown(organ, patientCase))
                .forEach(unknown::add));
        List<String> questions = unknown.stream().map(QUESTIONS::get).toList();
        boolean low = lowDoseNeeded || unknown.contains(Organ.LIVER) || isImpaired(person.liverFunction());
        List<Dosing.Figure> figures = open.stream()
                .filter(row -> suits(row, low))
                .filter(row -> person.creatinineClearance().map(row::holdsAt).orElse(true))
                .map(this::figure)
                .toList();
        if (unknown.equals(EnumSet.of(Organ.LIVER)) && !figures.isEmpty()) {
            return new Choice(new Dosing(figures, Optional.of(LOWER_REGIMEN)), questions);
        }
        if (!unknown.isEmpty()) {
            return Choice.withheld(
                    "No dose figure, because "
                            + String.join(
                                    " and ", unknown.stream().map(UNKNOWN::get).toList()) + ".",
                    questions);
        }
        boolean startMissing = open.stream().anyMatch(row -> row.role() == Role.START)
                && figures.stream().noneMatch(figure -> figure.role() == Role.START);
        Optional<String> withheld = startMissing
                ? Optional.of(
                        low
                                ? "Begin below the usual dose, for which the sources give no figure."
                                : "Begin below the usual dose; for this function of the kidney the sources give no"
                                        + " figure.")
                : Optional.empty();
        return new Choice(new Dosing(figures, withheld), List.of());
    }

    /** What the kidneys do is a figure; of the liver it is enough that no disease of it is there. */
    private boolean isUnknown(Organ organ, PatientCase patientCase) {
        PatientCase.Person person = patientCase.person();
        return switch (organ) {
            case KIDNEY -> person.creatinineClearance().isEmpty();
            case LIVER -> person.liverFunction() == LiverFunction.UNKNOWN && mayBeIll(patientCase.conditions());
        };
    }

    private boolean mayBeIll(PatientCase.Checklist conditions) {
        return !Collections.disjoint(conditions.present(), liverDiseases)
                || !(conditions.absent().contains(LIVER_DISEASE) || conditions.completeness() == Completeness.COMPLETE);
    }

    private static boolean isImpaired(LiverFunction liver) {
        return liver == LiverFunction.IMPAIRED || liver == LiverFunction.SEVERELY_IMPAIRED;
    }

    /** Those who need low doses see neither the usual start and steps nor what others have come to need. */
    private static boolean suits(DoseRow row, boolean low) {
        boolean standard = row.regimen() == Regimen.STANDARD;
        return switch (row.role()) {
            case START, STEP -> standard != low;
            case TARGET, RANGE, LABELLED_MAXIMUM -> !low && standard;
            case TAPER -> true;
        };
    }

    private Dosing.Figure figure(DoseRow row) {
        return new Dosing.Figure(
                row.role(),
                row.from(),
                row.to(),
                row.unit(),
                row.text(),
                !row.verified().isEmpty(),
                provenance.readings(row.verified()),
                provenance.citations(row.sources()));
    }
}
