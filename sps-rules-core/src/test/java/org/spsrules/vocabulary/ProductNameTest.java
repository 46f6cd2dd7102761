package org.spsrules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a product says of its ingredients, and of how it is given. */
class ProductNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Diazepam 5 MG Oral Tablet                                              | diazepam                 | oral        | false
            12 HR Oxycodone Hydrochloride 160 MG Extended Release Oral Tablet      | oxycodone hydrochloride  | oral        | false
            diazepam 5mg tablets                                                   | diazepam                 |             | false
            Valium tablets                                                         | valium                   |             | false
            20 ML baclofen 0.5 MG/ML Injectable Solution [Gablofen]                | baclofen                 | injectable  | false
            baclofen 0.05 MG/ML Prefilled Syringe                                  | baclofen                 | injectable  | false
            baclofen 2 MG/ML Intrathecal Solution                                  | baclofen                 | intrathecal | false
            diazepam 5 MG/ML Rectal Gel                                            | diazepam                 | rectal      | true
            tacrolimus 0.001 MG/MG Topical Ointment                                | tacrolimus               |             | true
            HYDROCORTISONE ACETATE Cream 10 mg per g (1%), 30 g                    | hydrocortisone acetate       |         | true
            Baclofen_Oral Soln 5mg/5ml S/F                                         | baclofen                 | oral        | false
            Lorazepam 500microgram tablets                                         | lorazepam                |             | false
            NITRAZEPAM Tablet 5 mg                                                 | nitrazepam               |             | false
            LIORESAL 10 mg/20 ml, solution injectable par voie intrath\u00e9cale  | lioresal                 | intrathecal | false
            RIVOTRIL 2,5 mg/ml, solution buvable en goutte                         | rivotril                 | oral        | false
            Venlafaxin - 1 A Pharma\u00ae 75mg 100 Tabl. N3                        | venlafaxin               |             | false
            cyclosporine 0.5 MG/ML Ophthalmic Suspension                           | cyclosporine             |             | true
            Ciclosporina 0,5mg/g                                                   | ciclosporina             |             | true
            Ciclosporina 50mg/mL                                                   | ciclosporina             |             | false
            methylprednisolone aceponate 1 mg                                      | methylprednisolone aceponate |         | true
            Acetato de metilprednisolona                                           | metilprednisolona        |             | false
            Injection, rituximab-arrx, 10 mg                                       | rituximab                | injectable  | false
            1. Ativan 1 mg p.o. t.i.d.                                             | ativan                   |             | false
            INSULIN LISPRO PROTAM & LISPRO 100 UNIT/ML (75-25) SC INPN             | insulin                  |             | false
            """)
    void aNameIsTakenApart(String name, String ingredient, String route, boolean local) {
        ProductName product = ProductName.parse(name).orElseThrow();

        assertThat(product.ingredients()).containsExactly(ingredient);
        assertThat(product.route().orElse(null)).isEqualTo(route);
        assertThat(product.local()).isEqualTo(local);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acetaminophen 325 MG / hydrocodone bitartrate 5 MG Oral Tablet",
                "acetaminophen 325 MG / hydrocodone bitartrate 5 MG Oral Tablet [Norco]"
            })
    void aCombinationHasSeveralIngredients(String name) {
        assertThat(ProductName.parse(name).orElseThrow().ingredients())
                .containsExactly("acetaminophen", "hydrocodone bitartrate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRAMADOL/PARACETAMOL ARROW 37,5 mg/325 mg  | tramadol, paracetamol
            levodopa plus benserazide 100/25 mg        | levodopa plus benserazide
            diazepam 10 mg/ml                          | diazepam
            """)
    void aStrokeBetweenWordsIsBetweenIngredients(String name, String ingredients) {
        assertThat(ProductName.parse(name).orElseThrow().ingredients()).containsExactly(ingredients.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "Lamictal (Lamotrigine) 200mg, lamictal, lamotrigine",
        "lorazepam inj: ativan 2 mg, lorazepam, ativan",
        "Carbamazepine[Tegretol], carbamazepine, tegretol",
        "Tacrolimus Oral Capsule (also known as Prograf) 1 mg, tacrolimus, prograf"
    })
    void aSecondNameStandsInBracketsOrBehindAColon(String name, String ingredient, String brand) {
        ProductName product = ProductName.parse(name).orElseThrow();

        assertThat(product.names(product.ingredients().get(0))).contains(ingredient);
        assertThat(product.brand()).contains(brand);
    }

    @ParameterizedTest
    @CsvSource({
        "Abuse-Deterrent 12 HR oxycodone hydrochloride 30 MG Extended Release Oral Tablet [Oxycontin], oxycodone hydrochloride",
        "20/80 Release 24 HR methylphenidate hydrochloride 85 MG Oral Capsule, methylphenidate hydrochloride",
        "levothyroxine sodium, levothyroxine sodium"
    })
    void whatStandsBeforeTheIngredientIsNoPartOfIt(String name, String ingredient) {
        assertThat(ProductName.parse(name).orElseThrow().ingredients()).containsExactly(ingredient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diazepam", "sleep apnoea", "", " ", "5 mg", "[Valium]", "vitamin b 12", "g"})
    void whatHasNeitherStrengthNorFormIsNoProduct(String name) {
        assertThat(ProductName.parse(name)).isEmpty();
    }

    @Test
    @Timeout(10)
    void aNameWithoutEndTakesNoTimeAndNoStack() {
        assertThat(ProductName.parse("x" + " ".repeat(100_000) + "(")).isEmpty();
        assertThat(ProductName.parse("baclofen" + " oral tablet".repeat(8_000))).isEmpty();
        assertThat(ProductName.parse("baclofen" + " oral tablet".repeat(80)).map(ProductName::ingredients))
                .contains(List.of("baclofen"));
        assertThat(ProductName.parse("baclofen  10\tmg").map(ProductName::ingredients))
                .contains(List.of("baclofen"));
    }

    @ParameterizedTest
    @CsvSource({
        "morphine sulfate 15 MG Oral Tablet, oral morphine sulfate; morphine sulfate; oral morphine; morphine",
        "valproate sodium 100 MG/ML, valproate sodium; valproate"
    })
    void anIngredientMayBeCalledByItsRouteAndWithoutItsSalt(String name, String names) {
        ProductName product = ProductName.parse(name).orElseThrow();

        assertThat(product.names(product.ingredients().get(0))).isEqualTo(List.of(names.split("; ")));
    }

    /** What a patient declined or does not bear is not what the patient takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rituximab (declined)",
                "IVIG (never given)",
                "diazepam (allergy)",
                "Avoid: diazepam 5 mg",
                "Declined: rituximab 1 g",
                "lisinopril \u2014 anaphylaxis",
                "Pregabalin? 75 mg"
            })
    void aDenialIsNoName(String text) {
        assertThat(ProductName.parse(text)).isEmpty();
    }
}
