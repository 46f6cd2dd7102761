package org.spsrules.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.spsrules.KnowledgeException;

/** Finds the precompiled rules in the knowledge base's jar. */
public final class CompiledModels {

    private static final String INDEX = "META-INF/kie/org.spsrules/sps-rules-kb/drools-model";
    private static final String HEADER = "Drools-Model-Version";

    private CompiledModels() {}

    /** The compiled rules that this class loader sees. */
    public static List<Model> from(ClassLoader loader) {
        List<Model> models = new ArrayList<>();
        try (InputStream index = loader.getResourceAsStream(INDEX)) {
            if (index == null) {
                throw new KnowledgeException("no compiled rules on the class path; add sps-rules-kb");
            }
            for (String line : new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith(HEADER)) {
                    models.add((Model) Class.forName(line.strip(), true, loader)
                            .getDeclaredConstructor()
                            .newInstance());
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new KnowledgeException("the compiled rules cannot be read", e);
        }
        return models;
    }
}
