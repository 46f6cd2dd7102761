package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.CaseAsFhir;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.io.PatientCaseReader;

/** Fifty clients at once get their cards, all of them; the profile {@code long} keeps them calling for two minutes. */
class LoadTest {

    private static final int CLIENTS = 50;
    private static final Duration LASTING = Duration.ofSeconds(Integer.getInteger("sps.seconds", 2));
    private static final int WARM = 200;

    @Test
    void fiftyClients() throws Exception {
        try (SpsRules rules = SpsRules.load();
                CdsService service = new CdsService(
                        rules,
                        new Settings(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Clock.systemUTC()))) {
            List<PatientCase> cases = cases(rules);
            List<String> bodies = cases.stream()
                    .map(each -> PatientRecord.resourcesIn(CaseAsFhir.of(each, rules.vocabulary())))
                    .map(record -> Json.text(Client.request(Hook.PATIENT_VIEW, record)))
                    .toList();
            long began = System.nanoTime();
            List<Long> latencies = calling(new Client(service), bodies, began + LASTING.toNanos());
            double seconds = (System.nanoTime() - began) / 1e9;
            report(latencies, seconds, evaluation(rules, cases));
            assertThat(latencies.size()).as("calls").isGreaterThanOrEqualTo(CLIENTS);
        }
    }

    private static List<PatientCase> cases(SpsRules rules) throws IOException {
        PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());
        List<PatientCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../cases"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                cases.add(reader.read(Files.readString(file)));
            }
        }
        return cases;
    }

    /** How long each call took, in nanoseconds and ascending; fails with the first that is not answered as it should. */
    private static List<Long> calling(Client client, List<String> bodies, long end) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Long>>> callers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = i;
                callers.add(() -> {
                    List<Long> latencies = new ArrayList<>();
                    for (int call = first; System.nanoTime() < end; call++) {
                        long began = System.nanoTime();
                        HttpResponse<String> response =
                                client.post("/cds-services/sps-patient-view", bodies.get(call % bodies.size()));
                        latencies.add(System.nanoTime() - began);
                        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                        assertThat(response.body()).startsWith("{\"cards\":[");
                    }
                    return latencies;
                });
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> caller : threads.invokeAll(callers)) {
                all.addAll(caller.get());
            }
            return all.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** How long an evaluation takes by itself, in seconds. */
    private static double evaluation(SpsRules rules, List<PatientCase> cases) {
        for (int i = 0; i < WARM; i++) {
            rules.evaluate(cases.get(i % cases.size()));
        }
        long began = System.nanoTime();
        for (int i = 0; i < WARM; i++) {
            rules.evaluate(cases.get(i % cases.size()));
        }
        return (System.nanoTime() - began) / 1e9 / WARM;
    }

    private static void report(List<Long> latencies, double seconds, double evaluation) {
        double each = latencies.size() / seconds;
        System.out.printf(
                "%d clients for %.0f s: %d calls, no errors, %.0f per second; p50 %.1f ms, p99 %.1f ms; an evaluation alone %.2f ms,"
                        + " which is %.0f %% of %d cores; load average %.1f%n",
                CLIENTS,
                seconds,
                latencies.size(),
                each,
                latencies.get(latencies.size() / 2) / 1e6,
                latencies.get(latencies.size() * 99 / 100) / 1e6,
                evaluation * 1e3,
                100 * each * evaluation / Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }
}
