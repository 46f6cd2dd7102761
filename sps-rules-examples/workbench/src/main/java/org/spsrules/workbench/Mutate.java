package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.proof.Equivalents;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.authoring.proof.MutationSearch;
import org.spsrules.authoring.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The subcommand {@code mutate}. */
@Command(
        name = "mutate",
        description = "Puts faults into rules and rows, one at a time, and says which of them nobody would notice.",
        footer = {
            "",
            "A fault is noticed if a scenario fails with it, or if it breaks what must hold of",
            "every patient in the case of a scenario or in one of the generated cases, which are",
            "always the same. One that nobody notices is written with its place and, if one was",
            "found, the smallest scenario that would notice it: what the rule says today stands",
            "there as what is expected, and whether that is right, you have to say.",
            "",
            "A fault that changes nothing is listed in equivalents.yaml beside knowledge.yaml,",
            "as it is named here, with the reason; an entry that no longer applies is an error.",
            "",
            "Exit codes: 0 every fault is noticed or listed, 1 one is not, or the knowledge base",
            "is not in order, 2 wrong usage or a folder that cannot be read, 3 sps itself failed."
        })
final class Mutate extends KnowledgeSubcommand {

    /** The form of what it says in JSON. */
    static final String FORMAT = "sps-mutation/1";

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(names = "--json", description = "Say it in JSON, with the faults that are noticed.")
    private boolean json;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "Write besides a page of figures in Markdown, and no fault, into this file.")
    private @Nullable Path figures;

    Mutate(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode at(KnowledgePlace place) throws IOException, UnreadableException {
        OpenKnowledge opened = overlays.over(place);
        Optional<List<Scenario>> scenarios = opened.scenarios(terminal);
        if (scenarios.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        chosen.check(opened.content().knowledge());
        MutationSearch search = new MutationSearch(opened.content(), scenarios.get());
        Diagnostics diagnostics = new Diagnostics();
        Equivalents equivalents = equivalents(place, diagnostics);
        Mutation mutation = search.run(
                chosen.ruleIds(),
                chosen.isEverything(),
                equivalents,
                total -> new Progress(terminal.progress(), total, "steps").ofSeveralThreads());
        search.failing()
                .forEach(scenario -> diagnostics.add(
                        scenario.file(),
                        scenario.position(),
                        LintCode.SCENARIO_FAILS,
                        "the scenario fails without any fault, so that it can notice none; see sps test: "
                                + scenario.name()));
        if (chosen.isEverything()) {
            equivalents.check(mutation, diagnostics);
        }
        opened.lines(diagnostics.sorted()).forEach(terminal::complain);
        if (figures != null) {
            Files.writeString(
                    figures, MutationFigures.of(mutation, opened.content().knowledge()));
        }
        terminal.write(json ? RecordJson.of(FORMAT, mutation) : new MutationPage(opened, terminal.look()).of(mutation));
        return mutation.survivors().isEmpty() && diagnostics.sorted().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private static Equivalents equivalents(KnowledgePlace place, Diagnostics diagnostics) throws IOException {
        Path file = place.folder().resolve(Equivalents.FILE);
        return Files.isRegularFile(file) ? Equivalents.read(Files.readString(file), diagnostics) : Equivalents.NONE;
    }
}
