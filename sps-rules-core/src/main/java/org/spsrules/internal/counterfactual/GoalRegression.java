package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.spsrules.FactChange;
import org.spsrules.Report.Obstacle;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Works backwards from a recommendation that a case does not bring: what must change for it, by the conditions that rules
 * lack and the obstacles that stand against it. Not thread-safe.
 */
final class GoalRegression {

    private static final String FINDING = Finding.class.getSimpleName();

    private static final Set<Aspect> REMOVING_OBSTACLES = Aspects.of(
            CaseFields.CONDITIONS,
            PersonFields.SEX,
            PersonFields.CREATININE_CLEARANCE,
            PersonFields.LIVER_FUNCTION,
            TreatmentsFields.DECLINED,
            TreatmentsFields.UNAVAILABLE,
            TreatmentFields.CURRENT,
            TreatmentFields.RESPONSE,
            TreatmentFields.ADEQUATE_TRIAL,
            TreatmentFields.TOLERATED,
            TreatmentFields.SIDE_EFFECTS);

    private static final Set<Aspect> OF_TREATMENTS = Aspects.of(TreatmentFields.THERAPY);
    private static final Set<Aspect> OF_PLANS = Aspects.of(PlanFields.ACTION);
    private static final Set<Aspect> OF_OPTIONS = Aspects.of(TreatmentsFields.DECLINED, TreatmentsFields.UNAVAILABLE);
    private static final Set<Aspect> OF_INTERACTIONS =
            Aspects.of(TreatmentFields.THERAPY, TreatmentFields.CURRENT, PlanFields.ACTION);
    private static final Set<Aspect> OF_CONTRAINDICATIONS = Aspects.of(
            CaseFields.CONDITIONS,
            PersonFields.SEX,
            PersonFields.CREATININE_CLEARANCE,
            PersonFields.LIVER_FUNCTION,
            TestFields.RESULT,
            CaseFields.ALLERGIES,
            TreatmentFields.THERAPY,
            TreatmentFields.SIDE_EFFECTS);

    private final Goal goal;
    private final Candidates hypotheses;
    private final RelevantEdits levers;
    private final Vocabulary vocabulary;
    private final Candidate now;
    private final int left;
    private final Map<List<Object>, Landmarks> remembered = new HashMap<>();

    /**
     * GoalRegression of a case.
     *
     * @param now the case
     * @param left how many changes may still be made
     */
    GoalRegression(
            Goal goal, Candidates hypotheses, RelevantEdits levers, Vocabulary vocabulary, Candidate now, int left) {
        this.goal = goal;
        this.hypotheses = hypotheses;
        this.levers = levers;
        this.vocabulary = vocabulary;
        this.now = now;
        this.left = left;
    }

    /** What must change for the goal to be reached. */
    Landmarks ofGoal() {
        return Landmarks.any(goal.rules().stream().map(this::ofOffer).toList(), left);
    }

    /** A rule must come to apply, and nothing must stand against what it offers. */
    private Landmarks ofOffer(Rule rule) {
        List<Landmarks> ways = new ArrayList<>();
        for (String subject : goal.subjects(rule)) {
            boolean isFixed = rule.then().objects().get(0) instanceof Operand.Text;
            if (isFixed || hypotheses.therapies().contains(subject)) {
                List<Supplier<Landmarks>> lacks = lacksOf(rule, given(rule, subject));
                lacks.addAll(obstaclesTo(new Match(rule, List.of(subject))));
                ways.add(Landmarks.all(lacks, left));
            }
        }
        return Landmarks.any(ways, left);
    }

    private static Map<String, Object> given(Rule rule, String subject) {
        return rule.then().objects().get(0) instanceof Operand.Variable variable
                ? Map.of(variable.name(), subject)
                : Map.of();
    }

