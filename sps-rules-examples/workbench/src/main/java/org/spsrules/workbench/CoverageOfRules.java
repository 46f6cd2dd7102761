package org.spsrules.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.proof.Coverage;
import org.spsrules.authoring.proof.CoverageSearch;
import org.spsrules.authoring.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The subcommand {@code coverage}. */
@Command(
        name = "coverage",
        description = "Says which conditions of rules no scenario sees true, or false.",
        footer = {
            "",
            "A condition is covered if a scenario of its rule sees it hold and another one sees",
            "it not hold, as the reference evaluator goes from condition to condition; what",
            "stands behind one that does not hold is not asked. A row of contraindications,",
            "interactions or doses is covered if a scenario fails without it.",
            "",
            "Exit codes: 0 all that --min wants is covered, 1 less is, or the knowledge base is",
            "not in order, 2 wrong usage or a folder that cannot be read, 3 sps itself failed."
        })
final class CoverageOfRules extends KnowledgeSubcommand {

    private static final String FORMAT = "sps-coverage/1";

    @Mixin
    private Chosen chosen = new Chosen();

    @Option(
            names = "--min",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "How much has to be covered, for example 95.5. Without it, all.")
    private double min;

    @Option(names = "--json", description = "Say it in JSON.")
    private boolean json;

    CoverageOfRules(Terminal terminal) {
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
        Coverage coverage =
                new CoverageSearch(opened.content(), scenarios.get()).run(chosen.ruleIds(), chosen.isEverything());
        terminal.write(json ? RecordJson.of(FORMAT, coverage) : new CoveragePage(opened, terminal.look()).of(coverage));
        return coverage.percent() >= min ? ExitCode.WELL : ExitCode.FINDINGS;
    }
}
