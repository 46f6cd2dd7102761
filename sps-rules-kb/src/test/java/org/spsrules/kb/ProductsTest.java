package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.SpsRules;
import org.spsrules.internal.spelling.Folded;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Products as records have them, by code and by name. */
class ProductsTest {

    private static final SpsRules RULES = BuiltIn.rules();

    private static List<String[]> table(String name) throws IOException {
        try (InputStream in = SpsRules.class.getClassLoader().getResourceAsStream("META-INF/sps-rules/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void everyProductHoldsWhatTheVocabularyKnowsAndIsFound() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] product : table("products.tsv")) {
            Set<String> therapies = Set.of(product[1].split(";"));
            List<String> found = RULES.vocabulary().find("RxNorm", product[0]).stream()
                    .map(Concept::code)
                    .toList();
            boolean known = therapies.stream()
                    .allMatch(code -> RULES.vocabulary().concept(code).isPresent());
            boolean taken = therapies.size() == 1 && !product[2].equals("other");
            if (!known || found.isEmpty() == taken) {
                wrong.add(String.join(" ", product));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyBrandIsKnownAndSortedAsItIsLookedUp() throws IOException {
        List<String> names = table("brands.tsv").stream().map(line -> line[0]).toList();
        assertThat(names).isSorted().allMatch(name -> Folded.of(name).equals(name));
        for (String[] brand : table("brands.tsv")) {
            Set<String> held = RULES.vocabulary()
                    .combination(brand[0])
                    .map(combination -> Set.copyOf(combination.therapies()))
                    .orElseGet(() -> RULES.vocabulary().resolve(brand[0], Vocabulary.therapies()).stream()
                            .map(Concept::code)
                            .collect(Collectors.toSet()));
            assertThat(held).as(brand[0]).containsAll(brand[1].isEmpty() ? Set.of() : Set.of(brand[1].split(";")));
        }
    }

    @Test
    void noOtherIngredientIsTakenForADrugOfOursByItsNameInAnotherLanguage() throws IOException {
        assertThat(table("ingredients.tsv").stream()
                        .map(line -> line[0])
                        .filter(name -> !name.contains(" ") // else it may be one of ours with its salt
                                && RULES.vocabulary().isUnclassifiedDrug(name)
                                && RULES.vocabulary()
                                        .resolve(name, Vocabulary.therapies())
                                        .filter(found ->
                                                found.synonyms().stream().noneMatch(name::equalsIgnoreCase))
                                        .isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Diazepam 5 MG Oral Tablet                                         | diazepam
            12 HR Oxycodone Hydrochloride 160 MG Extended Release Oral Tablet | oxycodone
            baclofen 10 MG Oral Tablet [Lioresal]                             | oral-baclofen
            20 ML baclofen 0.5 MG/ML Injectable Solution [Gablofen]           | intrathecal-baclofen
            OxyContin 10 mg tablets                                           | oxycodone
            Percocet 5 mg/325 mg tablet                                       | oxycodone
            Suboxone 2 MG / 0.5 MG Sublingual Film                            | buprenorphine
            Tavor                                                             | lorazepam
            Temesta 1 mg                                                      | lorazepam
            Lior\u00e9sal                                                     | oral-baclofen
            D\u00e9pakine                                                     | valproate
            Orfiril                                                           | valproate
            Sirdalud                                                          | tizanidine
            Truxima                                                           | rituximab
            Gamunex                                                           | ivig
            KIOVIG                                                            | ivig
            Stesolid                                                          | diazepam
            Lexomil                                                           | bromazepam
            Azathioprin                                                       | azathioprine
            azatioprina                                                       | azathioprine
            Metilprednisolona                                                 | methylprednisolone
            Fenito\u00edna                                                   | phenytoin
            Morphin                                                           | morphine
            """)
    void aProductIsReadAsItsDrug(String name, String code) {
        assertThat(RULES.vocabulary().resolve(name, Vocabulary.therapies()))
                .map(Concept::code)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacrolimus 0.001 MG/MG Topical Ointment",
                "cyclosporine 0.5 MG/ML Ophthalmic Suspension",
                "buprenorphine 8 MG / naloxone 2 MG Sublingual Tablet",
                "interferon",
                "Lora ADGC Tropfen 10 mg",
                "Alka-Seltzer Plus Mucus and Congestion Oral Product",
                "Fioricet with Codeine Pill",
                "LIORESAL 10 mg rectal suppository",
                "Novalgin"
            })
    void whatIsNoOneDrugOfOursIsNotReadAsOne(String name) {
        assertThat(RULES.vocabulary().resolve(name, Vocabulary.therapies())).isEmpty();
    }
}
