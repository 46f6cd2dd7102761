package org.spsrules.cdshooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.spsrules.InvalidCaseException;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.Unused;

/** Asks the rules about a record, and writes down that it did if that is wanted. Safe for use by several threads. */
final class Advice {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SpsRules rules;
    private final RecordMapping mapping;
    private final Optional<DecisionRecord> decisions;
    /** More at once would get none of them done sooner, and take memory. */
    private final Semaphore turns = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    Advice(SpsRules rules, Optional<DecisionRecord> decisions) {
        this.rules = rules;
        this.mapping = new RecordMapping(rules.vocabulary());
        this.decisions = decisions;
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

    /** The answer to a record. */
    Answer about(PatientRecord stated, List<Unused> lacking, String occasion) {
        awaitTurn();
        try {
            return inTurn(stated, lacking, occasion);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(HttpStatus.UNAVAILABLE, "Too many records at once; try again.");
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
