package org.spsrules.pages;

import java.util.List;
import java.util.Optional;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * What surrounds the content of a page.
 *
 * @param title its title
 * @param base the way from the page to the folder of all pages
 * @param alone whether it stands alone, and so holds its stylesheet
 * @param status how far the knowledge base is to be trusted
 * @param version which knowledge base it is
 */
public record Frame(String title, String base, boolean alone, List<String> status, String version) {

    private static final int HASH = 12;

    /** What surrounds a page, by the way from it to the folder of all pages; it stands alone if there is none. */
    public static Frame of(String title, Optional<String> base, Knowledge knowledge) {
        return new Frame(
                title,
                base.orElse(""),
                base.isEmpty(),
                knowledge.notes().stream().map(note -> note.text()).toList(),
                "Knowledge base " + knowledge.version() + ", content "
                        + knowledge
                                .contentHash()
                                .substring(
                                        0,
                                        Math.min(HASH, knowledge.contentHash().length())));
    }

    /** The stylesheet, for a page that stands alone. */
    public String stylesheet() {
        return Stylesheet.text();
    }
}
