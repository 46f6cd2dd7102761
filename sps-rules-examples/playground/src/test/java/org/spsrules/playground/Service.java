package org.spsrules.playground;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as {@code sps serve} starts it, in a process of its own, at a free port. */
final class Service implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("listens at (http://\\S+?);");

    private final Process process;
    private final URI address;

    private Service(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Service start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.spsrules.cdshooks.Program",
                "serve",
                "--port=0"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher says = ADDRESS.matcher(line);
            if (says.find()) {
                return new Service(process, URI.create(says.group(1)));
            }
        }
        throw new IOException("the service ended without an address");
    }

    URI address() {
        return address;
    }

    /** A copy of the knowledge base of the project, to be edited. */
    static Path copyOfTheKnowledge(Path where) throws IOException {
        Path from = Path.of("../../sps-rules-kb");
        for (String part : List.of("knowledge.yaml", "rules", "vocabulary", "sources")) {
            try (Stream<Path> walk = Files.walk(from.resolve(part))) {
                for (Path file : walk.toList()) {
                    Files.copy(file, where.resolve(from.relativize(file).toString()));
                }
            }
        }
        return where;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
