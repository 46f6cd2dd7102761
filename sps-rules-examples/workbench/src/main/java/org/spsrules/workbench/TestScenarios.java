package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.Optional;
import org.spsrules.authoring.compile.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommand {@code test}. */
@Command(
        name = "test",
        description = "Runs the scenarios beside the rules of a knowledge base.",
        footer = {
            "",
            "A scenario that fails is written with its file and line, what was expected, and",
            "which condition of the rule beside it did not hold. Each is run on the reference",
            "evaluator and on Drools; where they disagree, it fails. So it does where its",
            "report breaks what must hold of every patient; that a report is never empty is",
            "left to activate.",
            "",
            "Exit codes: 0 every scenario holds, 1 one does not or the knowledge base is not",
            "in order, 2 wrong usage or a folder that cannot be read, 3 sps itself failed."
        })
final class TestScenarios extends KnowledgeSubcommand {

    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            description = "Run only the scenarios of rules whose id begins so, for example safety/ or one whole id.")
    private String prefix = "";

    @Option(names = "--quick", description = "Ask only the reference evaluator, not Drools too.")
    private boolean quick;

    @Option(
            names = "--watch",
            description = "Stay, and run them again whenever a file is saved; implies --quick. Ctrl-C ends it.")
    private boolean watch;

    TestScenarios(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode at(KnowledgePlace place) throws IOException, UnreadableException {
        Optional<SecondOpinion> drools = quick || watch ? Optional.empty() : Optional.of(Trial::of);
        ScenarioTests tests = new ScenarioTests(place, overlays, prefix, drools, terminal);
        return watch ? watched(place, tests) : tests.run();
    }

    private ExitCode watched(KnowledgePlace place, ScenarioTests tests) throws IOException, UnreadableException {
        if (place.folder().getFileSystem() != FileSystems.getDefault()) {
            throw new UnreadableException("the knowledge base in sps does not change; name a folder to watch");
        }
        try (FolderWatch saves = new FolderWatch(place.folder())) {
            tests.run();
            // The first save would otherwise be answered by a virtual machine that is still cold.
            new ScenarioTests(place, overlays, prefix, Optional.empty(), terminal.silent()).run();
            while (true) {
                saves.await();
                tests.run();
            }
        } catch (InterruptedException e) {
            return ExitCode.WELL;
        }
    }
}
