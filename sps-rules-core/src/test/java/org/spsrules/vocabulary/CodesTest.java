package org.spsrules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spsrules.vocabulary.CodeSystem.ICD_10_CM;
import static org.spsrules.vocabulary.CodeSystem.RXNORM;
import static org.spsrules.vocabulary.Coding.Match.BROADER;
import static org.spsrules.vocabulary.Coding.Match.EXACT;
import static org.spsrules.vocabulary.Coding.Match.NARROWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.vocabulary.Concept.Kind;

/** What codes of public systems stand for. */
class CodesTest {

    private static final Set<Kind> CONDITIONS = Set.of(Kind.CONDITION);

    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(
            concept("diazepam", Kind.THERAPY, List.of(), code(RXNORM, "3322", EXACT), code(RXNORM, "202472", NARROWER)),
            concept("tablets", Kind.THERAPY, List.of(), code(RXNORM, "1292", BROADER)),
            concept("pump", Kind.THERAPY, List.of(), code(RXNORM, "1292", BROADER)),
            concept("diabetes", Kind.CONDITION, List.of(), code(ICD_10_CM, "E08-E13", EXACT)),
            concept("type-2-diabetes", Kind.CONDITION, List.of("diabetes"), code(ICD_10_CM, "E11", EXACT)),
            concept("infection", Kind.CONDITION, List.of(), code(ICD_10_CM, "A98-B02", NARROWER)),
            concept("bleeding", Kind.CONDITION, List.of(), code(ICD_10_CM, "D69.6", EXACT)),
            concept("cytopenia", Kind.CONDITION, List.of(), code(ICD_10_CM, "D69.6", EXACT)),
            concept("cytopenia-on-treatment", Kind.SIDE_EFFECT, List.of(), code(ICD_10_CM, "D69.6", EXACT))));

    private static Coding code(CodeSystem system, String code, Coding.Match match) {
        return new Coding(system, code, Optional.of("Name of " + code), match, "a public list");
    }

    private static Concept concept(String code, Kind kind, List<String> parents, Coding... codes) {
        return new Concept(
                code,
                kind,
                code,
                parents,
                List.of(),
                List.of(),
                Arrays.asList(codes),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static List<String> find(String system, String code) {
        return VOCABULARY.find(system, code).stream()
                .map(Concept::code)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RxNorm 3322",
                "rxnorm 3322",
                "RxNorm 202472",
                "http://www.nlm.nih.gov/research/umls/rxnorm|3322",
                "other: RxNorm 3322"
            })
    void aCodeIsATerm(String term) {
        assertThat(VOCABULARY.resolve(term, EnumSet.of(Kind.THERAPY)))
                .map(Concept::code)
                .contains("diazepam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RxNorm 33", "RxNorm", "3322", "LOINC 3322", "RxNorm 33220", "RxNorm 1292"})
    void whatIsNotTheCodeIsNot(String term) {
        assertThat(VOCABULARY.resolve(term, EnumSet.allOf(Kind.class))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "E11, type-2-diabetes",
        "E11.65, type-2-diabetes",
        "E08, diabetes",
        "E13.9, diabetes",
        "A98, infection",
        "A99.1, infection",
        "B00.1, infection",
        "B02, infection"
    })
    void aCodeOfAnIcdCategoryMeansWhatTheCategoryMeans(String code, String concept) {
        assertThat(find("http://hl7.org/fhir/sid/icd-10-cm", code)).containsExactly(concept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E07", "E14", "A97", "B03", "E1"})
    void nextToACategoryIsOutOfIt(String code) {
        assertThat(find("ICD-10-CM", code)).isEmpty();
    }

    @Test
    void aCodeOfAnotherSystemHasNoKinds() {
        assertThat(find("RxNorm", "33225")).isEmpty();
    }

    @Test
    void aCodeThatSaysLessIsNotTakenForTheConcept() {
        assertThat(find("RxNorm", "1292")).isEmpty();
        assertThat(VOCABULARY.whyUnclear("RxNorm 1292", Vocabulary.therapies()))
                .contains("RxNorm 1292 (Name of 1292) says less than pump or tablets; state what is meant");
    }

    @Test
    void aCodeThatMeansTwoThingsIsRefusedWithBoth() {
        assertThat(find("ICD-10-CM", "D69.6")).containsExactly("bleeding", "cytopenia", "cytopenia-on-treatment");
        assertThat(VOCABULARY.resolve("ICD-10-CM D69.6", CONDITIONS)).isEmpty();
        assertThat(VOCABULARY.whyUnclear("ICD-10-CM D69.6", CONDITIONS))
                .contains(
                        "ICD-10-CM D69.6 (Name of D69.6) stands for bleeding and cytopenia; state the one that is meant");
        assertThat(VOCABULARY.resolve("ICD-10-CM D69.6", Set.of(Kind.SIDE_EFFECT)))
                .map(Concept::code)
                .contains("cytopenia-on-treatment");
    }

    @Test
    void anUnknownCodeSaysSo() {
        assertThat(VOCABULARY.whyUnclear("LOINC 1-8", CONDITIONS)).contains("there is no entry for LOINC 1-8");
        assertThat(VOCABULARY.whyUnclear("sleep apnoea", CONDITIONS)).isEmpty();
    }
}
