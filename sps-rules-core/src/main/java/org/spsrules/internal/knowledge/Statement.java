package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * One statement of a source, in our own words.
 *
 * @param id for example {@code DO-02}
 * @param kind {@code R} (leads to a therapy), {@code A} (leads to an alert), {@code N} (a note), {@code B} (background),
 *     or empty for the sources of our own
 * @param text what it says
 * @param verified where it was read, for a statement of a source that tells what others say
 * @param references ids of the literature behind it
 */
public record Statement(String id, String kind, String text, List<Reading> verified, List<String> references) {

    /** The code of the source, for example {@code DO}. */
    public String source() {
        return id.substring(0, id.indexOf('-'));
    }

    /** Whether it leads to a recommendation or an alert for some patients, so that it takes a rule to carry it. */
    public boolean isAboutPatient() {
        return kind.equals("R") || kind.equals("A");
    }
}
