package org.spsrules.pages.rulebook;

import java.util.List;

/**
 * Entries that explain something each: a glossary, a list of findings, of publications, of what was reviewed.
 *
 * @param title what it lists
 * @param introduction a sentence or two about it
 * @param parts the entries, in groups
 */
public record EntriesView(String title, String introduction, List<Part> parts) {

    /** A group of entries; one without a heading stands alone. */
    public record Part(String heading, List<Entry> entries) {}

    /**
     * An entry.
     *
     * @param anchor where it stands on the page
     * @param term what it explains
     * @param text the explanation; may be empty
     * @param lists what belongs to it, each list with a label
     */
    public record Entry(String anchor, Ref term, String text, List<Labelled> lists) {}

    /** A list with a label. */
    public record Labelled(String label, List<Ref> refs) {}
}
