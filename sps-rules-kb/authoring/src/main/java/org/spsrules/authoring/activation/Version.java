package org.spsrules.authoring.activation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.spsrules.SpsRules;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Rules that serve or have served. They are closed when they have been retired and nobody holds a lease on them; until
 * then a lease can be had, and after that none ever again. Thread-safe, without locks.
 */
final class Version {

    private final SpsRules rules;

    /** How many need the rules: every lease, and the one who serves them until they are retired. */
    private final AtomicInteger needed = new AtomicInteger(1);

    Version(SpsRules rules) {
        this.rules = rules;
    }

    Knowledge knowledge() {
        return rules.knowledge();
    }

    /** A lease, unless the rules have been closed or are about to be. */
    Optional<Lease> lease() {
        int before = needed.getAndUpdate(count -> count == 0 ? 0 : count + 1);
        return before == 0 ? Optional.empty() : Optional.of(new Lease(rules, this::release));
    }

    /** Called once, when other rules serve. */
    void retire() {
        release();
    }

    private void release() {
        if (needed.decrementAndGet() == 0) {
            rules.close();
        }
    }
}
