package org.spsrules.cdshooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.Unused;

/** Asks the rules about a record, and writes down that it did if that is wanted. Safe for use by several threads. */
final class Advice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Far more than patients have, and little enough to be read in seconds. */
    private static final int MOST_RESOURCES = 5_000;

    private final SpsRules rules;
    private final RecordMapping mapping;
    private final Optional<DecisionRecord> decisions;
    private final Duration patience;
    /** More at once would get none of them done sooner, and take memory. */
    private final ExecutorService turns =
            Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors(), Advice::daemon);

    Advice(SpsRules rules, Optional<DecisionRecord> decisions) {
        this(rules, decisions, PATIENCE);
    }

    /**
     * Advice that does not take longer than this.
     *
     * @param patience how long a record waits for its turn and is evaluated
     */
    Advice(SpsRules rules, Optional<DecisionRecord> decisions, Duration patience) {
        this.rules = rules;
        this.mapping = new RecordMapping(rules.vocabulary());
        this.decisions = decisions;
        this.patience = patience;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "evaluation");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * An answer.
     *
     * @param mapped the case that was made of the record
     * @param report what the rules say
     * @param unused everything that was not used, also what was not sent
     * @param standing the alerts that stand whether or not what is proposed comes about
     */
    record Answer(MappedCase mapped, Report report, List<Unused> unused, StandingAlerts standing) {}

    /**
     * The answer to a record.
     *
     * @throws RefusedException if it has too many resources, or is not answered in time
     */
    Answer about(PatientRecord stated, List<Unused> lacking, String occasion) {
        int resources = stated.resources().size()
                + stated.proposed().size()
                + stated.discontinued().size();
        if (resources > MOST_RESOURCES) {
            throw new RefusedException(
                    HttpStatus.TOO_LARGE,
                    "The record has " + resources + " resources; " + MOST_RESOURCES
                            + " are read at once. Send what is active, and the history of recent years.");
        }
        Future<Answer> answer = turns.submit(() -> inTurn(stated, lacking, occasion));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw late();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("an evaluation throws nothing that is checked", e);
        }
    }

    private static RefusedException late() {
        return new RefusedException(
                HttpStatus.UNAVAILABLE, "The record was not evaluated in time; there are too many at once. Try again.");
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }

    private Answer inTurn(PatientRecord stated, List<Unused> lacking, String occasion) {
        long began = System.nanoTime();
        MappedCase mapped = mapping.map(stated);
        Report report = rules.evaluate(mapped.patientCase());
        List<Unused> unused = new ArrayList<>(mapped.unused());
        unused.addAll(lacking);
        long took = System.nanoTime() - began;
        decisions.ifPresent(record -> record.write(occasion, mapped, report, unused.size(), took));
        return new Answer(mapped, report, unused, standing(stated, report));
    }

    private StandingAlerts standing(PatientRecord stated, Report report) {
        if (stated.proposed().isEmpty() && stated.discontinued().isEmpty()) {
            return StandingAlerts.of(report);
        }
        try {
            return StandingAlerts.of(
                    rules.evaluate(mapping.map(stated.asItStands()).patientCase()));
        } catch (InvalidCaseException e) {
            return StandingAlerts.none();
        }
    }
}
