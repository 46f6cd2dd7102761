package org.spsrules.cdshooks;

import org.spsrules.SpsRulesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands for those who run the rules beside an EHR. */
@Command(
        name = "sps",
        description = "Rules for the treatment of stiff-person syndrome, for systems that hold records.",
        footer = {
            "",
            "Exit codes: 0 all is well, 1 there are findings, 2 wrong usage or unusable input, 3 sps itself failed.",
            "Not clinically reviewed and not a medical device."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {Serve.class, Replay.class, Export.class})
public final class Program {

    /** Not where every program looks for one: whoever embeds the mappings logs as they like. */
    private static final String LOG = "org/spsrules/cdshooks/logback.xml";

    private static final String LOG_PROPERTY = "logback.configurationFile";

    /** All is well. */
    static final int WELL = 0;
    /** The command worked, and found something. */
    static final int FINDINGS = 1;
    /** The command was used wrongly, or could not use what it was given. */
    static final int UNUSABLE_INPUT = 2;
    /** The fault is with the program. */
    static final int FAILURE = 3;

    /** Runs a command; the service until it is stopped. */
    public static void main(String[] arguments) {
        System.setProperty(LOG_PROPERTY, System.getProperty(LOG_PROPERTY, LOG));
        int status = commandLine().execute(arguments);
        if (status != WELL) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        CommandLine program = new CommandLine(new Program());
        program.getCommandSpec().version(Decision.library());
        return program.setExpandAtFiles(false).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("sps: " + describe(failure));
            return FAILURE;
        });
    }

    /** Other messages than our own are left out, because they may quote a record. */
    private static String describe(Exception failure) {
        return failure instanceof SpsRulesException
                ? String.valueOf(failure.getMessage())
                : "an internal error, which should be reported: "
                        + failure.getClass().getSimpleName();
    }
}
