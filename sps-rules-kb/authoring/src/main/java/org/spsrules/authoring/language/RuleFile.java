package org.spsrules.authoring.language;

import org.spsrules.internal.rule.Rule;

/**
 * A rule file.
 *
 * @param path relative to the folder of the knowledge base, with slashes
 * @param text its content
 */
public record RuleFile(String path, String text) {

    public static final String ENDING = ".drl";
    private static final String FOLDER = "rules/";

    /** Where the rule of an id lies. */
    public static String pathOf(String id) {
        return FOLDER + Rule.fileOf(id) + ENDING;
    }

    /** The id of the rule in it: {@code rules/first-line/start-diazepam.drl} holds first-line/start-diazepam. */
    public String id() {
        return path.substring(FOLDER.length(), path.length() - ENDING.length());
    }
}
