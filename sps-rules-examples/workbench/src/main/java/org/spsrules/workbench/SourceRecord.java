package org.spsrules.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spsrules.SpsRules;

/**
 * The record of the sources from which sps was built: the digest of each, in the form of {@code sha256sum}. The build
 * writes it beside {@code sps.jar}. The launchers hold the sources against it, because the times of files say nothing in a
 * tree that was copied, cloned or unpacked.
 */
public final class SourceRecord {

    private static final String WORKBENCH = "sps-rules-examples/workbench";

    /** Hidden files and the backups of editors; nothing of them is built. */
    private static final Pattern IGNORED = Pattern.compile("\\..+|.*~|#.*#");

    private final Path home;
    private final Built program;

    /** The record of the command. */
    SourceRecord(Path home) {
        this(home, Built.COMMAND);
    }

    private SourceRecord(Path home, Built program) {
        this.home = home;
        this.program = program;
    }

    /** The record of the program that a command belongs to. */
    static SourceRecord of(Path home, List<String> command) {
        return new SourceRecord(home, Built.of(command));
    }

    /** The programs that the launchers start. */
    private enum Built {
        COMMAND(WORKBENCH, List.of()),
        SERVICE("sps-rules-examples/playground", List.of("serve", "replay", "export")),
        COHORT("sps-rules-examples/cohort", List.of("cohort"));

        private final String module;
        private final List<String> commands;

        Built(String module, List<String> commands) {
            this.module = module;
            this.commands = commands;
        }

        private static Built of(List<String> command) {
            return Arrays.stream(values())
                    .filter(program -> !command.isEmpty() && program.commands.contains(command.get(0)))
                    .findFirst()
                    .orElse(COMMAND);
        }

        /** The words in the list of inputs that stand before what its code is. */
        private List<String> words() {
            return this == COMMAND
                    ? List.of(Kind.CODE.word())
                    : List.of(Kind.CODE.word(), name().toLowerCase(Locale.ROOT));
        }
    }

    /** What a source is needed for. */
    enum Kind {
        CODE,
        KNOWLEDGE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Writes or checks the record.
     *
     * <p>Arguments: {@code write}, the folder of the project, and the instant at which its build began; {@code built}, the
     * folder, a file that was made when the build began, and what the command is given; or {@code check}, the folder, and
     * what the command is given. A check ends the process: with 0 if the program of the command is as its sources are, with
     * 1 if it is not.
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[1]).toAbsolutePath().normalize();
        SourceRecord record = new SourceRecord(home);
        if (arguments[0].equals("check")) {
            List<String> command = List.of(arguments).subList(2, arguments.length);
            System.exit(of(home, command).isCurrent(command) ? 0 : 1);
        } else if (arguments[0].equals("built")) {
            Instant began = Files.getLastModifiedTime(Path.of(arguments[2])).toInstant();
            of(home, List.of(arguments).subList(3, arguments.length)).write(began);
        } else if (record.isOfThisProject()) {
            record.write(Instant.parse(arguments[2]));
        }
    }

    /** Writes the record, unless a source has changed since the build began: nobody knows which of the two was built. */
    void write(Instant buildBegan) throws IOException {
        for (Kind kind : Kind.values()) {
            for (Path file : files(kind)) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(buildBegan)) {
                    return;
                }
            }
        }
        for (Kind kind : Kind.values()) {
            Files.writeString(file(kind), text(kind));
        }
    }

    /** Whether the sources that a command needs are those from which sps was built. */
    boolean isCurrent(List<String> command) throws IOException {
        boolean answersFromTheJar = program != Built.COMMAND
                || !command.isEmpty()
                        && List.of("evaluate", "explain").contains(command.get(0))
                        && command.stream().noneMatch(argument -> argument.startsWith("--rules"));
        return isCurrent(Kind.CODE) && (!answersFromTheJar || isCurrent(Kind.KNOWLEDGE));
    }

    private boolean isCurrent(Kind kind) throws IOException {
        return Files.exists(file(kind)) && Files.readString(file(kind)).equals(text(kind));
    }

    private Path file(Kind kind) {
        return home.resolve(program.module).resolve("target/sps." + kind.word());
    }

    /** Whether the whole project is being built; without its other modules, Maven takes those of some earlier build. */
    private boolean isOfThisProject() throws IOException {
        return Program.placeOf(SpsRules.class).startsWith(home);
    }

    private String text(Kind kind) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(kind)) {
            text.append(digest(file)).append("  ").append(name(file)).append('\n');
        }
        return text.toString();
    }

    private List<Path> files(Kind kind) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : places(kind)) {
            files.addAll(filesBelow(home.resolve(place)));
        }
        files.sort(Comparator.comparing(file -> name(file).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return files;
    }

    /** The files and folders of a kind, relative to the folder of the project. */
    List<String> places(Kind kind) throws IOException {
        List<String> words = kind == Kind.CODE ? program.words() : List.of(kind.word());
        return Files.readAllLines(home.resolve(WORKBENCH).resolve("inputs.txt")).stream()
                .map(line -> line.split(" ", 2))
                .filter(line -> words.contains(line[0]))
                .map(line -> line[1])
                .toList();
    }

    private List<Path> filesBelow(Path place) throws IOException {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(place)) {
            return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> Stream.of(name(path).split("/"))
                            .noneMatch(part -> IGNORED.matcher(part).matches()))
                    .toList();
        }
    }

    private String name(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
