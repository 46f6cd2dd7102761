package org.spsrules.pages.rulebook;

import java.util.List;
import org.spsrules.internal.knowledge.Source;

/**
 * A source with all its statements.
 *
 * @param source the source
 * @param carried how many of its statements are carried, in a sentence
 * @param entries its statements
 */
public record SourceView(Source source, String carried, List<Entry> entries) {

    /**
     * A statement, and what carries it.
     *
     * @param id its id
     * @param kind what it leads to, in words; may be empty
     * @param statement the statement
     * @param read where it was read, by the day
     * @param carriers what carries it, by kind
     */
    public record Entry(String id, String kind, Cited statement, List<ReadOn> read, List<Carriers> carriers) {}

    /** The places where a statement was read on one day. */
    public record ReadOn(String date, List<Place> places) {}

    /** A section of a publication. */
    public record Place(Ref publication, String section) {}

    /** The carriers of one kind. */
    public record Carriers(String kind, List<Ref> names) {}
}
