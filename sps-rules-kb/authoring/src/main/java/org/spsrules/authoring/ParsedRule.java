package org.spsrules.authoring;

import org.spsrules.knowledge.Rule;

/**
 * A rule, and where its parts stand.
 *
 * @param file path of its file, relative to the folder of the knowledge base
 * @param rule the rule
 * @param places where its parts stand in the file
 */
public record ParsedRule(String file, Rule rule, Places places) {

    ParsedRule with(Rule other) {
        return new ParsedRule(file, other, places);
    }
}
