package org.spsrules.workbench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A subcommand that looks at one knowledge base, which its argument names, with overlays over it. */
abstract class KnowledgeSubcommand extends Subcommand {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = {
                "The folder of a knowledge base, with its knowledge.yaml. Without it, the one you are in, or else the one"
                        + " that sps came with."
            })
    private @Nullable String folder;

    @Mixin
    Overlays overlays = new Overlays();

    KnowledgeSubcommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return OnKnowledge.run(folder, terminal, this::at).number();
    }

    /**
     * Looks at it.
     *
     * @throws UnreadableException if this cannot be done with this folder
     * @throws IOException if a file in it cannot be read
     */
    abstract ExitCode at(KnowledgePlace place) throws UnreadableException, IOException;
}
