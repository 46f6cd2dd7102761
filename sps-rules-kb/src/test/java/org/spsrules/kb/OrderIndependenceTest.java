package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.io.ReportWriter;
import org.spsrules.vocabulary.Vocabulary;

/** The order of facts and rules, and the use of pooled sessions, change nothing; and both engines agree. */
class OrderIndependenceTest {

    private static final long SEED = 20260115;
    private static final int CASES = Volume.of(1_000);

    @Test
    void theReportIsByteIdenticalWhateverTheOrderAndTheEngine() {
        SpsRules rules = BuiltIn.rules();
        Knowledge knowledge = rules.knowledge();
        Vocabulary vocabulary = rules.vocabulary();
        CaseFacts caseFacts = new CaseFacts(vocabulary, knowledge);
        ReportAssembly assembly = new ReportAssembly(knowledge, vocabulary);
        ReportWriter writer = new ReportWriter();
        Random random = new Random(SEED);
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        ReferenceEvaluator reference = new ReferenceEvaluator(knowledge.rules());
        try (DroolsEngine shuffledUnpooled = DroolsEngine.unpooled(ShuffledRules.shuffled(random), knowledge.rules());
                DroolsEngine shuffledPooled = DroolsEngine.pooled(ShuffledRules.shuffled(random), knowledge.rules())) {
            for (int i = 0; i < CASES; i++) {
                PatientCase patientCase = generator.next();
                String expected = writer.json(rules.evaluate(patientCase));
                Facts listed = caseFacts.of(shuffled(patientCase, random));
                Facts facts = shuffled(listed, random);
                for (Set<Match> matches : List.of(
                        shuffledUnpooled.evaluate(facts), shuffledPooled.evaluate(facts), reference.evaluate(facts))) {
                    assertThat(writer.json(assembly.report(patientCase, listed, matches)))
                            .as("case %d of seed %d: %s", i, SEED, patientCase)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** The same case, with what it lists in another order. */
    private static PatientCase shuffled(PatientCase patientCase, Random random) {
        Treatments treatments = patientCase.treatments();
        return new PatientCase(
                patientCase.asOf(),
                patientCase.title(),
                patientCase.citation(),
                patientCase.person(),
                patientCase.diagnosis(),
                patientCase.course(),
                patientCase.setting(),
                patientCase.symptoms(),
                patientCase.triggers(),
                patientCase.conditions(),
                patientCase.allergies(),
                shuffled(patientCase.tests(), random),
                new Treatments(
                        treatments.history(),
                        treatments.medication(),
                        shuffled(treatments.given(), random),
                        treatments.unavailable(),
                        treatments.declined(),
                        treatments.unsuitable(),
                        treatments.never(),
                        treatments.ever()),
                shuffled(patientCase.plans(), random),
                patientCase.acknowledged());
    }

    private static Facts shuffled(Facts facts, Random random) {
        return new Facts(
                facts.patient(),
                facts.diagnosis(),
                facts.course(),
                facts.history(),
                facts.tests(),
                shuffled(facts.testResults(), random),
                shuffled(facts.treatments(), random),
                shuffled(facts.options(), random),
                shuffled(facts.plans(), random),
                shuffled(facts.contraindications(), random),
                shuffled(facts.interactions(), random),
                facts.findings());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }
}
