package org.spsrules.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Finds the inputs that a command names. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;
    private final Path out;

    /**
     * A search for inputs.
     *
     * @param out the folder of the results, which cannot be an input
     */
    Inputs(InputStream standardInput, Path out) {
        this.standardInput = standardInput;
        this.out = out.toAbsolutePath().normalize();
    }

    /**
     * The inputs in the order in which they are named, the files of a folder in the order of their names.
     *
     * @throws CohortException if one is not there, or holds nothing to read
     */
    List<Input> of(List<String> arguments) {
        if (arguments.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new CohortException("The standard input can be read only once; name - once.");
        }
        List<Input> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                inputs.add(new Input("<stdin>", OptionalLong.empty(), () -> standardInput));
            } else {
                inputs.addAll(named(argument));
            }
        }
        return inputs;
    }

    private List<Input> named(String argument) {
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                return inFolder(path);
            }
            if (Files.isReadable(path)) {
                return List.of(Input.file(path, argument));
            }
        } catch (InvalidPathException e) {
            // No file can have this name, at least not in this locale.
        }
        throw new CohortException("\"" + argument
                + "\" cannot be read; name a file of cases, one a line, or a folder of" + " such files.");
    }

    private List<Input> inFolder(Path folder) {
        if (out.startsWith(folder.toAbsolutePath().normalize())) {
            throw new CohortException("The results cannot go into " + folder
                    + ", because everything in it is read; name a folder that lies elsewhere.");
        }
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Input> found = walk.filter(
                            file -> CaseFiles.isOne(name(folder.relativize(file))) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(Inputs::name))
                    .map(file -> Input.file(file, name(file)))
                    .toList();
            if (found.isEmpty()) {
                throw new CohortException("In " + folder + " is no file that ends in " + CaseFiles.ENDINGS + ".");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new CohortException("The folder " + folder + " cannot be read.");
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
