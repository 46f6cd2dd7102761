package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** What a command does with the folder of a knowledge base. */
@FunctionalInterface
interface OnKnowledge {

    /**
     * Does it.
     *
     * @throws UnreadableException if this cannot be done with this folder
     * @throws IOException if a file in it cannot be read
     */
    ExitCode with(KnowledgePlace place) throws UnreadableException, IOException;

    /**
     * Does something with the folder that an argument names, or, without one, with the knowledge base in the folder where
     * the author is, or else the one that sps came with. What cannot be read is complained of.
     */
    static ExitCode run(@Nullable String argument, Terminal terminal, OnKnowledge work) {
        String name = argument == null ? "sps" : argument;
        try (KnowledgePlace place = argument == null ? KnowledgePlace.ownOne() : KnowledgePlace.named(argument)) {
            return work.with(place);
        } catch (UnreadableException e) {
            terminal.complain(name, e.problem());
        } catch (IOException e) {
            String file = e instanceof FileSystemException failure ? failure.getFile() : null;
            terminal.complain((file == null ? name : file) + ": error: " + CaseFile.why(e));
        }
        return ExitCode.UNUSABLE_INPUT;
    }
}
