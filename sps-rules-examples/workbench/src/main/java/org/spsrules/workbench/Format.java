package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spsrules.authoring.folder.LaidOutFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code format}. */
@Command(
        name = "format",
        description = "Lays out rule files alike, and names those that it changes.",
        footer = {
            "",
            "Only blanks, line breaks and the places where a long text is broken change.",
            "Comments stay where they stand. A file that cannot be read as a rule stays as",
            "it is, and what is wrong with it is written as lint writes it.",
            "",
            "Exit codes: 0 all rule files are laid out, 1 with --check some are not, 2 wrong",
            "usage or a file that cannot be read, 3 sps itself failed."
        })
final class Format extends Subcommand {

    private int seen;
    private int changed;

    @Parameters(
            paramLabel = "DIR|FILE",
            arity = "0..*",
            description = {
                "Rule files, or folders that hold some, such as that of a knowledge base. Without any, the rules of the"
                        + " knowledge base in whose folder you are, or else of the one that sps came with."
            })
    private List<String> arguments = List.of();

    @Option(names = "--check", description = "Only name the files that would change.")
    private boolean check;

    Format(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        ExitCode end = ExitCode.WELL;
        if (arguments.isEmpty()) {
            end = OnKnowledge.run(null, terminal, this::format);
        }
        for (String argument : arguments) {
            end = end.or(format(argument));
        }
        if (seen > 0) {
            terminal.write(summary());
        }
        return end.or(check && changed > 0 ? ExitCode.FINDINGS : ExitCode.WELL).number();
    }

    private String summary() {
        String files = seen == 1 ? "1 rule file" : seen + " rule files";
        return files + ", " + (changed == 0 ? "none" : changed) + (check ? " would be" : "") + " laid out anew\n";
    }

    private ExitCode format(KnowledgePlace place) throws UnreadableException, IOException {
        if (!check && place.folder().getFileSystem() != FileSystems.getDefault()) {
            throw new UnreadableException(
                    "nothing can be written to the knowledge base in sps; name a folder or a file");
        }
        return format(RuleFiles.in(place.name(), place.folder()));
    }

    private ExitCode format(String argument) {
        try {
            return format(RuleFiles.named(argument));
        } catch (UnreadableException e) {
            terminal.complain(argument, e.problem());
        } catch (IOException e) {
            terminal.complain(argument + ": error: " + CaseFile.why(e));
        }
        return ExitCode.UNUSABLE_INPUT;
    }

    private ExitCode format(Map<String, Path> files) {
        ExitCode end = ExitCode.WELL;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            end = end.or(format(file.getKey(), file.getValue()));
        }
        return end;
    }

    private ExitCode format(String name, Path path) {
        seen++;
        LaidOutFile file;
        try {
            file = LaidOutFile.read(path, name);
        } catch (IOException e) {
            terminal.complain(name + ": error: " + CaseFile.why(e));
            return ExitCode.UNUSABLE_INPUT;
        }
        file.problems().forEach(problem -> terminal.complain(problem.toString()));
        if (!file.problems().isEmpty()) {
            return ExitCode.UNUSABLE_INPUT;
        }
        return file.differs() ? layOut(file, name) : ExitCode.WELL;
    }

    private ExitCode layOut(LaidOutFile file, String name) {
        if (!check) {
            try {
                file.write();
            } catch (IOException e) {
                terminal.complain(name + ": error: it cannot be written");
                return ExitCode.UNUSABLE_INPUT;
            }
        }
        changed++;
        terminal.write(name + "\n");
        return ExitCode.WELL;
    }
}
