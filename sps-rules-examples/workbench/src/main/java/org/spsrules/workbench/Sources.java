package org.spsrules.workbench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.authoring.trace.Readings;
import org.spsrules.authoring.trace.Told;
import org.spsrules.authoring.trace.Traceability;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.spelling.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code sources}. */
@Command(
        name = "sources",
        description = "Shows what carries each statement of the sources, and what each rule rests on.",
        footer = {
            "",
            "Exit codes: 0 every statement is carried, 1 one is not, or something that does not",
            "exist is cited, 2 wrong usage or a folder that cannot be read, 3 sps itself failed."
        })
final class Sources extends Subcommand {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Show only these: ids of statements (DO-45) or of rules (pitfalls/baclofen-alone).")
    private List<String> ids = List.of();

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = {
                "The folder of a knowledge base, with its knowledge.yaml. Without it, the one you are in, or else the one"
                        + " that sps came with."
            })
    private @Nullable String folder;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "Also warn of rules whose clinical review is overdue on this day, and of publications that are too old on"
                        + " it, for example 2027-01-31."
            })
    private @Nullable LocalDate asOf;

    @Option(
            names = "--older-than",
            paramLabel = "YEARS",
            defaultValue = "5",
            description = {
                "With --as-of: from how many years on a publication is too old: a label since it was revised, anything"
                        + " since it was last read. Without it, 5."
            })
    private int years;

    @Option(
            names = "--unverified",
            description = "Show only the rows and statements that were read nowhere, and how many there are.")
    private boolean unverified;

    @Mixin
    private Overlays overlays = new Overlays();

    Sources(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return OnKnowledge.run(folder, terminal, this::trace).number();
    }

    private ExitCode trace(KnowledgePlace place) throws IOException, UnreadableException {
        OpenKnowledge opened = overlays.over(place);
        return opened.isInOrder(terminal) ? show(opened.content()) : ExitCode.FINDINGS;
    }

    private ExitCode show(KnowledgeFolder.Content content) {
        Knowledge knowledge = content.knowledge();
        Optional<String> unknown =
                ids.stream().filter(id -> !idsOf(knowledge).contains(id)).findFirst();
        if (unknown.isPresent()) {
            terminal.complain("sps sources: there is no statement and no rule " + unknown.get()
                    + Suggestion.didYouMean(unknown.get(), idsOf(knowledge)));
            return ExitCode.UNUSABLE_INPUT;
        }
        Traceability trace = Traceability.of(knowledge);
        Readings readings = Readings.of(knowledge);
        TextPage page = new TextPage(terminal.look());
        if (unverified) {
            new ReadingsPage(page).write(readings, Set.copyOf(ids));
        } else {
            Told told = Told.by(knowledge, Scenarios.read(content.scenarios(), knowledge, new Diagnostics()));
            new SourcesPage(knowledge, trace, told, page).write(ids.isEmpty() ? idsOf(knowledge) : Set.copyOf(ids));
        }
        terminal.write(page.text());
        if (asOf != null) {
            warn(trace, readings, asOf);
        }
        trace.findings().forEach(finding -> terminal.complain("sps sources: error: " + finding));
        return trace.findings().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private void warn(Traceability trace, Readings readings, LocalDate day) {
        trace.overdue(day)
                .forEach(rule -> terminal.complain("sps sources: warning: the clinical review of " + rule.id() + " ("
                        + rule.reviewed() + ") is overdue on " + day));
        readings.olderThan(years, day)
                .forEach(old -> terminal.complain("sps sources: warning: "
                        + old.reference().id() + " was " + old.why() + " " + old.since() + ", and " + old.behind()
                        + (old.behind() == 1 ? " row or statement rests" : " rows and statements rest") + " on it"));
    }

    private static Set<String> idsOf(Knowledge knowledge) {
        Set<String> all = new TreeSet<>();
        knowledge.statements().stream().map(Statement::id).forEach(all::add);
        knowledge.rules().stream().map(Rule::id).forEach(all::add);
        return all;
    }
}
