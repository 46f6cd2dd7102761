package org.spsrules.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed Java.
 *
 * @param name what it is called
 * @param home where it is installed
 * @param archiveWriting the option that keeps loaded classes in a file for later launches
 * @param archiveReading the option that uses such a file
 */
record VirtualMachine(String name, Path home, String archiveWriting, String archiveReading) {

    /** The one that runs this program. */
    static VirtualMachine current() {
        return new VirtualMachine(
                "Java " + Runtime.version().feature(),
                Path.of(System.getProperty("java.home")),
                "-XX:ArchiveClassesAtExit=",
                "-XX:SharedArchiveFile=");
    }

    /** Java 25 with its ahead-of-time cache, if the environment says where it is. */
    static Optional<VirtualMachine> java25() {
        return Optional.ofNullable(System.getenv("JAVA25_HOME"))
                .map(home -> new VirtualMachine("Java 25", Path.of(home), "-XX:AOTCacheOutput=", "-XX:AOTCache="));
    }

    /** A launch with no options. */
    Launch launch(Program program) {
        return launch(program, program.name(), List.of());
    }

    /** A launch with an archive, and with these options besides. */
    Launch launchFromArchive(Program program, String name, Path archive, List<String> options)
            throws IOException, InterruptedException {
        launch(program, name, with(options, archiveWriting + archive)).millisecondsToFirstLine();
        return launch(program, name, with(options, archiveReading + archive));
    }

    private static List<String> with(List<String> options, String option) {
        return Stream.concat(options.stream(), Stream.of(option)).toList();
    }

    private Launch launch(Program program, String launchName, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        // What Java says about an archive would be taken for the program's first line.
        command.add("-Xlog:disable");
        command.addAll(options);
        command.addAll(
                List.of("-classpath", program.classPath(), program.mainClass().getName()));
        command.addAll(program.arguments());
        return new Launch(name, launchName, command);
    }
}
