package org.spsrules.authoring.language;

import java.util.Optional;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.internal.rule.Rule;

/**
 * A rule, and where its parts stand.
 *
 * @param file path of its file, relative to the folder of the knowledge base
 * @param text what the file holds
 * @param rule the rule
 * @param care the kind of care for which it speaks, if it says so
 * @param places where its parts stand in the file
 */
public record ParsedRule(String file, String text, Rule rule, Optional<String> care, Places places) {

    public ParsedRule with(Rule other) {
        return new ParsedRule(file, text, other, care, places);
    }
}
