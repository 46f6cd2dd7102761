package org.spsrules.workbench;

import java.util.Optional;
import org.spsrules.SpsRules;
import org.spsrules.knowledge.Knowledge;

/** Where a second engine for rules comes from, beside the reference evaluator. */
interface SecondOpinion {

    /** There is none. */
    SecondOpinion NONE = knowledge -> Optional.empty();

    /** The compiled rules that sps came with, if these are the same rules. */
    SecondOpinion COMPILED = knowledge -> {
        SpsRules compiled = SpsRules.load();
        if (compiled.knowledge().contentHash().equals(knowledge.contentHash())) {
            return Optional.of(compiled);
        }
        compiled.close();
        return Optional.empty();
    };

    /** The same rules on another engine, if there is one. */
    Optional<SpsRules> on(Knowledge knowledge);
}
