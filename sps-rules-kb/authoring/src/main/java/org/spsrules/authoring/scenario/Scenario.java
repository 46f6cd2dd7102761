package org.spsrules.authoring.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Line;
import org.spsrules.Problem.Position;
import org.spsrules.io.Node;

/**
 * A case, and what must come of it.
 *
 * @param name what it shows
 * @param ruleId the rule beside which it lies
 * @param file path of the file, relative to the folder of the knowledge base
 * @param position where it stands in the file
 * @param patientCase the case in the case format, with everything that it takes over from another scenario
 * @param expected what must come of it
 */
public record Scenario(
        String name, String ruleId, String file, Position position, Node patientCase, Expectation expected) {

    /**
     * What must come of a case. What is left out is not looked at.
     *
     * @param fires whether the rule beside the scenario applies
     * @param line the reported line
     * @param recommends what must be recommended, each as action and code: {@code start diazepam}
     * @param doesNotRecommend what must not be recommended, likewise
     * @param withholds what must be withheld, likewise
     * @param alerts ids of rules whose alert must be raised, each alone or after the level that it must have
     * @param doesNotAlert ids of rules whose alert must not be raised, likewise
     * @param says texts that something in the report must hold
     * @param places where each of these texts stands in the file
     */
    public record Expectation(
            Optional<Boolean> fires,
            Optional<Line> line,
            List<String> recommends,
            List<String> doesNotRecommend,
            List<String> withholds,
            List<String> alerts,
            List<String> doesNotAlert,
            List<String> says,
            Map<String, Position> places) {

        /** Looks at nothing but whether the rule applies. */
        static Expectation of(Optional<Boolean> fires) {
            return new Expectation(
                    fires,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of());
        }
    }

    @Override
    public String toString() {
        return ruleId + ": " + name;
    }
}
