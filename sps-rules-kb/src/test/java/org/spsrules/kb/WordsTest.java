package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.SpsRules;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Concept;

/**
 * A concept is the same by its code, its name, a brand, a synonym, a product, a code of a public system or what that system calls
 * it.
 */
class WordsTest {

    private static final SpsRules RULES = BuiltIn.rules();
    private static final CaseTerms TERMS = new CaseTerms(RULES.vocabulary());
    private static final int EACH = 2;
    private static final Map<String, List<String>> PRODUCTS = products();

    /** The kinds whose concepts go by what a system calls their codes. */
    private static final Set<Concept.Kind> CALLED =
            Set.of(Concept.Kind.CONDITION, Concept.Kind.SYMPTOM, Concept.Kind.TEST);

    private static Optional<PatientCase> patientCase(Concept concept, String term) {
        PatientCaseBuilder patient =
                PatientCase.asOf(LocalDate.of(2026, 1, 15)).age(55).diagnosis(Status.CONFIRMED);
        return switch (concept.kind()) {
            case THERAPY, THERAPY_CLASS -> resolved(patient.current(term));
            case CONDITION -> resolved(patient.conditions(term));
            case SYMPTOM -> resolved(patient.symptoms(term));
            case TRIGGER -> resolved(patient.triggers(term));
            case SIDE_EFFECT -> resolved(patient.current("diazepam", drug -> drug.sideEffects(term)));
            case TEST -> resolved(patient.test(term, Result.POSITIVE, test -> {}));
            case VARIANT -> resolved(patient.variant(term));
            case LADDER_STEP, CARE, FINDING -> Optional.empty();
        };
    }

    private static Optional<PatientCase> resolved(PatientCaseBuilder patient) {
        return Optional.of(TERMS.resolve(patient.build()));
    }

    static Stream<Concept> concepts() {
        return Stream.concat(RULES.knowledge().concepts().stream(), RULES.knowledge().unlisted().stream())
                .filter(concept -> terms(concept).size() > 1);
    }

    private static Set<String> terms(Concept concept) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(concept.code());
        terms.add(concept.name());
        terms.addAll(concept.brands());
        terms.addAll(concept.synonyms());
        for (Coding coding : meaning(concept)) {
            terms.add(coding.toString());
            terms.add(coding.system().uri() + "|" + coding.code());
            coding.display().filter(display -> CALLED.contains(concept.kind())).ifPresent(terms::add);
        }
        terms.addAll(PRODUCTS.getOrDefault(concept.code(), List.of()));
        return terms;
    }

    /** Some brands and products of each therapy, out of the tables of products. */
    private static Map<String, List<String>> products() {
        Map<String, List<String>> terms = new HashMap<>();
        add(terms, "brands.tsv", "");
        add(terms, "products.tsv", "RxNorm ");
        return terms;
    }

    private static void add(Map<String, List<String>> terms, String table, String before) {
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<String> lines = Files.lines(Path.of("products", table))) {
            lines.map(line -> line.split("\t"))
                    .filter(cells -> cells.length == 2 && counts.merge(cells[1], 1, Integer::sum) <= EACH)
                    .forEach(cells -> terms.computeIfAbsent(cells[1], first -> new ArrayList<>())
                            .add(before + cells[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes that mean this concept and no narrower one. */
    private static List<Coding> meaning(Concept concept) {
        List<Coding> codings = new ArrayList<>(concept.codes());
        codings.removeIf(coding -> !coding.match().isEnough()
                || coding.system() == CodeSystem.UCUM
                || coding.code().contains("-") && coding.system() == CodeSystem.ICD_10_CM
                || RULES.vocabulary().find(coding.system().uri(), coding.code()).stream()
                                .filter(found -> found.kind() == concept.kind())
                                .count()
                        > 1
                || RULES.vocabulary().find(coding.system().uri(), coding.code()).stream()
                        .anyMatch(found ->
                                !found.equals(concept) && RULES.vocabulary().isA(found.code(), concept.code())));
        return codings;
    }

    /** What becomes the same case is evaluated alike. */
    @ParameterizedTest
    @MethodSource("concepts")
    void everyWordForAConceptGivesTheSameReport(Concept concept) {
        Optional<PatientCase> byCode = patientCase(concept, concept.code());
        for (String term : terms(concept)) {
            Optional<PatientCase> byTerm = patientCase(concept, term);
            if (!byTerm.equals(byCode)) {
                assertThat(byTerm.map(RULES::evaluate)).as(term).isEqualTo(byCode.map(RULES::evaluate));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("concepts")
    void everyCodeThatMeansAConceptFindsIt(Concept concept) {
        for (Coding coding : concept.codes()) {
            if (coding.match().isEnough()
                    && coding.system() != CodeSystem.UCUM
                    && !coding.code().contains("-")) {
                assertThat(RULES.vocabulary().find(coding.system().displayName(), coding.code()))
                        .as(coding.toString())
                        .anyMatch(found -> RULES.vocabulary().isA(found.code(), concept.code()));
            }
        }
    }

    /** A code is read as what its own words name, not as something wider: asthma is no mere disease of the lungs. */
    @ParameterizedTest
    @MethodSource("concepts")
    void aCodeIsReadAsWhatItsWordsName(Concept concept) {
        for (Coding coding : concept.codes()) {
            if (coding.match().isEnough() && coding.system() != CodeSystem.UCUM) {
                coding.display()
                        .flatMap(words -> RULES.vocabulary().resolve(words, Set.of(concept.kind())))
                        .ifPresent(named -> assertThat(
                                        RULES.vocabulary().find(coding.system().displayName(), coding.code()))
                                .as(coding.toString())
                                .contains(named));
            }
        }
    }
}
