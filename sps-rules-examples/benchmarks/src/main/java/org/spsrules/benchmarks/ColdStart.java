package org.spsrules.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares how long it takes from the launch of a process to its first answer. Run it in the folder of this module.
 */
public final class ColdStart {

    private static final int ROUNDS = 11;

    private ColdStart() {}

    /** Launches every contender in turn, again and again, and prints the medians. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target"), "cold-start-");
        Map<Launch, List<Double>> times = new LinkedHashMap<>();
        for (Launch launch : launches(folder)) {
            // The first launch of each only brings its files into memory.
            launch.millisecondsToFirstLine();
            times.put(launch, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<Launch, List<Double>> contender : times.entrySet()) {
                contender.getValue().add(contender.getKey().millisecondsToFirstLine());
            }
        }
        print(times);
    }

    private static List<Launch> launches(Path folder) throws IOException, InterruptedException {
        VirtualMachine current = VirtualMachine.current();
        List<Launch> launches = new ArrayList<>(quickStarts(current, folder.resolve("current")));
        launches.add(current.launch(Program.containerOfCompiledRules(folder)));
        launches.add(current.launch(Program.containerThatCompiles(folder)));
        Optional<VirtualMachine> java25 = VirtualMachine.java25();
        if (java25.isPresent()) {
            launches.addAll(quickStarts(java25.get(), folder.resolve("java25")));
        }
        return launches;
    }

    private static List<Launch> quickStarts(VirtualMachine machine, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Program quickStart = Program.quickStart();
        return List.of(
                machine.launch(Program.helloWorld()),
                machine.launch(quickStart),
                machine.launchFromArchive(
                        quickStart, "quick start, class archive", folder.resolve("plain.archive"), List.of()),
                machine.launchFromArchive(
                        quickStart,
                        "quick start, class archive, serial, C1",
                        folder.resolve("tuned.archive"),
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")));
    }

    private static void print(Map<Launch, List<Double>> times) {
        System.out.printf(
                "%s, Java %s, %d processors; medians of %d launches%n%n",
                System.getProperty("os.arch"),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS);
        System.out.printf("%-10s%-42s%8s%16s%n", "", "", "ms", "x hello world");
        double helloWorld = median(times.values().iterator().next());
        times.forEach((launch, milliseconds) -> System.out.printf(
                "%-10s%-42s%8.0f%16.1f%n",
                launch.virtualMachine(), launch.name(), median(milliseconds), median(milliseconds) / helloWorld));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
