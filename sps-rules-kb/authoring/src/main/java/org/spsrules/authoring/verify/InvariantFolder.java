package org.spsrules.authoring.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.FolderFiles;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Vocabulary;

/** The folder of a knowledge base, or of an overlay, that holds its invariants. */
public final class InvariantFolder {

    /** How it is called. */
    public static final String NAME = "invariants";

    private InvariantFolder() {}

    /**
     * The invariants; what is wrong with a file goes into the diagnostics.
     *
     * @param root the folder of the knowledge base or of the overlay
     * @param shown what stands before the path of a file where it is named; empty, or ending in a slash
     * @throws IOException if a file cannot be read
     */
    public static List<WrittenInvariant> read(Path root, String shown, Knowledge knowledge, Diagnostics diagnostics)
            throws IOException {
        Diagnostics own = new Diagnostics();
        Vocabulary vocabulary = knowledge.vocabulary();
        List<WrittenInvariant> invariants = new ArrayList<>();
        FolderFiles.beside(root, NAME, own)
                .forEach((path, text) -> InvariantFile.read(path, text, knowledge, vocabulary, own)
                        .ifPresent(invariants::add));
        own.sorted().stream()
                .map(problem -> problem.in(shown + problem.file()))
                .forEach((Diagnostic problem) -> diagnostics.add(problem));
        return invariants.stream().map(invariant -> invariant.in(shown)).toList();
    }
}
