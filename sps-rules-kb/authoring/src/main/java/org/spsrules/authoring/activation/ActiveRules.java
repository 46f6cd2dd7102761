package org.spsrules.authoring.activation;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.SpsRules;
import org.spsrules.authoring.overlay.Edition;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Rules that can be exchanged while they are in use. The last good ones serve until better ones have passed every check.
 * An evaluation comes to its end under the rules with which it began; rules that no longer serve are released when the
 * last evaluation under them has ended. Thread-safe; nobody who evaluates ever waits for an activation.
 */
public final class ActiveRules implements AutoCloseable {

    private final AtomicReference<@Nullable Version> serving;
    private final Object oneActivationAtATime = new Object();

    public ActiveRules(SpsRules first) {
        this.serving = new AtomicReference<>(new Version(Objects.requireNonNull(first, "first")));
    }

    /**
     * What the rules that serve now say about a case.
     *
     * @throws org.spsrules.InvalidCaseException as {@link SpsRules#evaluate} does
     * @throws org.spsrules.RuleFailedException as {@link SpsRules#evaluate} does
     * @throws IllegalStateException if this has been closed
     */
    public Report evaluate(PatientCase patientCase) {
        try (Lease lease = lease()) {
            return lease.evaluate(patientCase);
        }
    }

    /**
     * The rules that serve now, for more than one call: they stay open until the lease is closed, whatever is activated
     * meanwhile.
     *
     * @throws IllegalStateException if this has been closed
     */
    public Lease lease() {
        while (true) {
            Version current = current();
            Optional<Lease> lease = current.lease();
            if (lease.isPresent()) {
                return lease.get();
            }
            // It was retired between the two lines above, so another serves by now.
        }
    }

    /** The knowledge base that serves now, as data. */
    public Knowledge knowledge() {
        return current().knowledge();
    }

    private Version current() {
        Version current = serving.get();
        if (current == null) {
            throw new IllegalStateException("these rules have been closed");
        }
        return current;
    }

    /** As {@link #activate(Edition)}, with the knowledge base in a folder. */
    public Activation activate(Path folder, Path... overlays) {
        return activate(Edition.of(folder).adaptedBy(overlays));
    }

    /**
     * Puts other rules in the place of those that serve, if they pass every check. Takes some seconds; activations wait
     * for each other.
     *
     * @throws IllegalStateException if this has been closed
     */
    public Activation activate(Edition edition) {
        synchronized (oneActivationAtATime) {
            current();
            Activator.Attempt attempt = Activator.attempt(edition);
            attempt.rules().ifPresent(this::exchange);
            return new Activation(stamp(knowledge()), attempt.problems(), attempt.warnings());
        }
    }

    private void exchange(SpsRules rules) {
        Version next = new Version(rules);
        Version last;
        do {
            last = serving.get();
            if (last == null) {
                next.retire();
                throw new IllegalStateException("these rules were closed while others were being activated");
            }
        } while (!serving.compareAndSet(last, next));
        last.retire();
    }

    private static KnowledgeStamp stamp(Knowledge knowledge) {
        return new KnowledgeStamp(
                knowledge.version(), knowledge.contentHash(), knowledge.rules().size());
    }

    /** Releases the rules. Evaluations that have begun come to their end; later ones fail. */
    @Override
    public void close() {
        Version last = serving.getAndSet(null);
        if (last != null) {
            last.retire();
        }
    }
}
