package org.spsrules.internal.shape;

import java.util.Set;
import org.spsrules.Completeness;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.vocabulary.Concept;

/** The fields of a list of what a patient has and has not. Each list has fields of its own, with terms of its own kinds. */
public final class ChecklistFields {

    private final Field<Checklist, Completeness> completeness;
    private final Field<Checklist, Set<String>> present;
    private final Field<Checklist, Set<String>> absent;
    private final Field<Checklist, Set<String>> severe;
    private final Part<Checklist> part;

    ChecklistFields(Set<Concept.Kind> kinds) {
        completeness = Field.of(
                "list",
                Types.word(Completeness.UNKNOWN),
                Checklist::completeness,
                "Is everything that is not listed absent?");
        present = Field.of("present", new Types.Terms(kinds), Checklist::present, "What the patient has");
        absent = Field.of("absent", new Types.Terms(kinds), Checklist::absent, "What the patient is known not to have");
        severe = Field.of("severe", new Types.Terms(kinds), Checklist::severe, "What of it is severe")
                .note("It is present, too. No statement says what severity changes, so no rule reads more of it.");
        part = Part.of(
                "checklist",
                "",
                values -> new Checklist(
                        values.get(present), values.get(absent), values.get(completeness), values.get(severe)),
                completeness,
                present,
                absent,
                severe);
    }

    /** Whether everything that is not listed is absent. */
    public Field<Checklist, Completeness> completeness() {
        return completeness;
    }

    /** What the patient has. */
    public Field<Checklist, Set<String>> present() {
        return present;
    }

    /** What the patient is known not to have. */
    public Field<Checklist, Set<String>> absent() {
        return absent;
    }

    /** What the patient has severely. */
    public Field<Checklist, Set<String>> severe() {
        return severe;
    }

    /** The list. */
    public Part<Checklist> part() {
        return part;
    }
}
