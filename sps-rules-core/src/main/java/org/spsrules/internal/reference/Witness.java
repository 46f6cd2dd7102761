package org.spsrules.internal.reference;

import java.util.Map;
import java.util.Optional;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.rule.Pattern;

/**
 * What met a pattern.
 *
 * @param pattern the pattern
 * @param fact the fact that met it; empty if the pattern asks that there be none
 * @param variables what the rule's variables stood for
 */
public record Witness(Pattern pattern, Optional<Fact> fact, Map<String, Object> variables) {}
