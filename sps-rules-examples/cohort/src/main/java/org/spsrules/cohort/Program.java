package org.spsrules.cohort;

import java.io.InputStream;
import org.spsrules.SpsRulesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that evaluates cohorts. */
@Command(
        name = "sps",
        description = "Rules for the treatment of stiff-person syndrome, for many cases at once.",
        footer = {
            "",
            "Exit codes: 0 all is well, 1 there are findings, 2 wrong usage or unusable input, 3 sps itself failed.",
            "Not clinically reviewed and not a medical device."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Program {

    /** Not where every program looks for one: whoever embeds this logs as they like. */
    private static final String LOG = "org/spsrules/cohort/logback.xml";

    private static final String LOG_PROPERTY = "logback.configurationFile";
    private static final int HELP_WIDTH = 110;

    /** All is well. */
    static final int WELL = 0;
    /** The command worked, and set something aside. */
    static final int FINDINGS = 1;
    /** The command was used wrongly, or could not use what it was given. */
    static final int UNUSABLE_INPUT = 2;
    /** The fault is with the program. */
    static final int FAILURE = 3;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty(LOG_PROPERTY, System.getProperty(LOG_PROPERTY, LOG));
        System.exit(commandLine(System.in).execute(arguments));
    }

    static CommandLine commandLine(InputStream standardInput) {
        CommandLine program = new CommandLine(new Program()).addSubcommand(new CohortCommand(standardInput));
        program.getCommandSpec().version("sps " + version());
        return program.setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("sps: " + describe(failure));
                    return failure instanceof CohortException ? UNUSABLE_INPUT : FAILURE;
                });
    }

    /** The version of the program. */
    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Other messages than our own are left out, because they may quote a case. */
    private static String describe(Exception failure) {
        return failure instanceof SpsRulesException
                ? String.valueOf(failure.getMessage())
                : "an internal error, which should be reported: "
                        + failure.getClass().getSimpleName();
    }
}
