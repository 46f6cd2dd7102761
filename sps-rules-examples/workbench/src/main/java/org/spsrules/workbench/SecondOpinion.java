package org.spsrules.workbench;

import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;

/** Where the second engine for rules comes from, beside the reference evaluator. */
interface SecondOpinion {

    /** The same rules on another engine; empty, with the reasons in the diagnostics, if it does not take them. */
    Optional<Engine> on(Knowledge knowledge, Diagnostics diagnostics);
}
