package org.spsrules.workbench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The subcommand {@code new}, whose own subcommands say what is new. */
@Command(
        name = "new",
        description = "Begins a new part of a knowledge base.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NewBase.class, NewRule.class})
final class New implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be new, for example: sps new rule ID");
    }
}
