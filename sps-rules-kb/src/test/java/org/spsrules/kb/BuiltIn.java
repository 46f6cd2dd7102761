package org.spsrules.kb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.Deferred;
import org.spsrules.internal.engine.DroolsEngine;

/** What many tests ask and none changes, loaded once: for each of them it would take longer than most of what they ask. */
public final class BuiltIn {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private static final Deferred<SpsRules> RULES = new Deferred<>(SpsRules::load);
    private static final Deferred<DroolsEngine> DROOLS = new Deferred<>(() ->
            DroolsEngine.pooled(ShuffledRules.compiled(), rules().knowledge().rules()));
    private static final Deferred<KnowledgeFolder.Content> CONTENT = new Deferred<>(BuiltIn::read);
    private static final Deferred<List<Scenario>> SCENARIOS =
            new Deferred<>(() -> Scenarios.read(content().scenarios(), rules().knowledge(), new Diagnostics()));

    private BuiltIn() {}

    /** The rules of the jar; nobody closes them. */
    public static SpsRules rules() {
        return RULES.get();
    }

    /** The production engine by itself, which says what applies, and not only what a report says. */
    static DroolsEngine drools() {
        return DROOLS.get();
    }

    /** The folder from which the jar was made. */
    static KnowledgeFolder.Content content() {
        return CONTENT.get();
    }

    /** The scenarios of all rules. */
    static List<Scenario> scenarios() {
        return SCENARIOS.get();
    }

    private static KnowledgeFolder.Content read() {
        try {
            return KnowledgeFolder.read(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
