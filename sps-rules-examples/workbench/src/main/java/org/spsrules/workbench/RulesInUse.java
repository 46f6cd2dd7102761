package org.spsrules.workbench;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.internal.Deferred;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which rules a command asks. */
final class RulesInUse {

    /** Those that sps came with: loaded once, and good until the process ends. */
    private static final Deferred<SpsRules> BUILT_IN = new Deferred<>(SpsRules::load);

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "Ask the rules in this folder of a knowledge base, just as they are on disk, and not those that sps came"
                        + " with. For authors: the reference evaluator alone answers."
            })
    private @Nullable String folder;

    @Mixin
    private Overlays overlays = new Overlays();

    /** Does something with the rules; what keeps them from being used is complained of. */
    ExitCode ask(Terminal terminal, Function<SpsRules, ExitCode> work) {
        if (folder == null && overlays.isEmpty()) {
            return work.apply(BUILT_IN.get());
        }
        return OnKnowledge.run(folder, terminal, place -> {
            OpenKnowledge opened = overlays.over(place);
            KnowledgeFolder.Content content = opened.content();
            opened.lines(content.diagnostics()).forEach(terminal::complain);
            return content.diagnostics().stream().anyMatch(Diagnostic::isError)
                    ? ExitCode.UNUSABLE_INPUT
                    : onPaper(unchecked(content.knowledge(), place.name()), work);
        });
    }

    /** Nobody should take such a report for one of the version that the folder began as. */
    private static Knowledge unchecked(Knowledge knowledge, String folder) {
        return knowledge.marked(
                knowledge.version() + "+unchecked",
                "From the rules in " + folder + " as they lie there: no scenario was run, and the reference evaluator"
                        + " alone answered.");
    }

    private static ExitCode onPaper(Knowledge knowledge, Function<SpsRules, ExitCode> work) {
        try (SpsRules rules = SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate)) {
            return work.apply(rules);
        }
    }
}