    private List<Supplier<Landmarks>> obstaclesTo(Match offer) {
        List<Supplier<Landmarks>> obstacles = new ArrayList<>();
        for (Obstacle obstacle : goal.obstacles(offer, now)) {
            obstacles.add(() -> withoutObstacle(offer, obstacle));
        }
        return obstacles;
    }

    private Landmarks withoutObstacle(Match offer, Obstacle obstacle) {
        if (obstacle.kind() == Obstacle.Kind.SUSPENDED) {
            return goal.offers().suspensions().stream()
                    .filter(name -> vocabulary.nameOf(name).equals(obstacle.about()))
                    .findFirst()
                    .map(name -> withoutFinding(Findings.named(name), Map.of()))
                    .orElseThrow();
        }
        if (obstacle.kind() == Obstacle.Kind.OUTRANKED) {
            return remember(List.of("outranked", offer), () -> withoutWhatOutranks(offer));
        }
        return remember(List.of(offer.subject(), obstacle), () -> {
            Set<Integer> removing = new TreeSet<>();
            long before = times(obstacle, offer, now);
            for (int number : hypotheses.of(REMOVING_OBSTACLES)) {
                Change change = hypotheses.changes().get(number);
                boolean resolves = !change.slot().feeds(CaseFields.CONDITIONS)
                        || change.shown().kind() == FactChange.Kind.CHANGE;
                if (resolves
                        && hypotheses
                                .after(now, number)
                                .filter(then -> times(obstacle, offer, then) < before)
                                .isPresent()) {
                    removing.add(number);
                }
            }
            return Landmarks.of(removing, left);
        });
    }

    /** Each way in which something outranks the offer must fail. */
    private Landmarks withoutWhatOutranks(Match offer) {
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        for (Match stronger : goal.outranking(offer, now)) {
            for (Map<String, Object> solution : now.evaluation().solutionsOf(stronger)) {
                lacks.add(() -> breaking(stronger.rule().conditions(), solution));
            }
        }
        return Landmarks.all(lacks, left);
    }

    private long times(Obstacle obstacle, Match offer, Candidate hypothesis) {
        return goal.obstacles(offer, hypothesis).stream()
                .filter(obstacle::equals)
                .count();
    }

    /** What a rule lacks, given what some of its variables must stand for. */
    private List<Supplier<Landmarks>> lacksOf(Rule rule, Map<String, Object> given) {
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        List<Condition> joined = new ArrayList<>();
        for (Condition condition : quickFirst(rule.conditions())) {
            if (Variables.isFree(condition, given)) {
                joined.add(condition);
            } else if (!now.conditions().holds(condition, given)) {
                lacks.add(() -> toHold(condition, given));
            }
        }
        List<Condition> inOrder =
                rule.conditions().stream().filter(joined::contains).toList();
        if (!joined.isEmpty()) {
            ofJoined(inOrder, given).ifPresent(joint -> lacks.add(() -> joint));
        }
        return lacks;
    }

