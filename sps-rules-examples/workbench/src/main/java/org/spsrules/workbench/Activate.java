package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRules;
import org.spsrules.authoring.activation.Activator;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.internal.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The subcommand {@code activate}. */
@Command(
        name = "activate",
        description = {
            "Takes a knowledge base and its overlays through everything that rules must pass before they serve, and says"
                    + " what would serve. Nothing is changed."
        },
        footer = {
            "",
            "The gate: lint, scenarios, what must hold of every patient, compilation, and the",
            "compiled rules against the reference evaluator. It takes a minute or two.",
            "",
            "Exit codes: 0 it would serve, 1 something stands in the way, 2 wrong usage or a",
            "folder that cannot be read, 3 sps itself failed."
        })
final class Activate extends Subcommand {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = {
                "The folder of a knowledge base, and then those of overlays in their order. Without a knowledge base, the"
                        + " overlays lie over the one you are in, or else over the one that sps came with."
            })
    private List<String> folders = new ArrayList<>();

    Activate(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        boolean named = !folders.isEmpty()
                && CaseInputs.isFolder(folders.get(0))
                && Files.exists(Path.of(folders.get(0)).resolve(KnowledgeFolder.MAIN));
        @Nullable String base = named ? folders.get(0) : null;
        Overlays overlays = new Overlays(folders.subList(named ? 1 : 0, folders.size()));
        return OnKnowledge.run(base, terminal, place -> activate(place, overlays))
                .number();
    }

    private ExitCode activate(KnowledgePlace place, Overlays overlays) throws UnreadableException, IOException {
        Activator.Attempt attempt = Activator.attempt(overlays.edition(place));
        overlays.lines(place, attempt.found()).forEach(terminal::complain);
        if (attempt.rules().isEmpty()) {
            int problems = attempt.problems().size();
            terminal.write("This would not serve: " + problems + (problems == 1 ? " problem" : " problems") + ".\n");
            return ExitCode.FINDINGS;
        }
        try (SpsRules rules = attempt.rules().get()) {
            terminal.write(serving(rules.knowledge()));
            return ExitCode.WELL;
        }
    }

    private String serving(Knowledge knowledge) {
        TextPage page = new TextPage(terminal.look());
        page.paragraph(
                Colours.Tone.NORMAL,
                "This would serve: version " + knowledge.version() + ", "
                        + knowledge.rules().size() + " rules, content "
                        + knowledge.contentHash() + ".");
        knowledge.notes().stream()
                .filter(note -> note.text().startsWith("Adapted by"))
                .forEach(note -> page.item("-", Colours.Tone.NORMAL, note.text()));
        return page.text();
    }
}
