package org.spsrules.kb;

import java.util.function.BiFunction;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.internal.knowledge.Knowledge;

/** The generators of cases, on each of which the rules are tried. */
enum Generators {
    /** Aims at rules, so that each of them applies and just fails to apply. */
    AIMED(CaseGenerator::new),
    /** Knows nothing of the rules. */
    BLIND(BlindGenerator::new);

    private final BiFunction<Knowledge, Long, Cases> make;

    Generators(BiFunction<Knowledge, Long, Cases> make) {
        this.make = make;
    }

    Cases of(Knowledge knowledge, long seed) {
        return make.apply(knowledge, seed);
    }
}