    /** What asks for facts is looked at before what asks for findings, behind which there may be many rules. */
    private static List<Condition> quickFirst(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(condition -> condition.patterns().stream()
                        .anyMatch(pattern -> pattern.factType().equals(FINDING))))
                .toList();
    }

    /** Conditions that share variables: some way of filling the variables must come to meet all of them. */
    private Optional<Landmarks> ofJoined(List<Condition> joined, Map<String, Object> given) {
        List<Landmarks> ways = new ArrayList<>();
        for (Map<String, Object> filled : Variables.filled(joined, given, now.conditions())) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Condition condition : joined) {
                if (!now.conditions().holds(condition, filled)) {
                    lacks.add(() -> toHold(condition, filled));
                }
            }
            if (lacks.isEmpty()) {
                return Optional.empty();
            }
            ways.add(Landmarks.all(lacks, left));
        }
        ways.add(further(joined, given));
        return Optional.of(Landmarks.any(ways, left));
    }

    /** What adds a fact that fills variables in a further way. */
    private Landmarks further(List<Condition> conditions, Map<String, Object> given) {
        List<Landmarks> ways = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Pattern pattern && Variables.binds(pattern) && Variables.isFree(pattern, given)) {
                ways.add(toFit(pattern, given));
            }
        }
        return Landmarks.any(ways, left);
    }

    private Landmarks toHold(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return pattern.quantifier() == Quantifier.NOT
                    ? withoutFinding(pattern, variables)
                    : toFit(pattern, variables);
        } else if (condition instanceof Condition.AnyOf group) {
            List<Landmarks> alternatives = new ArrayList<>();
            for (List<Pattern> alternative : group.alternatives()) {
                List<Supplier<Landmarks>> lacks = new ArrayList<>();
                for (Pattern pattern : alternative) {
                    if (!now.conditions().holds(pattern, variables)) {
                        lacks.add(() -> toHold(pattern, variables));
                    }
                }
                alternatives.add(Landmarks.all(lacks, left));
            }
            return Landmarks.any(alternatives, left);
        }
        return toFit(((Condition.Count) condition).pattern(), variables);
    }

    /** A further fact must come to fit the pattern. */
    private Landmarks toFit(Pattern pattern, Map<String, Object> variables) {
        return remember(List.of("fit", pattern.text(), Variables.relevant(pattern, variables)), () -> {
            if (pattern.factType().equals(FINDING)) {
                return withFinding(pattern, variables);
            }
            List<Landmarks> ways = new ArrayList<>();
            for (Object fact : now.conditions().candidates(pattern, variables)) {
                List<Supplier<Landmarks>> lacks = new ArrayList<>();
                for (Constraint constraint : pattern.constraints()) {
                    if (!Conditions.holds(constraint, fact, variables)) {
                        lacks.add(() -> Landmarks.of(levers.turning(now, constraint, fact, variables), left));
                    }
                }
                ways.add(Landmarks.all(lacks, left));
            }
            ways.add(Landmarks.of(adding(pattern, variables), left));
            return Landmarks.any(ways, left);
        });
    }

    /** Changes by which there are more facts that fit. */
    private Set<Integer> adding(Pattern pattern, Map<String, Object> variables) {
        if (pattern.factType().equals("Interaction")) {
            // It may take two: one drug that is taken and one more, or a plan.
            return new TreeSet<>(hypotheses.of(OF_INTERACTIONS));
        }
        Set<Integer> adding = new TreeSet<>();
        int before = now.conditions().fitting(pattern, variables).size();
        for (int change : hypotheses.adding(feeding(pattern, OF_TREATMENTS), pattern, variables)) {
            if (hypotheses
                    .after(now, change)
                    .filter(then ->
                            then.conditions().fitting(pattern, variables).size() > before)
                    .isPresent()) {
                adding.add(change);
            }
        }
        return adding;
    }

    /** Where the changes are by which facts of a type come and go. */
    private static Set<Aspect> feeding(Pattern pattern, Set<Aspect> ofTreatments) {
        return switch (pattern.factType()) {
            case "Treatment" -> ofTreatments;
            case "Plan" -> OF_PLANS;
            case "Option" -> OF_OPTIONS;
            case "Contraindication" -> OF_CONTRAINDICATIONS;
            case "Interaction" -> OF_INTERACTIONS;
            default -> Set.of();
        };
    }

    private Landmarks withFinding(Pattern pattern, Map<String, Object> variables) {
        List<Landmarks> ways = new ArrayList<>();
        for (Rule rule : now.evaluation().behind(pattern, variables)) {
            Map<String, Object> given = now.evaluation().given(rule, pattern, variables);
            List<Supplier<Landmarks>> lacks = lacksOf(rule, given);
            ways.add(lacks.isEmpty() ? further(rule.conditions(), given) : Landmarks.all(lacks, left));
        }
        return Landmarks.any(ways, left);
    }

    /** No rule must conclude it any more: each way in which one does must fail. */
    private Landmarks withoutFinding(Pattern pattern, Map<String, Object> variables) {
        return remember(List.of("none", pattern.text(), Variables.relevant(pattern, variables)), () -> {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (Rule rule : now.evaluation().behind(pattern, variables)) {
                Map<String, Object> given = now.evaluation().given(rule, pattern, variables);
                for (Map<String, Object> solution : now.evaluation().solutionsOf(rule)) {
                    if (solution.entrySet().containsAll(given.entrySet())) {
                        lacks.add(() -> breaking(rule.conditions(), solution));
                    }
                }
            }
            return Landmarks.all(lacks, left);
        });
    }

    /** One of the conditions, all of which hold, must fail. */
    private Landmarks breaking(List<? extends Condition> conditions, Map<String, Object> variables) {
        return Landmarks.any(
                conditions.stream()
                        .map(condition -> toFail(condition, variables))
                        .toList(),
                left);
    }

    /** A condition that holds must fail. */
    private Landmarks toFail(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Condition.AnyOf group) {
            List<Supplier<Landmarks>> lacks = new ArrayList<>();
            for (List<Pattern> alternative : group.alternatives()) {
                if (alternative.stream().allMatch(pattern -> now.conditions().holds(pattern, variables))) {
                    lacks.add(() -> breaking(alternative, variables));
                }
            }
            return Landmarks.all(lacks, left);
        } else if (condition instanceof Condition.Count count) {
            Set<Integer> breaking = new TreeSet<>();
            for (Object fact : now.conditions().fitting(count.pattern(), variables)) {
                breaking.addAll(unfit(count.pattern(), fact, variables));
            }
            return Landmarks.of(breaking, left);
        }
        Pattern pattern = (Pattern) condition;
        if (pattern.quantifier() == Quantifier.NOT) {
            return toFit(pattern, variables);
        }
        if (pattern.factType().equals(FINDING)) {
            return withoutFinding(pattern, variables);
        }
        List<Supplier<Landmarks>> lacks = new ArrayList<>();
        for (Object fact : now.conditions().fitting(pattern, variables)) {
            lacks.add(() -> Landmarks.of(unfit(pattern, fact, variables), left));
        }
        return Landmarks.all(lacks, left);
    }

    /** A fact that fits must not fit any more, or go. */
    private Set<Integer> unfit(Pattern pattern, Object fact, Map<String, Object> variables) {
        Set<Integer> breaking = new TreeSet<>();
        for (Constraint constraint : pattern.constraints()) {
            breaking.addAll(levers.turning(now, constraint, fact, variables));
        }
        int before = now.conditions().fitting(pattern, variables).size();
        for (int change : hypotheses.of(feeding(pattern, Set.of()))) {
            if (mayRemove(hypotheses.changes().get(change), fact)
                    && hypotheses
                            .after(now, change)
                            .filter(then -> then.conditions()
                                            .fitting(pattern, variables)
                                            .size()
                                    < before)
                            .isPresent()) {
                breaking.add(change);
            }
        }
        return breaking;
    }

    /** Quick to tell: a contraindication goes with what is present, an option or a plan with what is stated. */
    private boolean mayRemove(Change change, Object fact) {
        if (fact instanceof Contraindication contraindication) {
            String about = change.slot().about();
            return about.isEmpty()
                    || change.shown().kind() == FactChange.Kind.CHANGE
                            && levers.isFelt(about, contraindication.condition(), now);
        } else if (fact instanceof Option option) {
            return vocabulary.isA(option.therapy(), change.slot().about());
        }
        return change.slot().index() >= 0;
    }

    private Landmarks remember(List<Object> what, Supplier<Landmarks> find) {
        Landmarks known = remembered.get(what);
        if (known == null) {
            known = find.get();
            remembered.put(what, known);
        }
        return known;
    }
}
