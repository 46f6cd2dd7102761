package org.spsrules.authoring;

import java.util.Optional;
import org.spsrules.SpsRules;
import org.spsrules.knowledge.Knowledge;

/** Compiles rules in order to try them. They have passed no gate, so they are not to serve; {@link Authoring} is for that. */
public final class Trial {

    private Trial() {}

    /** The rules of a knowledge base under Drools; empty, with the reasons in the diagnostics, if they do not compile. */
    public static Optional<SpsRules> of(Knowledge knowledge, Diagnostics diagnostics) {
        return RuleCompiler.engine(knowledge.rules(), diagnostics).map(engine -> SpsRules.of(knowledge, engine));
    }
}
