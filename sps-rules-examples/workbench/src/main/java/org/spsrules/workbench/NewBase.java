package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.authoring.folder.Leftovers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The subcommand {@code new base}. */
@Command(
        name = "base",
        description = {
            "Writes the knowledge base that sps came with into a folder of your own: rules, scenarios, vocabulary and"
                    + " sources, ready to be changed."
        },
        footer = {"", "Exit codes: 0 the files are written, 2 wrong usage or they cannot be, 3 sps", "itself failed."})
final class NewBase extends Subcommand {

    private static final List<String> PARTS = List.of(
            "README.md",
            "RULE-LANGUAGE.md",
            "LINT.md",
            "CASE.md",
            "knowledge.yaml",
            "rules",
            "vocabulary",
            "sources",
            "invariants");

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet, or is empty.")
    private String argument = "";

    NewBase(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (KnowledgePlace place = KnowledgePlace.ownOne()) {
            Path folder = emptyFolder();
            write(place, folder);
            terminal.write(
                    argument + ": " + count(folder) + " rules and what they rest on. Begin with its README.md.\n");
            return ExitCode.WELL.number();
        } catch (UnreadableException e) {
            terminal.complain(argument, e.problem());
            return ExitCode.UNUSABLE_INPUT.number();
        }
    }

    private static void write(KnowledgePlace place, Path folder) throws UnreadableException {
        try {
            for (String part : PARTS) {
                copy(place.folder().resolve(part), folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UnreadableException(
                    "the files cannot all be written here; delete the folder and name another one");
        }
    }

    private static void refuseFull(Path folder) throws UnreadableException, IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new UnreadableException("this folder is not empty; name one that is, or a new one");
                }
            }
        }
    }

    /** Inside a knowledge base, the copy would be read as part of it; and it would hold itself. */
    private static void refuseInside(Path folder) throws UnreadableException, IOException {
        Path above = folder.toAbsolutePath().normalize();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        for (Path place = above == null ? null : above.toRealPath(); place != null; place = place.getParent()) {
            if (KnowledgePlace.isOne(place)) {
                throw new UnreadableException(
                        "this lies inside the knowledge base " + place + "; name a folder outside it");
            }
        }
    }

    private Path emptyFolder() throws IOException, UnreadableException {
        try {
            Path folder = Path.of(argument);
            refuseFull(folder);
            refuseInside(folder);
            return Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new UnreadableException("this is a file; name a folder that does not exist yet");
        } catch (InvalidPathException e) {
            throw new UnreadableException("this cannot be the name of a folder");
        } catch (IOException e) {
            throw new UnreadableException("nothing can be written here");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !Leftovers.include(from.relativize(file)))
                    .toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(to));
            // Not Files.copy, which would take over from the archive that a file is not to be written.
            Files.write(target, Files.readAllBytes(file));
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("rules"))) {
            return walk.filter(file -> file.toString().endsWith(".drl")).count();
        }
    }
}
