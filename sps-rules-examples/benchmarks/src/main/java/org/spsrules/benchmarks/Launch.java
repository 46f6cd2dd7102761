package org.spsrules.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A way of launching a program.
 *
 * @param virtualMachine what the virtual machine is called
 * @param name what the program and its tuning are called
 * @param command the command line
 */
record Launch(String virtualMachine, String name, List<String> command) {

    /** Launches the program, waits for its end, and says how many milliseconds went by until its first line of output. */
    double millisecondsToFirstLine() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            double milliseconds = (System.nanoTime() - start) / 1e6;
            output.transferTo(Writer.nullWriter());
            if (process.waitFor() != 0 || line == null) {
                throw new IllegalStateException("does not run: " + String.join(" ", command));
            }
            return milliseconds;
        }
    }
}
