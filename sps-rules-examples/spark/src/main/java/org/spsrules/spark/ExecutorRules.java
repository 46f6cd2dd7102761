package org.spsrules.spark;

import org.spsrules.SpsRules;

/** The rules of this JVM: loaded when its first task needs them, and kept for all others. */
final class ExecutorRules {

    private ExecutorRules() {}

    static SpsRules get() {
        return Holder.RULES;
    }

    private static final class Holder {

        private static final SpsRules RULES = SpsRules.load();
    }
}
