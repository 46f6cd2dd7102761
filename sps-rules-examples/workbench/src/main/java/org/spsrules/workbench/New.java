package org.spsrules.workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand {@code new}, whose own subcommands say what is new. */
@Command(name = "new", description = "Begins a new part of a knowledge base.", synopsisSubcommandLabel = "COMMAND")
final class New implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be new, for example: sps new rule ID");
    }
}
