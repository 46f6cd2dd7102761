package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.verify.InvariantFolder;
import org.spsrules.authoring.verify.Verification;
import org.spsrules.authoring.verify.Verified;
import org.spsrules.authoring.verify.WrittenInvariant;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;

/**
 * The invariants of the knowledge base are proven, in a build by hand a quarter of them, and each breaks as soon as the rules or rows that uphold it are taken away.
 * What every report upholds by itself, {@link RuleModelTest} holds against reports.
 */
class InvariantFilesTest {

    private static Knowledge knowledge;
    private static List<WrittenInvariant> invariants;
    private static Verification verification;

    @BeforeAll
    static void read() throws IOException {
        knowledge = BuiltIn.rules().knowledge();
        Diagnostics diagnostics = new Diagnostics();
        invariants = InvariantFolder.read(Path.of("").toAbsolutePath(), "", knowledge, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(invariants).isNotEmpty();
        verification = new Verification(knowledge, knowledge.rules(), invariants, Optional::empty);
    }

    @Test
    void everyInvariantIsProven() {
        assertThat(Volume.of(invariants))
                .allSatisfy(invariant -> assertThat(verification.proof(invariant))
                        .extracting(Verified.Proof::outcome)
                        .isEqualTo(Verified.Outcome.PROVEN));
    }

    @ParameterizedTest
    @CsvSource({
        "abrupt-end-of-a-benzodiazepine, safety/abrupt-end-of-a-benzodiazepine",
        "abrupt-end-of-baclofen, safety/abrupt-end",
        "contraindicated-drug-planned, safety/contraindicated-planned",
        "excluding-drug-planned, safety/interaction-planned",
        "excluding-drugs-in-use, safety/interaction-in-use",
        "flumazenil-beside-a-benzodiazepine, safety/no-flumazenil",
        "pump-withdrawal, emergency/.*|breathing/.*",
        "poisoning, toxicity/toxicity-first",
        "respiratory-emergency, breathing/.*",
        "rituximab-with-hepatitis-b, safety/contraindicated-planned",
        "rituximab-without-its-screen, safety/rituximab-planned-unscreened",
        "seizure, emergency/.*|urgent/.*|breathing/.*|toxicity/.*",
        "sign-of-danger, emergency/.*|urgent/.*|breathing/.*|toxicity/.*",
        "suicidality, emergency/suicidality.*",
        "alcohol-withdrawal, emergency/alcohol-withdrawal",
        "valproate-begun-while-pregnancy-is-possible, psychiatric/valproate-planned-contraception-not-settled"
    })
    void anInvariantBreaksWithoutTheRulesThatUpholdIt(String name, String rules) {
        Verified.Proof proof = verification
                .without(lost -> Rule.fileOf(lost.id()).matches(rules))
                .proof(invariant(name));

        assertThat(proof.outcome()).isEqualTo(Verified.Outcome.BROKEN);
        assertThat(proof.counterexample()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "immunosuppressant-with-hepatitis-b, immunosuppressant, hepatitis-b-screen",
        "valproate-in-pregnancy, valproate, planning-pregnancy"
    })
    void anInvariantBreaksWithoutTheRowThatUpholdsIt(String name, String therapy, String condition) {
        List<ContraindicationRow> rows = knowledge.contraindications().stream()
                .filter(row ->
                        !row.therapy().equals(therapy) || !row.condition().equals(condition))
                .toList();
        assertThat(rows).hasSizeLessThan(knowledge.contraindications().size());
        Knowledge poorer = knowledge.with(rows, knowledge.interactions(), knowledge.dosing());

        assertThat(new Verification(poorer, poorer.rules(), invariants, Optional::empty)
                        .proof(invariant(name))
                        .outcome())
                .isEqualTo(Verified.Outcome.BROKEN);
    }

    @Test
    void anInvariantBreaksWithoutTheFindingThatKeepsBack() {
        List<Rule> fewer = knowledge.rules().stream()
                .filter(rule -> !rule.id().equals("appraisal/dose/raising-held-by-a-side-effect"))
                .toList();
        assertThat(fewer).hasSizeLessThan(knowledge.rules().size());

        assertThat(new Verification(knowledge, fewer, invariants, Optional::empty)
                        .proof(invariant("drug-that-harms"))
                        .outcome())
                .isEqualTo(Verified.Outcome.BROKEN);
    }

    @Test
    void aDrugIsLoweredAndGoesOnWhereNothingOutranksAnything() throws ReflectiveOperationException {
        Knowledge unordered = withoutPrecedence();

        assertThat(new Verification(unordered, unordered.rules(), invariants, Optional::empty)
                        .proof(invariant("one-direction"))
                        .outcome())
                .isEqualTo(Verified.Outcome.BROKEN);
    }

    private static Knowledge withoutPrecedence() throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : Knowledge.class.getRecordComponents()) {
            types.add(component.getType());
            values.add(
                    component.getName().equals("precedence")
                            ? List.of()
                            : component.getAccessor().invoke(knowledge));
        }
        return Knowledge.class
                .getDeclaredConstructor(types.toArray(Class<?>[]::new))
                .newInstance(values.toArray());
    }

    private static WrittenInvariant invariant(String name) {
        return invariants.stream()
                .filter(invariant -> invariant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
