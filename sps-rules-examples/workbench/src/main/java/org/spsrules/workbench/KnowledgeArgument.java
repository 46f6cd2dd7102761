package org.spsrules.workbench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The argument of a command that looks at one knowledge base. */
final class KnowledgeArgument {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = {
                "The folder of a knowledge base, with its knowledge.yaml. Without it, the one you are in, or else the one"
                        + " that sps came with."
            })
    private @Nullable String folder;

    /** Does something with it. */
    int run(Terminal terminal, OnKnowledge work) {
        return OnKnowledge.run(folder, terminal, work).number();
    }
}
