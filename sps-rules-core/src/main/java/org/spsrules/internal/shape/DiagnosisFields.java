package org.spsrules.internal.shape;

import java.util.Optional;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Diagnosis;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.vocabulary.Concept.Kind;

/** The fields of the diagnosis. */
public final class DiagnosisFields {

    /** The certainty of SPS, which rests on two fields. */
    public static final Aspect CERTAINTY = Aspect.of("Diagnosis", "confirmed suspected excluded notStated", "")
            .asking("Is SPS suspected, confirmed or excluded?");

    public static final Field<Diagnosis, Status> STATUS = Field.of(
                    "status", Types.word(Status.UNKNOWN), Diagnosis::status, "Certainty, as stated by a clinician")
            .feeds(CERTAINTY, "diagnosis of SPS");

    public static final Field<Diagnosis, Optional<String>> VARIANT = Field.of(
                    "variant",
                    new Types.OptionalTerm(Set.of(Kind.VARIANT)),
                    Diagnosis::variant,
                    "Variant of SPS, for example stiff-limb")
            .feeds(Aspect.of("Diagnosis", "variant", "").asking("Which variant of SPS is it?"), "variant");

    public static final Field<Diagnosis, Answer> TREATED_AS_SPS = Field.of(
                    "treatedAsSps",
                    Types.word(Answer.UNKNOWN),
                    Diagnosis::treatedAsSps,
                    "Has a clinician decided to treat as SPS?")
            .feeds(CERTAINTY, "treated as SPS by decision of a clinician")
            .reported();

    public static final Field<Diagnosis, Set<String>> PSYCHIATRIC_LABELS = Field.of(
                    "psychiatricLabels",
                    new Types.Terms(Set.of(Kind.CONDITION)),
                    Diagnosis::psychiatricLabels,
                    "Psychiatric conditions that the symptoms have been put down to")
            .feeds(Aspect.of("Diagnosis", "labelled", ""), "symptoms put down to")
            .reported();

    public static final Field<Diagnosis, Optional<PartialDate>> ONSET = Field.of(
                    "onset", Types.DATE, Diagnosis::onset, "When the symptoms began")
            .note(Types.AS_EXACT_AS_KNOWN)
            .feeds(
                    Aspect.of("Diagnosis", "monthsSinceOnset", "").asking("When did the symptoms begin?"),
                    "months since the first symptoms");

    public static final Part<Diagnosis> PART = Part.of(
            "diagnosis",
            "How certain the diagnosis of SPS is",
            values -> new Diagnosis(
                    values.get(STATUS),
                    values.get(VARIANT),
                    values.get(TREATED_AS_SPS),
                    values.get(PSYCHIATRIC_LABELS),
                    values.get(ONSET)),
            STATUS,
            VARIANT,
            TREATED_AS_SPS,
            PSYCHIATRIC_LABELS,
            ONSET);

    private DiagnosisFields() {}
}
