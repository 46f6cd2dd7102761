package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.authoring.diff.Difference;
import org.spsrules.authoring.diff.DifferenceSearch;
import org.spsrules.authoring.diff.Side;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code diff}. */
@Command(
        name = "diff",
        description = "Says what a knowledge base says otherwise than another, and of which patients.",
        footer = {
            "",
            "A knowledge base is a folder, a jar that holds its files, or a revision of the",
            "folder: git:HEAD, git:v0.1.0. Where one is a revision, the other names the folder.",
            "Compared are the answers to the scenarios of both, to the cases of the project,",
            "to those of --cases, and to cases that are made for what differs. What is said",
            "alike in all of them may still differ in others.",
            "",
            "Exit codes: 0 nothing is said otherwise, 1 something is, 2 wrong usage or a",
            "knowledge base or case that cannot be used, 3 sps itself failed."
        })
final class Diff extends Subcommand {

    private static final String FORMAT = "sps-difference/1";

    @Parameters(paramLabel = "OLD", index = "0", description = "The knowledge base as it was.")
    private String old = "";

    @Parameters(
            paramLabel = "NEW",
            index = "1",
            arity = "0..1",
            description = "As it is to be. Without it, the one you are in, or else the one that sps came with.")
    private Optional<String> now = Optional.empty();

    @Mixin
    private Overlays overlays = new Overlays();

    @Option(
            names = "--old-overlay",
            paramLabel = "DIR",
            description = "Lay the overlay in this folder over OLD; --overlay lays one over NEW.")
    private List<String> oldOverlays = new ArrayList<>();

    @Option(
            names = "--cases",
            paramLabel = "CASE",
            description = "Compare the answers to these too: a case or a folder of cases. May be given several times.")
    private List<String> cases = new ArrayList<>();

    /** The ways of saying it, of which one makes sense at a time. */
    static final class Form {

        @Option(names = "--json", description = "Say it in JSON.")
        private boolean json;

        @Option(names = "--changelog", description = "Draft the lines of CHANGELOG.md: which patients change.")
        private boolean changelog;
    }

    @ArgGroup
    private Form form = new Form();

    Diff(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return OnKnowledge.run(null, terminal, this::beside).number();
    }

    private ExitCode beside(KnowledgePlace own) {
        Optional<Path> folder = Stream.concat(now.stream(), Stream.of(old))
                .filter(CaseInputs::isFolder)
                .map(Path::of)
                .findFirst()
                .or(() -> Optional.of(own.folder()).filter(Diff::isOnDisk));
        return with(
                old,
                folder,
                before -> now.isEmpty()
                        ? compare(before, own)
                        : with(now.get(), folder, after -> compare(before, after)));
    }

    private ExitCode with(String argument, Optional<Path> folder, OnKnowledge work) {
        return OnKnowledge.run(argument, () -> KnowledgeArchive.named(argument, folder), terminal, work);
    }

    private static boolean isOnDisk(Path folder) {
        return folder.getFileSystem() == FileSystems.getDefault();
    }

    private ExitCode compare(KnowledgePlace before, KnowledgePlace after) throws IOException, UnreadableException {
        Optional<Side> first = side(before, new Overlays(oldOverlays));
        Optional<Side> second = side(after, overlays);
        CaseSamples samples = CaseSamples.of(cases, terminal);
        if (first.isEmpty() || second.isEmpty() || samples.exitCode() != ExitCode.WELL) {
            return ExitCode.UNUSABLE_INPUT;
        }
        Difference difference = new DifferenceSearch(first.get(), second.get()).run(samples.samples(), this::progress);
        terminal.write(written(difference));
        return difference.changes().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }

    private Runnable progress(int total) {
        return new Progress(terminal.progress(), total).ofSeveralThreads();
    }

    private String written(Difference difference) {
        if (form.json) {
            return RecordJson.of(FORMAT, difference);
        }
        TextPage page = new TextPage(terminal.look());
        if (form.changelog) {
            new ChangelogDraft(page).write(difference);
        } else {
            new DifferencePage(page, terminal.look()).write(difference);
        }
        return page.text();
    }

    /** A side; empty if there is an error in it, which has been complained of. */
    private Optional<Side> side(KnowledgePlace place, Overlays over) throws IOException, UnreadableException {
        OpenKnowledge opened = over.over(place);
        return opened.scenarios(terminal)
                .map(scenarios -> new Side(name(place, over), opened.content().knowledge(), scenarios));
    }

    private static String name(KnowledgePlace place, Overlays over) {
        return over.isEmpty() ? place.name() : place.name() + " with " + String.join(", ", over.arguments());
    }
}
