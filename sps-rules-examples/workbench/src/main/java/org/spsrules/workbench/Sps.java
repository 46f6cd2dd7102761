package org.spsrules.workbench;

import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.SpsRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;

/** The command {@code sps}. Each of its subcommands is a class of its own, which is given the terminal it talks to. */
@Command(
        name = "sps",
        description = "Rules for the treatment of stiff-person syndrome.",
        footer = {
            "",
            "The launcher takes four more commands, for those who hold records: serve, replay, export and cohort.",
            "",
            "Exit codes: 0 all is well, 1 there are findings, 2 wrong usage or unusable input, 3 sps itself failed.",
            "Not clinically reviewed and not a medical device."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Sps.Version.class)
public final class Sps {

    private static final int HELP_WIDTH = 80;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        int exitCode = commandLine(terminal).execute(arguments);
        terminal.flush();
        System.exit(exitCode);
    }

    /** The command with all its subcommands, talking to this terminal. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Sps())
                .addSubcommand(new Evaluate(terminal))
                .addSubcommand(new Explain(terminal))
                .addSubcommand(new TestScenarios(terminal))
                .addSubcommand(new CommandLine(new New())
                        .addSubcommand(new NewBase(terminal))
                        .addSubcommand(new NewRule(terminal)))
                .addSubcommand(new CoverageOfRules(terminal))
                .addSubcommand(new Check(terminal))
                .addSubcommand(new Mutate(terminal))
                .addSubcommand(new Diff(terminal))
                .addSubcommand(new Activate(terminal))
                .addSubcommand(new Format(terminal))
                .addSubcommand(new Lint(terminal))
                .addSubcommand(new Sources(terminal))
                .addSubcommand(new WriteRulebook(terminal))
                .addSubcommand(new Words(terminal))
                .setExpandAtFiles(false)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(new Breakdown(terminal));
    }

    /** Which program and which knowledge base this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String program = Sps.class.getPackage().getImplementationVersion();
            try (SpsRules rules = SpsRules.load()) {
                return new String[] {
                    "sps " + (program == null ? "(not packaged)" : program),
                    VersionLine.of(new KnowledgeStamp(
                            rules.knowledge().version(),
                            rules.knowledge().contentHash(),
                            rules.knowledge().rules().size()))
                };
            }
        }
    }
}
