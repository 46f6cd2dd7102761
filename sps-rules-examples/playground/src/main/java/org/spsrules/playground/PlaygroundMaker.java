package org.spsrules.playground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spsrules.SpsRules;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.cdshooks.Site;

/** Makes the playground for the service. */
public final class PlaygroundMaker implements Site.Maker {

    @Override
    public Site make(SpsRules rules, Optional<Path> folder) throws IOException {
        if (folder.isPresent() && !Files.isRegularFile(folder.get().resolve(KnowledgeFolder.MAIN))) {
            throw new IOException(
                    folder.get() + " is no folder of a knowledge base, that is, there is no " + KnowledgeFolder.MAIN);
        }
        return new Playground(rules, folder);
    }
}
