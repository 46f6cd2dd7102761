package org.spsrules.pages.rulebook;

import java.util.List;

/**
 * A list of rules in groups.
 *
 * @param title what it lists
 * @param introduction a sentence or two about it
 * @param groups the groups, in order
 */
public record ListView(String title, String introduction, List<Group> groups) {

    /**
     * Some of the rules.
     *
     * @param anchor where they stand on the page
     * @param heading what they have in common
     * @param note a sentence about them; may be empty
     * @param rules the rules in short
     */
    public record Group(String anchor, String heading, String note, List<TherapyView.Brief> rules) {}
}
