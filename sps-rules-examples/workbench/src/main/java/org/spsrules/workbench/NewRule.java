package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.Problem;
import org.spsrules.authoring.scaffold.Scaffold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code new rule}. */
@Command(
        name = "rule",
        description = {
            "Writes a rule and its scenarios with blanks. sps lint names each blank that is not filled in; sps test"
                    + " --watch says when the scenarios hold."
        },
        footer = {"", "Exit codes: 0 the files are written, 2 wrong usage or they cannot be, 3 sps", "itself failed."})
final class NewRule extends Subcommand {

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The folder of the rule and its name, for example diagnosis/test-anti-gad65.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            arity = "0..1",
            description = {
                "The folder of a knowledge base, with its knowledge.yaml. Without it, the one you are in, or else the one"
                        + " that sps came with."
            })
    private @Nullable String folder;

    @Option(
            names = "--like",
            paramLabel = "OTHER-ID",
            description = "Take over the conditions of another rule, and the case of its first scenario.")
    private @Nullable String other;

    NewRule(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return OnKnowledge.run(folder, terminal, this::scaffold).number();
    }

    private ExitCode scaffold(KnowledgePlace place) throws IOException, UnreadableException {
        if (place.folder().getFileSystem() != FileSystems.getDefault()) {
            throw new UnreadableException(
                    "nothing can be written to the knowledge base in sps; name the folder of one after the id (sps new rule "
                            + id + " sps-rules-kb), or copy it with sps new base DIR and work in that");
        }
        Scaffold scaffold = other == null ? Scaffold.of(place.folder(), id) : Scaffold.like(place.folder(), id, other);
        if (!scaffold.obstacles().isEmpty()) {
            scaffold.obstacles().forEach(obstacle -> terminal.complain(id, new Problem("", obstacle)));
            return ExitCode.UNUSABLE_INPUT;
        }
        List<Path> written = scaffold.writeTo(place.folder());
        written.forEach(
                file -> terminal.write(place.name() + "/" + place.folder().relativize(file) + "\n"));
        terminal.write("Fill in what is marked FILL IN; sps lint names each blank that is left.\n");
        return ExitCode.WELL;
    }
}
