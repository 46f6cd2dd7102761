package org.spsrules.authoring;

/**
 * A rule file.
 *
 * @param path relative to the folder of the knowledge base, with slashes
 * @param text its content
 */
record RuleFile(String path, String text) {

    static final String ENDING = ".drl";
    private static final String FOLDER = "rules/";

    /** Where the rule of an id lies. */
    static String pathOf(String id) {
        return FOLDER + id + ENDING;
    }

    /** The id of the rule in it: {@code rules/first-line/start-diazepam.drl} holds first-line/start-diazepam. */
    String id() {
        return path.substring(FOLDER.length(), path.length() - ENDING.length());
    }
}
