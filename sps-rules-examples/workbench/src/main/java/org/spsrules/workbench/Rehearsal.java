package org.spsrules.workbench;

import java.util.List;

/**
 * Runs what is asked for most, with nobody to hear it, so that the launcher can keep the classes that it takes in an archive.
 *
 * <p>Argument: a case.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Runs the commands. */
    public static void main(String[] arguments) {
        Terminal silent = Terminal.ofThisProcess().silent();
        String patientCase = arguments[0];
        List<String[]> commands = List.of(
                new String[] {"--version"},
                new String[] {"--help"},
                new String[] {"evaluate", patientCase},
                new String[] {"evaluate", "--verbose", patientCase},
                new String[] {"evaluate", "--json", patientCase},
                new String[] {"explain", patientCase});
        commands.forEach(command -> Sps.run(silent, command));
    }
}
