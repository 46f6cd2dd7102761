package org.spsrules.pages.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.pages.ladder.LadderPicture;

/**
 * Writes the rulebook and the picture in the documents. The build runs it.
 *
 * <p>Arguments: the folder of the knowledge base, the folder of the rulebook, the file of the picture.
 */
public final class WritePages {

    private WritePages() {}

    /** Writes both, in place of what an earlier build wrote. */
    public static void main(String[] arguments) throws IOException {
        KnowledgeFolder.Content content = KnowledgeFolder.read(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        clear(folder);
        PageFiles.write(folder, Rulebook.of(content).files());
        Files.writeString(
                Path.of(arguments[2]), LadderPicture.of(content.knowledge()).file());
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : paths) {
                    Files.delete(path);
                }
            }
        }
    }
}
