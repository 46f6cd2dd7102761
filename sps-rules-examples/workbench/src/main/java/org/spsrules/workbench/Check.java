package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.authoring.compile.Trial;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.verify.InvariantFolder;
import org.spsrules.authoring.verify.Verification;
import org.spsrules.authoring.verify.Verified;
import org.spsrules.authoring.verify.WrittenInvariant;
import org.spsrules.internal.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommand {@code check}. */
@Command(
        name = "check",
        description = "Proves what must hold of every case, or shows a case that breaks it.",
        footer = {
            "",
            "The folder invariants beside knowledge.yaml, and that of each overlay, says what",
            "must hold: a file for each sentence, with the cases as conditions of a rule.",
            "It is held against what rules say before the report withholds anything. A rule",
            "that applies in no case is an error; one that only repeats another is named.",
            "The cases have at most two treatments by one therapy, two plans of one action and",
            "therapy, and one result of a test; terms that the vocabulary does not know are",
            "left out.",
            "",
            "Exit codes: 0 all is proven, 1 something does not hold, or the knowledge base is",
            "not in order, 2 wrong usage or a folder that cannot be read, 3 sps itself failed."
        })
final class Check extends KnowledgeSubcommand {

    private static final String FORMAT = "sps-check/1";

    @Option(names = "--json", description = "Say it in JSON.")
    private boolean json;

    Check(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode at(KnowledgePlace place) throws IOException, UnreadableException {
        OpenKnowledge opened = overlays.over(place);
        if (!opened.isInOrder(terminal)) {
            return ExitCode.FINDINGS;
        }
        Diagnostics diagnostics = new Diagnostics();
        List<WrittenInvariant> invariants = invariants(place, opened.content().knowledge(), diagnostics);
        overlays.lines(place, diagnostics.sorted()).forEach(terminal::complain);
        if (diagnostics.hasErrors()) {
            return ExitCode.FINDINGS;
        }
        Knowledge rules = opened.content().knowledge();
        Verified verified = new Verification(rules, rules.rules(), invariants, () -> Trial.of(rules, new Diagnostics()))
                .run(
                        opened.content().rules(),
                        invariants,
                        total -> new Progress(terminal.progress(), total, "steps").ofSeveralThreads());
        terminal.write(json ? RecordJson.of(FORMAT, verified) : new CheckPage(opened, terminal.look()).of(verified));
        return verified.isWell() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private List<WrittenInvariant> invariants(KnowledgePlace place, Knowledge rules, Diagnostics diagnostics)
            throws IOException {
        List<WrittenInvariant> invariants =
                new ArrayList<>(InvariantFolder.read(place.folder(), "", rules, diagnostics));
        for (String overlay : overlays.arguments()) {
            Path folder = Path.of(overlay);
            invariants.addAll(
                    InvariantFolder.read(folder, folder.toString().replace('\\', '/') + "/", rules, diagnostics));
        }
        return invariants;
    }
}
