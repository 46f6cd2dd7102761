package org.spsrules.authoring.compile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spsrules.KnowledgeException;
import org.spsrules.SpsRules;
import org.spsrules.authoring.Authoring;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.internal.Engine;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.KnowledgeFile;
import org.spsrules.internal.rule.Rule;

/** Puts rules under Drools in order to try them. They have passed no gate, so they are not to serve; {@link Authoring} is for that. */
public final class Trial {

    private static final ClassLoader OWN = SpsRules.class.getClassLoader();

    private Trial() {}

    /**
     * Drools with the rules of a knowledge base. If the class path has the same rules, those are taken; to compile others
     * takes seconds.
     *
     * @return empty, with the reasons in the diagnostics, if the rules do not compile
     */
    public static Optional<Engine> of(Knowledge knowledge, Diagnostics diagnostics) {
        List<Rule> rules = knowledge.rules();
        return isOnClassPath(rules)
                ? Optional.of(DroolsEngine.pooled(CompiledModels.from(OWN), rules))
                : RuleCompiler.engine(rules, diagnostics).map(engine -> engine);
    }

    private static boolean isOnClassPath(List<Rule> rules) {
        try {
            return KnowledgeFile.find(OWN)
                    .map(Knowledge::rules)
                    .filter(rules::equals)
                    .isPresent();
        } catch (IOException e) {
            throw new KnowledgeException("the knowledge base cannot be read: " + e.getMessage(), e);
        }
    }
}
