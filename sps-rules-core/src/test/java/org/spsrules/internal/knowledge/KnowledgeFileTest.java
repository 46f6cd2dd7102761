package org.spsrules.internal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spsrules.Line;
import org.spsrules.Report.Dosing;
import org.spsrules.Sex;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Concept;

class KnowledgeFileTest {

    private static final Knowledge KNOWLEDGE = new Knowledge(
            "1.2.3",
            "abc",
            List.of(
                    new RuleFolder("safety", RuleFolder.Kind.SAFETY),
                    new RuleFolder("first-line", RuleFolder.Kind.LADDER)),
            List.of(new ReportFinding(ReportFinding.Role.LADDER_SUSPENDED, "ladder-suspended")),
            List.of(
                    new PrecedenceRow(
                            Optional.of("raising-held"),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(Verb.TITRATE),
                            List.of(),
                            Optional.empty()),
                    new PrecedenceRow(
                            Optional.empty(),
                            Optional.of(Verb.REVIEW),
                            Optional.empty(),
                            List.of(Verb.CONTINUE),
                            List.of(),
                            Optional.empty()),
                    new PrecedenceRow(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Verb.TITRATE),
                            List.of(),
                            List.of(Verb.START, Verb.ADD),
                            Optional.of("cns-depressant"))),
            List.of(new Note("Not reviewed. \u00e9\u2260", List.of("DO-01"))),
            List.of(new Rule(
                    "first-line/start-diazepam",
                    "Start diazepam",
                    List.of("DO-01"),
                    List.of("label"),
                    "none",
                    List.of(
                            new Pattern(
                                    Quantifier.NOT,
                                    "Finding",
                                    List.of(
                                            new Constraint.Flag("confirmed"),
                                            new Constraint.Predicate("has", List.of(new Operand.Text("fever"))),
                                            new Constraint.Comparison(
                                                    "age",
                                                    Constraint.Operator.AT_LEAST,
                                                    new Operand.Numeral(new BigDecimal("65.50"))),
                                            new Constraint.Binding("$drug", "therapy")),
                                    "text",
                                    7),
                            new Condition.AnyOf(List.of(List.of(), List.of()), "group", 8),
                            new Condition.Count(
                                    new Pattern(Quantifier.EACH, "Treatment", List.of(), "text", 9), 2, "count", 9)),
                    new Sentence(
                            Verb.START,
                            Optional.empty(),
                            List.of(new Operand.Variable("$drug")),
                            Optional.of("because"),
                            Optional.of("dose"),
                            Optional.empty(),
                            Optional.of("for you"),
                            List.of("hbsag")),
                    2)),
            List.of(new Concept(
                    "diazepam",
                    Concept.Kind.THERAPY,
                    "diazepam",
                    List.of("benzodiazepine"),
                    List.of("Valium"),
                    List.of(),
                    List.of(new Coding(
                            CodeSystem.RXNORM, "3322", Optional.of("Diazepam"), Coding.Match.EXACT, "a public list")),
                    List.of("mg/day"),
                    List.of(),
                    Optional.of("note"),
                    List.of("DO-02"))),
            List.of(),
            List.of(new LadderStep(
                    "benzodiazepine-step",
                    Line.FIRST,
                    "1",
                    "Benzodiazepine",
                    List.of("diazepam"),
                    List.of("benzodiazepine"),
                    List.of("sedative"),
                    new LadderStep.Gate(
                            false,
                            true,
                            Optional.of("other-step"),
                            List.of("baclofen"),
                            Optional.of("ivig"),
                            Optional.of("fit-for-transplant")),
                    Map.of("DO", "step 1"),
                    Optional.empty(),
                    List.of())),
            List.of(new ContraindicationRow(
                    "diazepam",
                    "sleep-apnoea",
                    List.of("obesity"),
                    List.of("oximetry"),
                    ContraindicationRow.Level.ABSOLUTE,
                    List.of(new Reading("ref", "4.3", "2026-11-29", List.of(BigDecimal.TEN))),
                    "why",
                    Optional.of(new ContraindicationRow.Exclusion(List.of("polysomnography"), "Ask.")),
                    List.of())),
            List.of(new InteractionRow(
                    "diazepam", "valproate", ContraindicationRow.Level.CAUTION, List.of(), "why", List.of("DO-01"))),
            List.of(new KinshipRow(
                    "benzodiazepine",
                    ContraindicationRow.Level.SPECIALIST_DECISION,
                    List.of(),
                    "why",
                    List.of("D-58"))),
            List.of(new ReactionRow(
                    "angioedema", ContraindicationRow.Level.ABSOLUTE, true, List.of(), "why", List.of("D-58"))),
            List.of(new TherapyNote("diazepam", new Note("note", List.of()))),
            List.of(new DoseRow(
                    "diazepam",
                    Dosing.Role.START,
                    DoseRow.Regimen.LOW,
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    "mg/day",
                    "text",
                    List.of(DoseRow.Organ.LIVER),
                    Optional.of(BigDecimal.ONE),
                    Optional.empty(),
                    List.of(),
                    List.of())),
            List.of(new RegimenRow(
                    DoseRow.Regimen.LOW,
                    "low-dose-needed",
                    "Begin low.",
                    "Less is enough.",
                    List.of(),
                    List.of("D-44"))),
            List.of(new PlausibilityRow(
                    List.of("pregnancy"),
                    Optional.of("indication"),
                    PlausibilityRow.Chance.SELDOM,
                    List.of("diazepam"),
                    Optional.of(new PlausibilityRow.Ages(12, 50)),
                    Optional.of(Sex.FEMALE),
                    List.of("D-67"))),
            List.of(new UnreadNote("obesity", "Ask about sleep apnoea.", false)),
            List.of(new RulebookEntry("title", new Note("text", List.of()))),
            List.of(new Source("DO", "title", "web article", "pending", "2025-10-13", true, false)),
            List.of(new Statement("DO-01", "R", "text", List.of(), List.of("ref"))),
            List.of(new EvidenceGrade("label", "Label", "note")),
            List.of(new Reference(
                    "ref",
                    "citation",
                    Optional.of("10.1/x"),
                    Optional.of(
                            new Reference.Text(Reference.Kind.LABEL, Optional.of("2025-05"), "https://example.org")))));

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KnowledgeFile.write(KNOWLEDGE, out);
        return out.toByteArray();
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        assertThat(KnowledgeFile.read(new ByteArrayInputStream(written()))).isEqualTo(KNOWLEDGE);
    }

    @Test
    void theSameKnowledgeGivesTheSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void aFileCutShortSaysSoWhereverItIsCut() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(IOException.class)
                    .as("cut after %d bytes", length)
                    .isThrownBy(() -> KnowledgeFile.read(new ByteArrayInputStream(cut)))
                    .withMessageContaining("cut short");
        }
    }

    @Test
    void noBitCanFlipUnnoticed() throws IOException {
        byte[] whole = written();
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatExceptionOfType(IOException.class)
                    .as("bit %d flipped", bit)
                    .isThrownBy(() -> KnowledgeFile.read(new ByteArrayInputStream(damaged)))
                    .withMessageContaining("knowledge base");
        }
    }

    @Test
    void aFileWithSomethingBehindItIsDamaged() throws IOException {
        byte[] longer = Arrays.copyOf(written(), written().length + 1);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> KnowledgeFile.read(new ByteArrayInputStream(longer)))
                .withMessageContaining("damaged");
    }
}
