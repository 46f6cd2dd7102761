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
        return argument == null
                ? run("sps", KnowledgePlace::ownOne, terminal, work)
                : run(argument, () -> KnowledgePlace.named(argument), terminal, work);
    }

    /** Does something with a knowledge base. What cannot be read is complained of under its name. */
    static ExitCode run(String name, Opening opening, Terminal terminal, OnKnowledge work) {
        try (KnowledgePlace place = opening.open()) {
            return work.with(place);
        } catch (UnreadableException e) {
            terminal.complain(name, e.problem());
        } catch (IOException e) {
            String file = e instanceof FileSystemException failure ? failure.getFile() : null;
            terminal.complain((file == null ? name : file) + ": error: " + CaseFile.why(e));
        }
        return ExitCode.UNUSABLE_INPUT;
    }

    /** Finds a knowledge base. */
    @FunctionalInterface
    interface Opening {

        /**
         * Finds it.
         *
         * @throws UnreadableException if there is none
         * @throws IOException if it cannot be read
         */
        KnowledgePlace open() throws UnreadableException, IOException;
    }
}
