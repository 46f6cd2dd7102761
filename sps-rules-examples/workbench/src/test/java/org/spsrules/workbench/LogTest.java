package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Logs hold nothing of a patient, even if everything down to DEBUG is kept. */
class LogTest {

    private static final String CASE = """
            format: sps-patient-case/1
            title: Zebra
            citation: Giraffe
            asOf: 1987-06-05
            patient: {age: 97, weight: 43.21 kg}
            diagnosis: {status: confirmed, variant: stiff-limb}
            symptoms: {present: [lead-pipe-rigidity, falls]}
            conditions: {present: [sleep-apnoea]}
            treatments:
              given:
                - {therapy: Klonopin, status: current, dose: 1.25 mg/day}
            plans:
              - {action: stop, therapy: Klonopin, manner: abrupt}
            """;

    private static final List<String> WORDS = List.of(
            "Zebra",
            "Giraffe",
            "1987",
            "97",
            "43.21",
            "stiff-limb",
            "lead-pipe-rigidity",
            "sleep-apnoea",
            "Klonopin",
            "clonazepam",
            "1.25");

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach
    void listen() {
        root.detachAndStopAllAppenders();
        root.setLevel(Level.DEBUG);
        root.addAppender(events);
        events.start();
        LoggerFactory.getLogger(LogTest.class).debug("what is logged is heard");
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(events);
        root.setLevel(level);
    }

    @Test
    void anEvaluationLogsNothingOfTheCase() {
        Run run = Run.withInput(CASE, "evaluate", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Zebra", "clonazepam");
        assertNothingOfTheCase();
    }

    @Test
    void anInvalidCaseIsNotLogged() {
        Run run = Run.withInput(CASE.replace("Klonopin", "Klonopiin").replace("age: 97", "age: 397"), "evaluate", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Klonopiin", "397");
        assertNothingOfTheCase();
    }

    private void assertNothingOfTheCase() {
        assertThat(events.list)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : event.getThrowableProxy().getMessage()))
                        .doesNotContain(WORDS));
    }
}
