package org.spsrules.workbench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the cases that the arguments of a command name. */
final class CaseInputs {

    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;

    CaseInputs(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** The cases, in order. What cannot be read is among them, and says so when it is read. */
    List<CaseInput> of(List<String> arguments) {
        List<CaseInput> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.equals(STANDARD_INPUT)) {
                inputs.addAll(named(argument));
            } else if (inputs.stream().noneMatch(StandardInput.class::isInstance)) {
                inputs.add(new StandardInput(standardInput));
            } else {
                inputs.add(new UnreadableInput(StandardInput.NAME, "the standard input can be read only once"));
            }
        }
        return inputs;
    }

    private static List<CaseInput> named(String argument) {
        if (argument.isBlank()) {
            return List.of(new UnreadableInput("\"" + argument + "\"", "this names no file; name a case or a folder"));
        }
        try {
            Path path = Path.of(argument);
            return Files.isDirectory(path) ? CaseFolder.cases(path) : List.of(new CaseFile(path));
        } catch (InvalidPathException e) {
            return List.of(new UnreadableInput(argument, "no file can have this name, at least not in this locale"));
        }
    }

    /** Whether an argument stands for any number of cases. */
    static boolean isFolder(String argument) {
        try {
            return !argument.isBlank() && Files.isDirectory(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
