package org.spsrules.internal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.Problem;
import org.spsrules.UnknownTherapyException;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.internal.shape.Values;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Checks the terms of a case against the vocabulary, and puts codes in the place of names, brands and synonyms.
 * Thread-safe.
 */
public final class CaseTerms {

    private final Vocabulary vocabulary;
    private final Combinations combinations;
    private final Implications implications;

    /** Checks cases against this vocabulary. */
    public CaseTerms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.combinations = new Combinations(vocabulary);
        this.implications = new Implications(vocabulary);
    }

    /**
     * The same case in codes.
     *
     * @throws InvalidCaseException with every problem
     */
    public PatientCase resolve(PatientCase patientCase) {
        Values<PatientCase> stated = CaseFields.PART.values(patientCase);
        List<Problem> problems = new ArrayList<>();
        Values<PatientCase> resolved = resolve(stated, problems);
        if (!problems.isEmpty()) {
            throw new InvalidCaseException(problems);
        }
        return resolved.equals(stated) ? patientCase : CaseFields.PART.make(resolved);
    }

    /** The same values, with {@link OtherTerm other terms} in the place of those that are not known. */
    public Values<PatientCase> keepingUnknown(Values<PatientCase> stated) {
        return TermResolution.of(
                CaseFields.PART,
                stated,
                (path, term, kinds, whole) ->
                        List.of(term.isBlank() || isKnown(term, kinds, whole) ? term : OtherTerm.of(term)));
    }

    /** Whether a term, said where it stands, is understood or can be taken apart. */
    private boolean isKnown(String term, Set<Concept.Kind> kinds, boolean whole) {
        return new Terms(vocabulary, List.of())
                .combination(term, kinds)
                .map(held -> !whole && !held.therapies().isEmpty())
                .orElseGet(() -> vocabulary.resolve(term, kinds).isPresent());
    }

    /** Every problem that the vocabulary reveals in a case. */
    public List<Problem> problemsIn(PatientCase patientCase) {
        try {
            resolve(patientCase);
            return List.of();
        } catch (InvalidCaseException e) {
            return e.problems();
        }
    }

    /** Every problem that the vocabulary reveals in the values of a case, whether or not they fit together. */
    public List<Problem> problemsIn(Values<PatientCase> stated) {
        List<Problem> problems = new ArrayList<>();
        resolve(stated, problems);
        return problems;
    }

    private Values<PatientCase> resolve(Values<PatientCase> stated, List<Problem> problems) {
        Terms terms = new Terms(vocabulary, problems);
        Values<PatientCase> resolved = TermResolution.of(CaseFields.PART, stated, terms::codes);
        Values<PatientCase> apart = combinations.apart(withBrands(stated.get(CaseFields.TREATMENTS), resolved));
        TermContradictions contradictions = new TermContradictions(terms);
        contradictions.find(stated, resolved);
        Values<PatientCase> implied = implications.in(apart);
        contradictions.neverGiven(stated.get(CaseFields.TREATMENTS), implied.get(CaseFields.TREATMENTS));
        return implied;
    }

    /** Brands stay with their entries as labels, because they tell entries of one drug apart. */
    private Values<PatientCase> withBrands(Treatments stated, Values<PatientCase> resolved) {
        Treatments treatments = resolved.get(CaseFields.TREATMENTS);
        List<Treatment> given = new ArrayList<>(treatments.given());
        for (int i = 0; i < given.size(); i++) {
            Treatment treatment = given.get(i);
            String term = OtherTerm.nameIn(stated.given().get(i).therapy());
            if (treatment.label().isEmpty() && isBrand(term, treatment.therapy())) {
                given.set(i, TreatmentFields.PART.with(treatment, TreatmentFields.LABEL, Optional.of(term)));
            }
        }
        return given.equals(treatments.given())
                ? resolved
                : resolved.with(
                        CaseFields.TREATMENTS, TreatmentsFields.PART.with(treatments, TreatmentsFields.GIVEN, given));
    }

    private boolean isBrand(String term, String code) {
        return !OtherTerm.is(code) && !term.equalsIgnoreCase(code) && !term.equalsIgnoreCase(vocabulary.nameOf(code));
    }

    /**
     * The code of a therapy or class.
     *
     * @throws UnknownTherapyException if the vocabulary knows none by this name
     */
    public String therapy(String term) {
        return vocabulary
                .resolve(term, Vocabulary.therapies())
                .map(Concept::code)
                .orElseThrow(() -> new UnknownTherapyException(
                        new Terms(vocabulary, new ArrayList<>()).unknown(term, Vocabulary.therapies())));
    }
}
