package org.spsrules.internal.reading;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.ChecklistFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What a knowledge base reads of a case (D-54). A term is read in a place if a rule, a row or the resolution names it
 * there, or a class of it; any other fact is read if a rule asks a question that it answers. Worked out once for each
 * knowledge base. Immutable.
 */
public final class Reading {

    /** What says which case, which entry or which package is meant, and says nothing of the patient. */
    private static final Set<Field<?, ?>> NO_FACTS = Set.of(
            CaseFields.TITLE,
            CaseFields.CITATION,
            CaseFields.AS_OF,
            CaseFields.ACKNOWLEDGED,
            TreatmentFields.LABEL,
            TreatmentsFields.HISTORY,
            TreatmentsFields.MEDICATION);

    /** What the resolution, the ladder and the choice of a dose read beside the rules. */
    private static final Set<Field<?, ?>> READ_WITHOUT_RULES = Set.of(
            DiagnosisFields.STATUS,
            DiagnosisFields.TREATED_AS_SPS,
            PersonFields.AGE,
            PersonFields.CREATININE_CLEARANCE,
            PersonFields.LIVER_FUNCTION,
            TreatmentFields.CURRENT,
            TreatmentFields.RESPONSE,
            TreatmentFields.ADEQUATE_TRIAL,
            TreatmentFields.TOLERATED);

    /** Rules ask them of a few drugs and tests, and nothing else of a case turns on them. */
    private static final Set<Field<?, ?>> READ_OF_SOME =
            Set.of(TreatmentFields.STARTED, TreatmentFields.SUPPLY_DAYS, TestFields.DATE);

    private final Vocabulary vocabulary;
    private final NamedTerms named;
    private final Map<Place, Set<String>> terms = new EnumMap<>(Place.class);
    private final Set<Field<?, ?>> personal = new HashSet<>();
    private final Set<Field<?, ?>> lists = new HashSet<>();

    /** The reading of a knowledge base. */
    public Reading(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.named = new NamedTerms(knowledge);
        for (Place place : Place.values()) {
            Set<String> read = new HashSet<>();
            for (String code : named.in(place)) {
                if (place.kinship() != Place.Kinship.BROADER) {
                    read.addAll(vocabulary.selfAndNarrower(code));
                }
                if (place.kinship() != Place.Kinship.NARROWER) {
                    read.addAll(vocabulary.selfAndAncestors(code));
                }
            }
            terms.put(place, Set.copyOf(read));
        }
        for (PersonalCondition condition : PersonalCondition.all()) {
            if (reads(Place.PRESENT, condition.code()) || reads(Place.ABSENT, condition.code())) {
                personal.add(condition.field());
            }
        }
        Stream.of(CaseFields.CONDITION_LIST, CaseFields.SYMPTOM_LIST, CaseFields.TRIGGER_LIST, CaseFields.ALLERGY_LIST)
                .map(ChecklistFields::completeness)
                .forEach(lists::add);
    }

    /** Whether a term is read that stands in a place. */
    public boolean reads(Place place, String code) {
        return terms.getOrDefault(place, Set.of()).contains(code);
    }

    /** Whether a field is read that holds no terms, of an entry about a term or about none. */
    boolean reads(Field<?, ?> field, String about) {
        return reads(field) && (!READ_OF_SOME.contains(field) || isAskedOf(field, about));
    }

    private boolean isAskedOf(Field<?, ?> field, String about) {
        return questionsOf(field)
                .anyMatch(question ->
                        named.asksOf(question, code -> vocabulary.isA(about, code) || vocabulary.isA(code, about)));
    }

    private static Stream<String> questionsOf(Field<?, ?> field) {
        return field.aspect().stream()
                .flatMap(fed -> Stream.concat(fed.describing().stream(), fed.others().stream())
                        .map(question -> fed.factType() + "." + question));
    }

    /** Whether a field is read that holds no terms; so is one that states no fact. */
    private boolean reads(Field<?, ?> field) {
        return NO_FACTS.contains(field)
                || lists.contains(field)
                || READ_WITHOUT_RULES.contains(field)
                || personal.contains(field)
                || questionsOf(field).anyMatch(named.questions()::contains);
    }

    /** What a case states and the knowledge base does not read. */
    public List<UnreadFact> unread(PatientCase patientCase) {
        return UnreadFacts.of(patientCase, this, vocabulary);
    }
}
