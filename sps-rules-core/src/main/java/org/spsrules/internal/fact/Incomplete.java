package org.spsrules.internal.fact;

import java.util.List;

/**
 * A fact some of which may not be known. What happens is reported when it happens: a plan, a refusal, a shortage, a side
 * effect, a label, and the decision to treat as SPS do not count as unknown while nobody has stated them.
 */
interface Incomplete {

    /**
     * This fact as it may be once what is not known is known: enough ways of it that the question about these
     * arguments holds in one of them if it holds in any.
     */
    List<?> completions(String question, List<String> arguments);
}
