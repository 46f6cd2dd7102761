package org.spsrules.authoring.activation;

import java.util.concurrent.atomic.AtomicBoolean;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Vocabulary;

/** The use of one version of the rules, until it is closed. Thread-safe. */
public final class Lease implements AutoCloseable {

    private final SpsRules rules;
    private final Runnable release;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(SpsRules rules, Runnable release) {
        this.rules = rules;
        this.release = release;
    }

    /** What these rules say about a case, as {@link SpsRules#evaluate} does. */
    public Report evaluate(PatientCase patientCase) {
        return rules.evaluate(patientCase);
    }

    /** The knowledge base as data. */
    public Knowledge knowledge() {
        return rules.knowledge();
    }

    /** The terms that cases may use. */
    public Vocabulary vocabulary() {
        return rules.vocabulary();
    }

    /** Ends the use; a second time it does nothing. */
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            release.run();
        }
    }
}
