package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Explanation;
import org.spsrules.FactChange;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCaseBuilder;
import org.spsrules.Reason;
import org.spsrules.Reason.Kind;
import org.spsrules.Reason.Verdict;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.UnknownTherapyException;
import org.spsrules.WhyNot;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

class ExplanationTest {

    private static final long SEED = 20260123;
    private static final int CASES = Volume.of(300);
    private static final SpsRules RULES = BuiltIn.rules();

    private static PatientCaseBuilder confirmed() {
        return PatientCase.asOf(LocalDate.of(2026, 1, 15)).diagnosis(Status.CONFIRMED);
    }

    @Test
    void everyItemOfAReportIsLedBackToFactsAndRulesThatHold() {
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        for (int i = 0; i < CASES; i++) {
            PatientCase patientCase = generator.next();
            Explanation explanation = RULES.explain(patientCase);
            Report report = RULES.evaluate(patientCase);

            assertThat(explanation.report()).isEqualTo(report);
            assertThat(explanation.items())
                    .as("case %d of seed %d", i, SEED)
                    .hasSize(report.alerts().size()
                            + report.recommendations().size()
                            + report.withheld().size());
            explanation.items().forEach(item -> {
                assertThat(item.reason().kind()).isEqualTo(Kind.RULE);
                assertThat(met(item.reason()))
                        .as("met, of %s", item.title())
                        .allMatch(reason -> reason.verdict().met());
            });
        }
    }

    /** A node and everything that it rests on, without what rules might have concluded and did not. */
    private static Stream<Reason> met(Reason reason) {
        Stream<Reason> parts = reason.kind() == Kind.NO_FINDING
                ? Stream.empty()
                : reason.parts().stream().flatMap(ExplanationTest::met);
        return Stream.concat(Stream.of(reason), parts);
    }

    @Test
    void aFindingIsFollowedToTheFactBehindIt() {
        Explanation explanation =
                RULES.explain(confirmed().acuteSevereExacerbation(Answer.YES).build());

        Reason ivig = explanation.items().stream()
                .filter(item -> item.kind() == Explanation.Item.Kind.RECOMMENDATION)
                .filter(item -> item.subject()
                        .filter(named -> named.code().equals("ivig"))
                        .isPresent())
                .map(Explanation.Item::reason)
                .findFirst()
                .orElseThrow();
        Reason finding = ivig.parts().get(0);
        assertThat(finding.kind()).isEqualTo(Kind.FINDING);
        assertThat(finding.parts())
                .singleElement()
                .satisfies(rule -> assertThat(rule.rule()).contains("appraisal/ladder/immunotherapy-first"))
                .satisfies(rule -> assertThat(met(rule))
                        .filteredOn(reason -> reason.parts().isEmpty())
                        .extracting(Reason::text)
                        .containsExactly("SPS confirmed, or treated as SPS", "acute severe exacerbation"));
    }

    @Test
    void whatIsNotKnownIsToldApartFromWhatIsNotSo() {
        WhyNot unknown = RULES.whyNot(confirmed().build(), "IVIG");
        WhyNot known = RULES.whyNot(
                confirmed()
                        .acuteSevereExacerbation(Answer.NO)
                        .variant("stiff-limb")
                        .build(),
                "IVIG");

        assertThat(urgent(unknown).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(urgent(known).verdict()).isEqualTo(Verdict.FAILS);
    }

    private static Reason urgent(WhyNot whyNot) {
        return whyNot.rules().stream()
                .filter(rule -> rule.rule().orElse("").equals("urgent/start-ivig"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withheldIsToldApartFromNotIndicatedAndFromWhatNoRuleSpeaksOf() {
        PatientCase glaucoma = confirmed()
                .age(50)
                .treatmentHistory(Completeness.COMPLETE)
                .conditions("narrow-angle-glaucoma")
                .build();

        assertThat(RULES.whyNot(glaucoma, "diazepam"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(WhyNot.Status.WITHHELD))
                .satisfies(answer ->
                        assertThat(answer.withheld().get(0).obstacles()).isNotEmpty())
                .satisfies(answer -> assertThat(answer.obstacles()).isNotEmpty());
        assertThat(RULES.whyNot(glaucoma, "rituximab").status()).isEqualTo(WhyNot.Status.NOT_INDICATED);
        assertThat(RULES.whyNot(glaucoma, "metformin"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(WhyNot.Status.NO_RULE))
                .satisfies(answer -> assertThat(answer.change()).isEmpty());
        PatientCase untreated =
                confirmed().age(50).treatmentHistory(Completeness.COMPLETE).build();
        assertThat(RULES.whyNot(untreated, "Valium"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(WhyNot.Status.RECOMMENDED))
                .satisfies(answer -> assertThat(answer.recommended()).isNotEmpty());
    }

    @Test
    void theSmallestChangeSaysWhetherItAnswersAQuestionOrWouldHaveToHappen() {
        PatientCase failing = confirmed()
                .age(50)
                .treatmentHistory(Completeness.COMPLETE)
                .past("diazepam", draft -> draft.response(Response.NONE))
                .build();
        WhyNot pregabalin = RULES.whyNot(failing, "pregabalin");

        assertThat(pregabalin.change().orElseThrow().alternatives())
                .anySatisfy(changes -> assertThat(changes)
                        .singleElement()
                        .isEqualTo(new FactChange(
                                FactChange.Kind.ANSWER,
                                "treatments.given[0].adequateTrial",
                                "diazepam: adequate trial",
                                "not known",
                                "yes")));
    }

    @Test
    void anUnknownTherapyIsAnsweredWithTheNearestOne() {
        assertThatExceptionOfType(UnknownTherapyException.class)
                .isThrownBy(() -> RULES.whyNot(confirmed().build(), "diazapam"))
                .withMessageContaining("did you mean diazepam?");
    }

    @Test
    void anyTherapyOfTheVocabularyHasAnAnswer() {
        Random random = new Random(SEED);
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        List<String> therapies = RULES.vocabulary().concepts().stream()
                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                .map(Concept::code)
                .sorted()
                .toList();
        int asked = Volume.of(therapies.size());
        for (int i = 0; i < asked; i++) {
            PatientCase patientCase = generator.next();
            String therapy = therapies.get(random.nextInt(therapies.size()));
            WhyNot answer = RULES.whyNot(patientCase, therapy);
            Set<WhyNot.Status> searching = Set.of(WhyNot.Status.WITHHELD, WhyNot.Status.NOT_INDICATED);

            assertThat(answer.change().isPresent())
                    .as("case %d of seed %d, %s", i, SEED, therapy)
                    .isEqualTo(searching.contains(answer.status()));
            assertThat(answer.rules()).allMatch(rule -> !rule.verdict().met());
        }
    }
}
