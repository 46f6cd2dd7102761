package org.spsrules.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.cohort.Cohort;

/**
 * The packaged job on a cluster of its own: a master and two workers, each a process, one of which is killed in the middle with
 * what it executes.
 */
class ClusterIT {

    private static final int LINES = Integer.getInteger("sps.cases", 100_000) / 5;
    private static final int MOST_BYTES_IN_PART = 40_000;
    private static final String LOOPBACK = "127.0.0.1";
    /** As much of a distribution of Spark as its processes look for. */
    private static final Path HOME = Path.of("target/cluster").toAbsolutePath();

    private static final Path JOB = Path.of("target/sps-spark.jar");

    /** What the jar of the job brings itself, and what only tests need. */
    private static final List<String> NOT_OF_SPARK = List.of(
            "/org/spsrules/",
            "/org/drools/",
            "/org/kie/",
            "/tools/jackson/",
            "/info/picocli/",
            "/org/snakeyaml/",
            "/gg/jte/",
            "/org/junit/",
            "/org/assertj/",
            "/ch/qos/logback/",
            "/target/");

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private String master;

    @BeforeEach
    void startCluster() throws Exception {
        Path jars = Files.createDirectories(HOME.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry).toAbsolutePath();
            Path link = jars.resolve(jar.getFileName());
            if (Files.isRegularFile(jar)
                    && NOT_OF_SPARK.stream().noneMatch(jar.toString()::contains)
                    && !Files.exists(link)) {
                Files.createSymbolicLink(link, jar);
            }
        }
        int port = freePort();
        master = "spark://" + LOOPBACK + ":" + port;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                LOOPBACK,
                "--port",
                "" + port,
                "--webui-port",
                "" + freePort());
    }

    @AfterEach
    void stopCluster() {
        processes.forEach(ClusterIT::kill);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** With its descendants: an executor is a process of its own, and outlives its worker. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process start(String name, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        command.addAll(List.of(System.getProperty("sps.spark.opens").split(" ")));
        command.addAll(List.of("-cp", HOME.resolve("jars") + "/*", program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Process startWorker(String name) throws IOException {
        return start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                LOOPBACK,
                "--webui-port",
                "" + freePort(),
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                master);
    }

    private Path cases() throws IOException {
        Path file = folder.resolve("cases.ndjson");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < LINES; i++) {
                lines.write(String.format(
                        Locale.ROOT,
                        i % 100 == 99
                                ? "torn %d%n"
                                : "{\"id\":%1$d,\"case\":{\"asOf\":\"2026-01-15\",\"patient\":{\"age\":%2$d},"
                                        + "\"symptoms\":{\"present\":[\"rigidity\"]}}}%n",
                        i,
                        i % 110));
            }
        }
        return file;
    }

    private byte[] together(Path out, String kind) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Stream<Path> parts = Files.list(out.resolve("kind=" + kind))) {
            for (Path part : parts.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList()) {
                whole.writeBytes(Files.readAllBytes(part));
            }
        }
        return whole.toByteArray();
    }

    /** How many tasks have handed in what they have written. */
    private static long committed(Path out) throws IOException {
        Path attempt = out.resolve("_temporary/0");
        if (!Files.isDirectory(attempt)) {
            return 0;
        }
        try (Stream<Path> tasks = Files.list(attempt)) {
            return tasks.filter(task -> task.getFileName().toString().startsWith("task_"))
                    .count();
        }
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsLostOrDoubledIfAWorkerIsKilled() throws Exception {
        Path cases = cases();
        Path out = folder.resolve("out");
        Path events = Files.createDirectories(folder.resolve("events"));
        Process first = startWorker("first");
        startWorker("second");
        Process job = start(
                "job",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--driver-memory",
                "512m",
                "--executor-memory",
                "768m",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.eventLog.enabled=true",
                "--conf",
                "spark.eventLog.compress=false",
                "--conf",
                "spark.eventLog.rolling.enabled=false",
                "--conf",
                "spark.eventLog.dir=" + events.toUri(),
                "--conf",
                "spark.hadoop.mapreduce.input.fileinputformat.split.maxsize=" + MOST_BYTES_IN_PART,
                JOB.toString(),
                cases.toString(),
                out.toString());
        while (job.isAlive() && committed(out) < 2) {
            Thread.sleep(20);
        }
        kill(first);

        assertThat(job.waitFor())
                .as(Files.readString(folder.resolve("job.log")))
                .isZero();

        try (Stream<Path> logs = Files.list(events)) {
            assertThat(logs.findFirst().orElseThrow()).content().contains("SparkListenerExecutorRemoved");
        }
        Path byCohort = folder.resolve("by-cohort");
        try (SpsRules rules = SpsRules.load()) {
            new Cohort(rules, Cohort.Options.usual())
                    .evaluate(List.of(cases.toString()), InputStream.nullInputStream(), byCohort);
        }
        assertThat(together(out, "results")).isEqualTo(Files.readAllBytes(byCohort.resolve("results.ndjson")));
        assertThat(together(out, "set-aside")).isEqualTo(Files.readAllBytes(byCohort.resolve("set-aside.ndjson")));
    }
}
