package org.spsrules.workbench;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.internal.knowledge.KnowledgeFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

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

    private static final List<String> VERSION = List.of("--version", "-V");

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        int exitCode = run(terminal, arguments);
        terminal.flush();
        System.exit(exitCode);
    }

    /**
     * Runs the command, talking to this terminal. Only the subcommand that is asked for is looked at in full; that takes longer,
     * for all of them, than to answer.
     */
    static int run(Terminal terminal, String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            return version(terminal);
        }
        CommandLine sps = new CommandLine(new Sps());
        Map<String, Class<?>> subcommands = subcommands();
        if (arguments.length > 0 && subcommands.containsKey(arguments[0])) {
            sps.addSubcommand(subcommand(subcommands.get(arguments[0]), terminal));
        } else {
            subcommands.forEach((name, type) ->
                    sps.addSubcommand(arguments.length > 1 ? subcommand(type, terminal) : inTheList(name, type)));
        }
        return sps.setExpandAtFiles(false)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(new Breakdown(terminal))
                .execute(arguments);
    }

    private static int version(Terminal terminal) {
        try {
            for (String line : new Version().getVersion()) {
                terminal.write(line + "\n");
            }
            return ExitCode.WELL.number();
        } catch (IOException e) {
            terminal.complain("sps: the knowledge base cannot be read: " + e.getMessage());
            return ExitCode.FAILURE.number();
        }
    }

    private static CommandLine subcommand(Class<?> type, Terminal terminal) {
        return new CommandLine(type, new IFactory() {
            @Override
            public <K> K create(Class<K> part) throws Exception {
                for (Constructor<?> constructor : part.getDeclaredConstructors()) {
                    if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Terminal.class})) {
                        return part.cast(constructor.newInstance(terminal));
                    }
                }
                return CommandLine.defaultFactory().create(part);
            }
        });
    }

    /** A subcommand as the help names it, without its options. */
    private static CommandLine inTheList(String name, Class<?> type) {
        CommandSpec listed = CommandSpec.create().name(name);
        listed.usageMessage().description(type.getAnnotation(Command.class).description());
        return new CommandLine(listed);
    }

    /** In the order in which the help lists them. */
    private static Map<String, Class<?>> subcommands() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("evaluate", Evaluate.class);
        types.put("explain", Explain.class);
        types.put("changes", Changes.class);
        types.put("test", TestScenarios.class);
        types.put("new", New.class);
        types.put("coverage", CoverageOfRules.class);
        types.put("check", Check.class);
        types.put("mutate", Mutate.class);
        types.put("diff", Diff.class);
        types.put("activate", Activate.class);
        types.put("format", Format.class);
        types.put("lint", Lint.class);
        types.put("sources", Sources.class);
        types.put("rulebook", WriteRulebook.class);
        types.put("words", Words.class);
        return types;
    }

    /** Which program and which knowledge base this is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            String program = Sps.class.getPackage().getImplementationVersion();
            return new String[] {
                "sps " + (program == null ? "(not packaged)" : program),
                KnowledgeFile.stamp(Sps.class.getClassLoader())
                        .map(stamp ->
                                VersionLine.of(new KnowledgeStamp(stamp.version(), stamp.contentHash(), stamp.rules())))
                        .orElse("no knowledge base")
            };
        }
    }
}
