package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Works backwards from a recommendation that a case does not bring: what must change for it, by the rules that could offer it
 * and the obstacles that stand against it. Not thread-safe.
 */
final class GoalRegression {

    private final Goal goal;
    private final Candidates hypotheses;
    private final FactEdits edits;
    private final Vocabulary vocabulary;
    private final RuleRegression rules;
    private final Candidate now;
    private final Scope scope;

    /**
     * GoalRegression of a case.
     *
     * @param now the case
     * @param scope which changes are looked at
     */
    GoalRegression(
            Goal goal, Candidates hypotheses, FactEdits edits, Vocabulary vocabulary, Candidate now, Scope scope) {
        this.goal = goal;
        this.hypotheses = hypotheses;
        this.edits = edits;
        this.scope = scope;
        this.rules = new RuleRegression(edits, now, scope);
        this.vocabulary = vocabulary;
        this.now = now;
    }

    /** What must change for the goal to be reached. */
    Landmarks ofGoal() {
        return Landmarks.any(goal.rules().stream().map(this::ofOffer).toList(), scope.left());
    }

    /** A rule must come to apply, and nothing must stand against what it offers. */
    private Landmarks ofOffer(Rule rule) {
        List<Landmarks> ways = new ArrayList<>();
        for (String subject : goal.subjects(rule)) {
            boolean isFixed = rule.then().object().orElseThrow().variable().isEmpty();
            if (isFixed || hypotheses.therapies().contains(subject)) {
                List<Supplier<Landmarks>> lacks = rules.lacksOf(rule, given(rule, subject));
                lacks.addAll(obstaclesTo(new Match(rule, List.of(subject))));
                ways.add(Landmarks.all(lacks, scope));
            }
        }
        return Landmarks.any(ways, scope.left());
    }

    private static Map<String, Object> given(Rule rule, String subject) {
        return rule.then()
                .object()
                .flatMap(Operand::variable)
                .map(variable -> Map.of(variable, (Object) subject))
                .orElse(Map.of());
    }

    private List<Supplier<Landmarks>> obstaclesTo(Match offer) {
        List<Supplier<Landmarks>> obstacles = new ArrayList<>();
        List<Obstacle> direct = goal.against(offer.subject(), now);
        boolean members = false;
        for (Obstacle obstacle : goal.obstacles(offer, now)) {
            switch (obstacle.kind()) {
                case SUSPENDED -> obstacles.add(() -> resumed(obstacle));
                case OUTRANKED -> obstacles.add(() -> withoutWhatOutranks(offer));
                default -> {
                    if (direct.contains(obstacle)) {
                        obstacles.add(() -> without(obstacle, offer.subject()));
                    } else {
                        members = true;
                    }
                }
            }
        }
        if (members) {
            obstacles.add(() -> someMemberFree(offer.subject(), direct));
        }
        return obstacles;
    }

    private Landmarks resumed(Obstacle suspension) {
        return goal.offers().suspensions().stream()
                .filter(name -> vocabulary.nameOf(name).equals(suspension.about()))
                .findFirst()
                .map(name -> rules.withoutFinding(Pattern.finding(Pattern.Quantifier.EACH, name, 1), Map.of()))
                .orElseThrow();
    }

    /** Something stands against every member of a class, so that none is left to choose. */
    private Landmarks someMemberFree(String therapyClass, List<Obstacle> againstTheClass) {
        List<Landmarks> ways = new ArrayList<>();
        for (String member : vocabulary.membersOf(therapyClass)) {
            List<Supplier<Landmarks>> obstacles = new ArrayList<>();
            for (Obstacle obstacle : goal.against(member, now)) {
                if (!againstTheClass.contains(obstacle)) {
                    obstacles.add(() -> without(obstacle, member));
                }
            }
            ways.add(Landmarks.all(obstacles, scope));
        }
        return Landmarks.any(ways, scope.left());
    }

    private Landmarks without(Obstacle obstacle, String therapy) {
        Set<Integer> removing = new TreeSet<>();
        for (int number : hypotheses.of(Offers.reads())) {
            boolean mayHelp = scope.includes(number)
                    && edits.mayEnd(number, now)
                    && (scope.left() > 1
                            || hypotheses
                                    .after(now, number)
                                    .filter(then -> !goal.against(therapy, then).contains(obstacle))
                                    .isPresent());
            if (mayHelp) {
                removing.add(number);
            }
        }
        return Landmarks.of(removing, scope.left());
    }

    /** Each way in which something outranks the offer must fail. */
    private Landmarks withoutWhatOutranks(Match offer) {
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        for (Match stronger : goal.outranking(offer, now)) {
            if (goal.offers().canBeWithheld(stronger.rule().then().verb())) {
                // It may be withheld itself by whatever comes to stand against it.
                lacks.add(() -> Landmarks.of(hypotheses.numbers(), scope.left()));
            } else {
                for (Map<String, Object> solution : now.evaluation().solutionsOf(stronger)) {
                    lacks.add(() -> rules.breaking(stronger.rule().conditions(), solution));
                }
            }
        }
        return Landmarks.all(lacks, scope);
    }
}
