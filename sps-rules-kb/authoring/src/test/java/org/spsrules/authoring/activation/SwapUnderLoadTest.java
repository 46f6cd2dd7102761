package org.spsrules.authoring.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.compile.CompiledClasses;
import org.spsrules.authoring.compile.RuleCompiler;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;

/**
 * Rules are exchanged while two threads evaluate, every second time for broken ones: no error, no report that is not the
 * one of the version that it names, and nothing stays in memory. Ten swaps in every build, a hundred in the long profile.
 */
class SwapUnderLoadTest {

    private static final int SWAPS = Integer.getInteger("sps.swaps", 10);
    private static final int EVALUATIONS_PER_THREAD = Integer.getInteger("sps.evaluations", 20_000) / 2;
    private static final int THREADS = 2;
    private static final int VERSIONS = 5;
    private static final int CASES = 200;
    private static final long SEED = 20260120;

    @TempDir
    Path folder;

    private final List<PatientCase> cases = new ArrayList<>();
    private final Map<KnowledgeStamp, List<Report>> expected = new HashMap<>();
    private final List<WeakReference<Knowledge>> served = new ArrayList<>();

    private Path good(int version) {
        return folder.resolve("good-" + version % VERSIONS);
    }

    private Path broken(int version) {
        return folder.resolve("broken-" + version % VERSIONS);
    }

    private void write() throws IOException {
        for (int version = 0; version < VERSIONS; version++) {
            ServingKnowledge.saying(good(version), "Reason " + version + ".");
            ServingKnowledge broken = ServingKnowledge.saying(broken(version), "Never said.");
            switch (version) {
                case 0 -> broken.write("rules/first-line/explain.drl", "rule");
                case 1 -> broken.scenario("first-line/explain", "{}", "silent");
                case 2 -> broken.rule("first-line/explain", "Patient( adult )", "note().because( \"No.\" );");
                case 3 -> broken.write("vocabulary/conditions.yaml", "kind: condition");
                default -> broken.write("rules/first-line/explain.drl", "//".repeat(100_000));
            }
        }
    }

    /** The reports of each version under the reference evaluator, which knows nothing of classes and sessions. */
    private void expect() throws IOException {
        for (int version = 0; version < VERSIONS; version++) {
            Knowledge knowledge = KnowledgeFolder.read(good(version)).knowledge();
            if (cases.isEmpty()) {
                CaseGenerator generator = new CaseGenerator(knowledge, SEED);
                for (int i = 0; i < CASES; i++) {
                    cases.add(generator.next());
                }
            }
            SpsRules reference = SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate);
            List<Report> reports = cases.stream().map(reference::evaluate).toList();
            expected.put(reports.get(0).knowledge(), reports);
        }
    }

    @Test
    void nothingFailsNothingMixesAndNothingStays() throws Exception {
        write();
        expect();
        assertThat(expected).hasSize(VERSIONS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (ActiveRules rules = Authoring.serve(Authoring.activate(good(0)))) {
            swap(rules, 0);
            AtomicBoolean swapping = new AtomicBoolean(true);
            List<Future<Integer>> evaluations = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                evaluations.add(threads.submit(() -> evaluate(rules, swapping)));
            }
            for (int swap = 1; swap <= SWAPS / 2; swap++) {
                swap(rules, swap);
            }
            swapping.set(false);
            for (Future<Integer> evaluation : evaluations) {
                assertThat(evaluation.get()).isGreaterThanOrEqualTo(EVALUATIONS_PER_THREAD);
            }
            assertThat(holdsAfterCollection(() -> served.stream()
                                    .filter(version -> version.get() != null)
                                    .count()
                            == 1))
                    .as("only the version that serves is still in memory")
                    .isTrue();
            assertThat(holdsAfterCollection(() -> classLoaders() == 1))
                    .as("only the classes of the version that serves are still in memory")
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    /** One exchange for good rules, and one for broken ones that must not happen. */
    private void swap(ActiveRules rules, int version) {
        Activation good = rules.activate(good(version));
        assertThat(good.problems()).isEmpty();
        assertThat(expected).containsKey(good.serving());
        served.add(new WeakReference<>(rules.knowledge()));
        Activation broken = rules.activate(broken(version));
        assertThat(broken.problems()).isNotEmpty();
        assertThat(broken.serving()).isEqualTo(good.serving());
    }

    private int evaluate(ActiveRules rules, AtomicBoolean swapping) {
        int done = 0;
        while (swapping.get() || done < EVALUATIONS_PER_THREAD) {
            int index = done % CASES;
            Report report = rules.evaluate(cases.get(index));
            if (!report.equals(expected.get(report.knowledge()).get(index))) {
                throw new AssertionError("a report of " + report.knowledge() + " for case " + index + " of seed " + SEED
                        + " is not that of this version");
            }
            done++;
        }
        return done;
    }

    @Test
    void theClassesOfRulesGoWithTheirEngine() throws Exception {
        new ServingKnowledge(folder);
        Knowledge knowledge = KnowledgeFolder.read(folder).knowledge();

        WeakReference<ClassLoader> classes = usedAndClosed(knowledge);

        assertThat(holdsAfterCollection(() -> classes.get() == null)).isTrue();
    }

    private static WeakReference<ClassLoader> usedAndClosed(Knowledge knowledge) {
        CompiledClasses classes =
                RuleCompiler.classes(knowledge.rules(), new Diagnostics()).orElseThrow();
        DroolsEngine engine = DroolsEngine.pooled(CompiledModels.from(classes), knowledge.rules());
        try (SpsRules rules = SpsRules.of(knowledge, engine)) {
            CaseGenerator generator = new CaseGenerator(knowledge, SEED);
            for (int i = 0; i < CASES; i++) {
                rules.evaluate(generator.next());
            }
        }
        return new WeakReference<>(classes);
    }

    /** How many loaders of compiled rules live, counted by the virtual machine itself. */
    private static long classLoaders() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return histogram
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 3 && columns[3].equals(CompiledClasses.class.getName()))
                    .mapToLong(columns -> Long.parseLong(columns[1]))
                    .sum();
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean holdsAfterCollection(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            System.gc();
            if (condition.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }
}
