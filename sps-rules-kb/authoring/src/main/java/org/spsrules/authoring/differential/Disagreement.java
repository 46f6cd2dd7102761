package org.spsrules.authoring.differential;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.internal.rule.Match;

/**
 * A case on which two engines disagree.
 *
 * @param patientCase the case
 * @param onlyFirst what only the first engine says
 * @param onlySecond what only the second engine says
 */
public record Disagreement(PatientCase patientCase, Set<Match> onlyFirst, Set<Match> onlySecond) {

    boolean isNone() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty();
    }

    /** The ids of the rules about which they disagree. */
    public Set<String> ruleIds() {
        return Stream.concat(onlyFirst.stream(), onlySecond.stream())
                .map(match -> match.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A scenario to be pasted beside the rule, with what the first engine makes of the case. */
    public String scenario() {
        String fires = onlyFirst.isEmpty() ? "silent" : "fires";
        return CaseText.scenario("the engines disagree", CaseText.tree(patientCase), fires);
    }

    @Override
    public String toString() {
        return "only the first engine says " + words(onlyFirst) + ", only the second " + words(onlySecond) + "\n"
                + scenario();
    }

    private static String words(Set<Match> matches) {
        return matches.isEmpty()
                ? "nothing"
                : matches.stream().map(Match::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(", "));
    }
}
