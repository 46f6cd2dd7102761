package org.spsrules.spark;

import org.spsrules.SpsRules;
import org.spsrules.internal.Deferred;

/** The rules of this JVM: loaded when its first task needs them, and kept for all others. */
final class ExecutorRules {

    private static final Deferred<SpsRules> LOADED = new Deferred<>(SpsRules::load);

    private ExecutorRules() {}

    static SpsRules get() {
        return LOADED.get();
    }
}
