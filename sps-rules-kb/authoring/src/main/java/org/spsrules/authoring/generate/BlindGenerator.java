package org.spsrules.authoring.generate;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.spsrules.InvalidCaseException;
import org.spsrules.KnowledgeException;
import org.spsrules.PatientCase;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes valid cases and knows nothing of the rules, so that it does not imagine only what they imagine. Every other case
 * is uniform over all fields and all terms of the vocabulary; the rest are mixtures that look like patients. The same
 * seed gives the same cases. Not thread-safe.
 */
public final class BlindGenerator implements Cases {

    private static final int MOST_DRAFTS = 10_000;

    private final CaseTerms terms;
    private final UniformPart.Source source;
    private final LikelyPatient patients;
    private boolean uniform;
    private int drafts;

    /** A generator of cases for the vocabulary of a knowledge base. */
    public BlindGenerator(Knowledge knowledge, long seed) {
        Vocabulary vocabulary = knowledge.vocabulary();
        Draw draw = new Draw(seed);
        this.terms = new CaseTerms(vocabulary);
        this.source = new UniformPart.Source(draw, CaseDraft.asOf(), vocabulary);
        this.patients = new LikelyPatient(draw, knowledge, vocabulary);
    }

    @Override
    public PatientCase next() {
        uniform = !uniform;
        drafts = 0;
        return uniform
                ? terms.resolve(UniformPart.of(
                        CaseFields.PART, source, draft -> valid(draft::toPart).isPresent()))
                : Stream.generate(() -> valid(patients::next))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();
    }

    /** The case that a draft makes; empty if it contradicts itself, for example as a pregnant man. */
    private Optional<PatientCase> valid(Supplier<PatientCase> draft) {
        if (++drafts > MOST_DRAFTS) {
            throw new KnowledgeException(
                    "of this vocabulary no valid case could be made in " + MOST_DRAFTS + " drafts");
        }
        try {
            return Optional.of(terms.resolve(draft.get()));
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }
}
