package org.spsrules.pages.rulebook;

import java.util.Optional;
import org.spsrules.internal.rule.Rule;

/**
 * Where things stand, as seen from one page. On a page that stands alone nothing leads to another one.
 *
 * @param base the way from the page to the folder of all pages; empty on a page that stands alone
 */
record Links(Optional<String> base) {

    private static final String HTML = ".html";

    /** As seen from a page, by its path in the folder of all pages. */
    static Links from(String page) {
        long depth = page.chars().filter(letter -> letter == '/').count();
        return new Links(Optional.of("../".repeat((int) depth)));
    }

    static Links alone() {
        return new Links(Optional.empty());
    }

    /** The page of a rule; rules about rows share that of their file. */
    static String ruleFile(String id) {
        return "rules/" + Rule.fileOf(id) + HTML;
    }

    static String therapyFile(String code) {
        return "therapies/" + code + HTML;
    }

    /** The page of a source. Nothing checks how its code is spelt, so of that only what suits the name of a file is taken. */
    static String sourceFile(String code) {
        return "sources/" + code.replaceAll("[^A-Za-z0-9-]", "_") + HTML;
    }

    Ref rule(String id, String text) {
        return to(ruleFile(id) + Rule.rowOf(id).map(row -> "#" + row).orElse(""), text);
    }

    Ref therapy(String code, String text) {
        return to(therapyFile(code), text);
    }

    Ref statement(String id) {
        return to(sourceFile(id.substring(0, id.indexOf('-'))) + "#" + id, id);
    }

    Ref source(String code, String text) {
        return to(sourceFile(code), text);
    }

    Ref publication(String id) {
        return to("publications.html#" + id, id);
    }

    Ref finding(String code, String text) {
        return to("findings.html#" + code, text);
    }

    Ref step(String code, String text) {
        return to("index.html#" + code, text);
    }

    /** One of the pages that there is once. */
    Ref page(String page, String text) {
        return to(page, text);
    }

    private Ref to(String page, String text) {
        return new Ref(text, base.map(way -> way + page));
    }
}
