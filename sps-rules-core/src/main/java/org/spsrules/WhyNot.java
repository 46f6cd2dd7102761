package org.spsrules;

import java.util.List;
import java.util.Optional;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;

/**
 * Why a therapy is not recommended, and what would bring it. To be recommended is to be started, added, titrated,
 * switched to, repeated, referred for, restored or continued. Immutable; treat it as patient data.
 *
 * @param therapy the therapy or class that was asked about; a kind of it counts as itself
 * @param status how it stands
 * @param recommended what the report recommends of it
 * @param withheld what the report withholds of it
 * @param obstacles what stands in this patient against beginning or increasing it, whether or not any rule would
 * @param rules the rules that could recommend it and do not apply, nearest first
 * @param broader classes that it belongs to and that rules could recommend as such
 * @param change the smallest change of facts that would bring it; empty if it is recommended or no rule speaks of it
 */
public record WhyNot(
        Subject therapy,
        Status status,
        List<Recommendation> recommended,
        List<Withheld> withheld,
        List<Obstacle> obstacles,
        List<Reason> rules,
        List<Subject> broader,
        Optional<SmallestChange> change) {

    /** Copies the lists. */
    public WhyNot {
        recommended = List.copyOf(recommended);
        withheld = List.copyOf(withheld);
        obstacles = List.copyOf(obstacles);
        rules = List.copyOf(rules);
        broader = List.copyOf(broader);
    }

    /** How a therapy stands in a report. */
    public enum Status {
        /** It is recommended. */
        RECOMMENDED,
        /** A rule would offer it, and something stands against it. */
        WITHHELD,
        /** No rule offers it to this patient. */
        NOT_INDICATED,
        /** No rule could recommend it to anyone. */
        NO_RULE
    }
}
