package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.spsrules.InvalidCaseException;
import org.spsrules.KnowledgeException;
import org.spsrules.PatientCase;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.internal.Engine;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.BrokenFacts;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Rule;

/** When something fails, it says so by name, gives out nothing in part, and tells nobody about the patient. */
class FailureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Test
    void aRuleThatFailsIsNamedAndTheEngineGoesOn() {
        try (SpsRules rules = SpsRules.load();
                DroolsEngine engine = DroolsEngine.pooled(
                        ShuffledRules.compiled(), rules.knowledge().rules())) {
            PatientCase patientCase = PatientCase.asOf(TODAY).build();
            Facts broken = BrokenFacts.of(patientCase, rules.vocabulary(), rules.knowledge());
            Engine reference = new ReferenceEvaluator(rules.knowledge().rules())::evaluate;

            for (Engine each : List.of(engine, reference)) {
                assertThatExceptionOfType(RuleFailedException.class)
                        .isThrownBy(() -> each.evaluate(broken))
                        .withMessageNotContaining("secret")
                        .withNoCause()
                        .satisfies(failure -> assertThat(rules.knowledge().rules())
                                .extracting(Rule::id)
                                .contains(failure.ruleId()));
            }
            Facts sound = new CaseFacts(rules.vocabulary(), rules.knowledge()).of(patientCase);
            assertThat(engine.evaluate(sound)).isNotEmpty().isEqualTo(reference.evaluate(sound));
        }
    }

    @Test
    void compiledRulesThatAreNotThoseOfTheKnowledgeBaseAreRefused() {
        try (SpsRules rules = SpsRules.load()) {
            List<Rule> fewer = new ArrayList<>(rules.knowledge().rules());
            Rule missing = fewer.remove(0);

            assertThatExceptionOfType(KnowledgeException.class)
                    .isThrownBy(() -> DroolsEngine.pooled(ShuffledRules.compiled(), fewer))
                    .withMessageContaining(missing.id());
            assertThatExceptionOfType(KnowledgeException.class)
                    .isThrownBy(() ->
                            DroolsEngine.pooled(List.of(), rules.knowledge().rules()))
                    .withMessageContaining("not compiled");
        }
    }

    @Test
    void everyUnknownTermOfACaseIsNamedAtOnce() {
        try (SpsRules rules = SpsRules.load()) {
            PatientCase patientCase = PatientCase.asOf(TODAY)
                    .symptoms("rigidty", "fever")
                    .conditions("diazepam")
                    .current("diazapam")
                    .build();

            assertThatExceptionOfType(InvalidCaseException.class)
                    .isThrownBy(() -> rules.evaluate(patientCase))
                    .satisfies(invalid -> assertThat(invalid.problems())
                            .extracting(Object::toString)
                            .containsExactly(
                                    "symptoms.present[rigidty]: \"rigidty\" is not a known symptom; did you mean"
                                            + " rigidity?",
                                    "conditions.present[diazepam]: \"diazepam\" is a therapy, not a condition",
                                    "treatments.given[0].therapy: \"diazapam\" is not a known therapy or"
                                            + " therapy-class; did you mean diazepam?"));
        }
    }

    @Test
    void nullIsRefusedWithASentenceThatNamesIt() {
        try (SpsRules rules = SpsRules.load()) {
            PatientCase patientCase = PatientCase.asOf(TODAY).build();
            Map<String, ThrowingCallable> calls = Map.of(
                    "codes", () -> SpsRules.load(null),
                    "patientCase", () -> rules.evaluate(null),
                    "patientCase ", () -> rules.explain(null),
                    "patientCase  ", () -> rules.questions(null),
                    "patientCase   ", () -> rules.whyNot(null, "IVIG"),
                    "therapy", () -> rules.whyNot(patientCase, null));
            calls.forEach((name, call) -> assertThatNullPointerException()
                    .isThrownBy(call)
                    .withMessage(name.strip() + " is null; it must be given"));
        }
    }

    @Test
    void afterItIsClosedItSaysSo() {
        SpsRules rules = SpsRules.load();
        PatientCase patientCase = PatientCase.asOf(TODAY).build();
        rules.evaluate(patientCase);
        rules.close();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> rules.evaluate(patientCase));
    }

    @Test
    void nothingAboutThePatientIsLoggedAboveTrace() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try (SpsRules rules = SpsRules.load();
                DroolsEngine engine = DroolsEngine.pooled(
                        ShuffledRules.compiled(), rules.knowledge().rules())) {
            assertThat(log.list).as("the engine says that it has loaded").isNotEmpty();
            PatientCase patientCase = PatientCase.asOf(TODAY)
                    .title("Ms Ada Secret")
                    .age(97)
                    .symptoms("rigidity", "fever")
                    .conditions("pump-refill-overdue")
                    .current("diazepam", details -> details.dose("61 mg/day"))
                    .build();
            rules.evaluate(patientCase);
            assertThatExceptionOfType(RuleFailedException.class)
                    .isThrownBy(
                            () -> engine.evaluate(BrokenFacts.of(patientCase, rules.vocabulary(), rules.knowledge())));
            PatientCase misspelt =
                    PatientCase.asOf(TODAY).symptoms("secret-symptom").build();
            assertThatExceptionOfType(InvalidCaseException.class).isThrownBy(() -> rules.evaluate(misspelt));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(
                        message -> message.matches("(?is).*(secret|97|rigidity|fever|pump-refill|diazepam|61 mg).*"));
    }
}
