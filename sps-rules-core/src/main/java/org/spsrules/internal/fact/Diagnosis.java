package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.CONDITION;
import static org.spsrules.vocabulary.Concept.Kind.VARIANT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.internal.shape.Completions;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.vocabulary.Vocabulary;

/** How certain SPS is, its variant, and what the symptoms have been put down to. */
public final class Diagnosis implements Fact {

    private final PatientCase.Diagnosis stated;
    private final LocalDate asOf;
    private final Vocabulary vocabulary;
    private final Set<String> variants = new TreeSet<>();
    private final Set<String> labels = new TreeSet<>();

    Diagnosis(PatientCase.Diagnosis stated, LocalDate asOf, Vocabulary vocabulary) {
        this.stated = stated;
        this.asOf = asOf;
        this.vocabulary = vocabulary;
        stated.variant().ifPresent(variant -> variants.addAll(vocabulary.selfAndAncestors(variant)));
        stated.psychiatricLabels().forEach(label -> labels.addAll(vocabulary.selfAndAncestors(label)));
    }

    @Override
    public List<Diagnosis> completions(String question, List<String> arguments) {
        List<PatientCase.Diagnosis> completions =
                new ArrayList<>(Completions.of(DiagnosisFields.PART, stated, "Diagnosis", question));
        if (stated.variant().isEmpty()) {
            arguments.forEach(code ->
                    completions.add(DiagnosisFields.PART.with(stated, DiagnosisFields.VARIANT, Optional.of(code))));
        }
        if (question.equals("monthsSinceOnset")) {
            Elapsed.ends(stated.onset(), asOf)
                    .forEach(day -> completions.add(
                            DiagnosisFields.PART.with(stated, DiagnosisFields.ONSET, Optional.of(day))));
        }
        return completions.stream()
                .map(completion -> new Diagnosis(completion, asOf, vocabulary))
                .toList();
    }

    /** SPS or a variant is confirmed, or a clinician has decided to treat as SPS (D-11). */
    @Says("SPS confirmed, or treated as SPS")
    public boolean confirmed() {
        return stated.status() == Status.CONFIRMED || stated.treatedAsSps() == Answer.YES;
    }

    /** SPS is suspected, and not treated as SPS. */
    @Says("SPS suspected, not confirmed")
    public boolean suspected() {
        return stated.status() == Status.SUSPECTED && !confirmed();
    }

    /** SPS is excluded. */
    @Says("SPS excluded")
    public boolean excluded() {
        return stated.status() == Status.EXCLUDED && !confirmed();
    }

    /** It is not stated whether SPS is suspected, confirmed or excluded. */
    @Says("certainty of SPS not stated")
    public boolean notStated() {
        return stated.status() == Status.UNKNOWN && !confirmed();
    }

    /** The variant is known, and is this one. */
    @Says(value = "variant: {0}", of = VARIANT)
    public boolean variant(String variant) {
        return variants.contains(variant);
    }

    /** The symptoms have been put down to this psychiatric condition. */
    @Says(value = "put down to {0}", of = CONDITION)
    public boolean labelled(String condition) {
        return labels.contains(condition);
    }

    /**
     * Completed months from the first symptoms to the day of the case; the fewest that they can be, where only the year or the
     * month is known, so that "at least" holds whatever the day was.
     */
    @Says("months since the first symptoms: {value}")
    public @Nullable Integer monthsSinceOnset() {
        return Elapsed.fewest(ChronoUnit.MONTHS, stated.onset(), asOf);
    }
}
