package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;

class ConcurrencyTest {

    private static final long SEED = 20260116;
    private static final int CASES = 100;
    private static final int THREADS = 8;
    private static final int ROUNDS = Volume.of(20);
    private static final int EVALUATIONS_PER_THREAD = Volume.of("sps.evaluations", 16_000) / THREADS;

    @Test
    void eightThreadsGiveTheReportsOfOne() throws Exception {
        try (SpsRules rules = SpsRules.load()) {
            CaseGenerator generator = new CaseGenerator(rules.knowledge(), SEED);
            List<PatientCase> cases = new ArrayList<>();
            List<Report> expected = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                cases.add(generator.next());
                expected.add(rules.evaluate(cases.get(i)));
            }
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int offset = thread;
                wrong.add(threads.submit(() -> {
                    int different = 0;
                    for (int i = 0; i < EVALUATIONS_PER_THREAD; i++) {
                        int index = (i + offset) % CASES;
                        if (!rules.evaluate(cases.get(index)).equals(expected.get(index))) {
                            different++;
                        }
                    }
                    return different;
                }));
            }
            threads.shutdown();
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).as("wrong reports, seed %d", SEED).isZero();
            }
        }
    }

    @Test
    void whoeverClosesTheRulesSpoilsNoReport() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            SpsRules rules = SpsRules.load();
            PatientCase patientCase = new CaseGenerator(rules.knowledge(), SEED).next();
            Report expected = rules.evaluate(patientCase);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                wrong.add(threads.submit(() -> {
                    int different = 0;
                    try {
                        while (true) {
                            different += rules.evaluate(patientCase).equals(expected) ? 0 : 1;
                        }
                    } catch (IllegalStateException closed) {
                        return different;
                    }
                }));
            }
            Thread.sleep(20);
            rules.close();
            threads.shutdown();
            for (Future<Integer> count : wrong) {
                assertThat(count.get()).as("wrong reports in round %d", round).isZero();
            }
        }
    }
}
