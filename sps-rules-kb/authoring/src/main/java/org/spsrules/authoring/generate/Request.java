package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.internal.rule.Pattern;

/**
 * What one pattern of a rule asks for.
 *
 * @param wishes what is to come true of its fact
 * @param missed what is not to come true, if anything
 * @param variables what the variables of the rule stand for; the fact that is made fills those of the pattern
 */
record Request(Pattern pattern, List<Wish> wishes, Optional<Wish> missed, Map<String, String> variables) {

    /** What the variable stands for already to which the pattern binds a field. */
    Optional<String> wanted(String field) {
        return pattern.bound(field).map(variables::get);
    }

    /** Binds a field to the variable to which the pattern binds it, if it does. */
    void bind(String field, String value) {
        pattern.bound(field).ifPresent(name -> variables.put(name, value));
    }
}
