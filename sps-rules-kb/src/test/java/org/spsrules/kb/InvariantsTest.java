package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.authoring.invariant.Invariant;
import org.spsrules.authoring.invariant.Invariants;
import org.spsrules.authoring.invariant.Outcome;

/**
 * What must hold of every patient, looked at in those of each generator: some in every build, many more in the long
 * profile.
 */
class InvariantsTest {

    private static final long SEED = 20260118;
    private static final int CASES = Volume.of("sps.cases", 10_000);
    private static final int THREADS = 2;

    @ParameterizedTest
    @EnumSource
    void theyHold(Generators generators) {
        SpsRules rules = BuiltIn.rules();
        IntStream.range(0, THREADS).parallel().forEach(thread -> theyHold(rules, generators, SEED + thread));
    }

    private static void theyHold(SpsRules rules, Generators generators, long seed) {
        Cases generator = generators.of(rules.knowledge(), seed);
        Outcome.Reader outcomes = new Outcome.Reader(rules.knowledge());
        for (int i = 0; i < CASES / THREADS; i++) {
            PatientCase patientCase = generator.next();
            Outcome outcome = outcomes.of(patientCase, rules.evaluate(patientCase));
            for (Invariant invariant : Invariants.all()) {
                assertThat(invariant.breach(outcome))
                        .as("%s (case %d of %s, seed %d: %s)", invariant.sentence(), i, generators, seed, patientCase)
                        .isEmpty();
            }
        }
    }
}
