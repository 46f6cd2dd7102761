package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.authoring.generate.CaseDraft.Given;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.vocabulary.Concept.Kind;

/** States in a draft what a rule asks for, and what the rules ask for whose findings it reads. Not thread-safe. */
final class Aim {

    private static final int DEEPEST = 12;

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final Knowledge knowledge;
    private final List<Rule> concluding;
    private final RandomCase random;
    private final PatientAim patient;
    private final HistoryAim history;
    private final Map<String, FactAim> singles;
    private final TreatmentAim treatments;
    private final PlanAim plans;
    private final List<String> allergies;

    Aim(Draw draw, RelevantConcepts concepts, Knowledge knowledge, RandomCase random) {
        this.draw = draw;
        this.concepts = concepts;
        this.knowledge = knowledge;
        this.concluding = knowledge.rules().stream()
                .filter(rule -> rule.then().verb() == Verb.CONCLUDE)
                .toList();
        this.random = random;
        this.patient = new PatientAim(draw, concepts);
        this.history = new HistoryAim(draw, concepts, random);
        FactAim disease = new DiseaseAim(draw, concepts);
        this.singles = Map.of(
                "Patient", patient, "Diagnosis", disease, "Course", disease, "Tests", disease, "History", history);
        this.treatments = new TreatmentAim(draw, concepts);
        this.plans = new PlanAim(draw, concepts);
        this.allergies = Stream.of(Kind.THERAPY, Kind.THERAPY_CLASS)
                .flatMap(kind -> concepts.of(kind).stream())
                .toList();
    }

    /** States everything that the rule asks for. */
    void at(Rule rule, CaseDraft draft) {
        new Attempt(draft, Optional.empty(), new HashMap<>(), 0).rule(rule);
    }

    /** States what the rule asks for, all but one thing; a rule that takes any fact of a kind has nothing to miss. */
    void beside(Rule rule, CaseDraft draft) {
        Optional<Missed> missed = draw.any(rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream()
                        .filter(constraint -> !(constraint instanceof Constraint.Binding))
                        .map(constraint -> new Missed(pattern, constraint)))
                .toList());
        new Attempt(draft, missed, new HashMap<>(), 0).rule(rule);
    }

    /** What is not to come true; parts of a rule are told by identity, because it may say the same thing twice. */
    private record Missed(Pattern pattern, Constraint constraint) {}

    /** One rule, and one draft. */
    private final class Attempt {

        private final CaseDraft draft;
        private final Optional<Missed> missed;
        private final Map<String, String> variables;
        private final int depth;
        private final Map<Condition.AnyOf, List<Pattern>> chosen = new IdentityHashMap<>();

        Attempt(CaseDraft draft, Optional<Missed> missed, Map<String, String> variables, int depth) {
            this.draft = draft;
            this.missed = missed;
            this.variables = variables;
            this.depth = depth;
        }

        void rule(Rule rule) {
            for (Condition condition : rule.conditions()) {
                if (condition instanceof Condition.AnyOf group) {
                    chosen.put(group, draw.one(worthMissing(group.alternatives())));
                }
            }
            rule.conditions().forEach(this::condition);
        }

        /** Only the alternative that holds what is to be missed can miss it. */
        private List<List<Pattern>> worthMissing(List<List<Pattern>> alternatives) {
            List<List<Pattern>> holding = alternatives.stream()
                    .filter(patterns -> patterns.stream()
                            .anyMatch(pattern -> missed.isPresent() && missed.get().pattern == pattern))
                    .toList();
            return holding.isEmpty() ? alternatives : holding;
        }

        private void condition(Condition condition) {
            if (condition instanceof Pattern pattern) {
                pattern(pattern);
            } else if (condition instanceof Condition.AnyOf group) {
                chosen.getOrDefault(group, List.of()).forEach(this::pattern);
            } else {
                Condition.Count count = (Condition.Count) condition;
                int facts = count.atLeast() - 1 + draw.below(3);
                for (int i = 0; i < facts; i++) {
                    pattern(count.pattern());
                }
            }
        }

        private void pattern(Pattern pattern) {
            FactAim single = singles.get(pattern.factType());
            if (single != null) {
                for (Constraint constraint : pattern.constraints()) {
                    Wish.of(constraint, variables).ifPresent(wish -> {
                        if (isMissed(constraint)) {
                            single.miss(wish, draft);
                        } else {
                            single.meet(wish, draft);
                        }
                    });
                }
                return;
            }
            fact(pattern);
            if (pattern.quantifier() == Quantifier.EACH && draw.chance(35)) {
                // Each fact that fits is a match of its own, so there should be two at times.
                Map<String, String> bound = Map.copyOf(variables);
                pattern.constraints().stream()
                        .filter(Constraint.Binding.class::isInstance)
                        .forEach(binding -> variables.remove(((Constraint.Binding) binding).variable()));
                fact(pattern);
                variables.putAll(bound);
            }
        }

        private void fact(Pattern pattern) {
            switch (pattern.factType()) {
                case "Treatment" -> treatment(pattern);
                case "Plan" -> plan(pattern);
                case "Option" -> option(pattern);
                case "Contraindication" -> contraindication(pattern);
                case "Interaction" -> interaction(pattern);
                case "Finding" -> finding(pattern);
                default -> {}
            }
        }

        private boolean isMissed(Constraint constraint) {
            return missed.isPresent() && missed.get().constraint == constraint;
        }

        private List<Wish> wishes(Pattern pattern) {
            return pattern.constraints().stream()
                    .filter(constraint -> !isMissed(constraint))
                    .flatMap(constraint -> Wish.of(constraint, variables).stream())
                    .toList();
        }

        private Optional<Wish> missedWish(Pattern pattern) {
            return pattern.constraints().stream()
                    .filter(this::isMissed)
                    .findFirst()
                    .flatMap(constraint -> Wish.of(constraint, variables));
        }

        /** The variable, if any, to which a pattern binds a field. */
        private Optional<String> variable(Pattern pattern, String field) {
            return pattern.constraints().stream()
                    .filter(Constraint.Binding.class::isInstance)
                    .map(Constraint.Binding.class::cast)
                    .filter(binding -> binding.field().equals(field))
                    .map(Constraint.Binding::variable)
                    .findFirst();
        }

        /** A therapy that is all that a pattern asks for, the missed constraint too. */
        private Optional<String> therapy(Pattern pattern, String kindQuestion, List<Kind> kinds) {
            Optional<String> wanted = variable(pattern, "therapy").map(variables::get);
            List<String> ancestors = new ArrayList<>();
            List<Wish> about = Stream.concat(Stream.of(pattern), asksLaterAbout(pattern))
                    .flatMap(asking -> asking.constraints().stream())
                    .flatMap(constraint -> Wish.of(constraint, variables).stream())
                    .filter(wish ->
                            wish.question().equals("therapy") || wish.question().equals(kindQuestion))
                    .toList();
            // A rule can ask for a class by its own name, where a record names no drug of it.
            Optional<String> named = about.stream()
                    .filter(wish -> wish.question().equals("therapy"))
                    .map(Wish::about)
                    .findFirst();
            if (wanted.isEmpty() && named.isPresent()) {
                return named;
            }
            about.forEach(wish -> ancestors.add(wish.about()));
            List<String> choice = wanted.map(List::of)
                    .orElseGet(() -> ancestors.isEmpty()
                            ? concepts.of(Kind.THERAPY)
                            : concepts.selfAndNarrower(ancestors.get(0)));
            return draw.any(choice.stream()
                    .filter(code -> kinds.stream().anyMatch(kind -> concepts.isA(code, kind)))
                    .filter(code -> ancestors.stream().allMatch(ancestor -> concepts.isA(code, ancestor)))
                    .toList());
        }

        /** The patterns of the chosen alternatives that ask for more about the therapy to which a pattern gives a name. */
        private Stream<Pattern> asksLaterAbout(Pattern pattern) {
            Optional<String> name = variable(pattern, "therapy");
            return chosen.values().stream()
                    .flatMap(List::stream)
                    .filter(later -> later.factType().equals(pattern.factType()))
                    .filter(later -> later.constraints().stream()
                            .anyMatch(constraint -> constraint instanceof Constraint.Comparison comparison
                                    && comparison.field().equals("therapy")
                                    && comparison.operand() instanceof Operand.Variable variable
                                    && name.equals(Optional.of(variable.name()))));
        }

        private void bind(Pattern pattern, String field, String value) {
            variable(pattern, field).ifPresent(name -> variables.put(name, value));
        }

        private void treatment(Pattern pattern) {
            therapy(pattern, "isA", List.of(Kind.THERAPY)).ifPresent(code -> {
                Given treatment = draw.chance(70) ? new Given(code) : random.treatment(code);
                wishes(pattern).forEach(wish -> treatments.meet(wish, treatment));
                missedWish(pattern).ifPresent(wish -> treatments.miss(wish, treatment));
                bind(pattern, "therapy", treatment.therapy());
                draft.given.add(treatment);
            });
        }

        private void plan(Pattern pattern) {
            Draft<Plan> plan =
                    CaseDraft.plan(draw.one(Action.values()), therapy(pattern, "concerns", List.of(Kind.THERAPY)));
            wishes(pattern).forEach(wish -> plans.meet(wish, plan));
            missedWish(pattern).ifPresent(wish -> plans.miss(wish, plan));
            if (!plan.get(PlanFields.ACTION).concernsTherapy()) {
                plan.set(PlanFields.THERAPY, Optional.empty());
            }
            plan.get(PlanFields.THERAPY).ifPresent(code -> bind(pattern, "therapy", code));
            draft.add(plan);
        }

        private void option(Pattern pattern) {
            therapy(pattern, "isA", List.of(Kind.THERAPY, Kind.THERAPY_CLASS)).ifPresent(code -> {
                boolean refused = wishes(pattern).stream()
                        .noneMatch(wish -> wish.question().equals("unavailable"));
                (refused ? draft.declined : draft.unavailable).add(code);
                bind(pattern, "therapy", code);
            });
        }

        private void contraindication(Pattern pattern) {
            List<Wish> wishes = wishes(pattern);
            Optional<String> wanted = variable(pattern, "therapy").map(variables::get);
            boolean absolute = wishes.contains(new Wish("level", Constraint.Operator.EQUAL, List.of("absolute")));
            boolean allergic = wanted.isPresent() || !allergies.isEmpty();
            if (absolute && allergic && draw.chance(30)) {
                String allergy = wanted.orElseGet(() -> draw.one(allergies));
                draft.allergies.present.add(allergy);
                bind(pattern, "therapy", allergy);
                bind(pattern, "condition", allergy);
                return;
            }
            List<ContraindicationRow> rows = knowledge.contraindications().stream()
                    .filter(row ->
                            wanted.filter(code -> !code.equals(row.therapy())).isEmpty())
                    .filter(row -> wishes.stream().allMatch(wish -> switch (wish.question()) {
                        case "therapy" -> row.therapy().equals(wish.about());
                        case "condition" -> row.condition().equals(wish.about());
                        case "level" -> row.level().word().equals(wish.about());
                        default -> true;
                    }))
                    .toList();
            draw.any(rows).ifPresent(row -> {
                there(row.condition());
                row.also().forEach(this::there);
                bind(pattern, "therapy", row.therapy());
                bind(pattern, "condition", row.condition());
            });
        }

        private void there(String conditionOrTest) {
            if (concepts.isA(conditionOrTest, Kind.TEST)) {
                draft.tests.put(conditionOrTest, Result.POSITIVE);
            } else {
                patient.present(draft, conditionOrTest);
            }
        }

        private void interaction(Pattern pattern) {
            List<Wish> wishes = wishes(pattern);
            List<InteractionRow> rows = knowledge.interactions().stream()
                    .filter(row -> wishes.stream().allMatch(wish -> switch (wish.question()) {
                        case "therapy" -> row.therapy().equals(wish.about());
                        case "other" -> row.with().equals(wish.about());
                        case "level" -> row.level().word().equals(wish.about());
                        case "planned" ->
                            concepts.isA(wish.about(), row.therapy()) || concepts.isA(wish.about(), row.with());
                        default -> true;
                    }))
                    .toList();
            Optional<String> name = variable(pattern, "planned");
            Optional<String> wanted = wishes.stream()
                    .filter(wish -> wish.question().equals("planned"))
                    .map(Wish::about)
                    .findFirst()
                    .or(() -> name.map(variables::get));
            boolean begins = name.isPresent() || wanted.isPresent();
            boolean both =
                    wishes.stream().anyMatch(wish -> wish.question().equals("bothTaken")) || !begins && draw.chance(50);
            draw.any(rows).ifPresent(row -> {
                boolean either = draw.chance(50);
                boolean firstAlone =
                        wanted.map(code -> concepts.isA(code, row.with())).orElse(either);
                if (both || firstAlone) {
                    take(row.therapy());
                }
                if (both || !firstAlone) {
                    take(row.with());
                }
                bind(pattern, "therapy", row.therapy());
                bind(pattern, "other", row.with());
                if (begins) {
                    begin(firstAlone ? row.with() : row.therapy(), wanted)
                            .ifPresent(code -> bind(pattern, "planned", code));
                }
            });
        }

        /** A plan to begin the wanted drug, if it is of this class; else any member of it. */
        private Optional<String> begin(String therapyOrClass, Optional<String> wanted) {
            List<String> members = concepts.selfAndNarrower(therapyOrClass).stream()
                    .filter(code -> concepts.isA(code, Kind.THERAPY))
                    .toList();
            Optional<String> begun = wanted.filter(members::contains).or(() -> draw.any(members));
            Draft<Plan> plan = CaseDraft.plan(Action.START, begun);
            if (begun.isPresent()) {
                draft.add(plan);
            }
            return begun;
        }

        private void take(String therapy) {
            history.meet(new Wish("takes", Constraint.Operator.EQUAL, List.of(therapy)), draft);
        }

        /** A negated finding is left to chance, unless it is what is to be missed. */
        private void finding(Pattern pattern) {
            boolean wanted = pattern.quantifier() != Quantifier.NOT;
            boolean missing = missed.isPresent() && missed.get().pattern == pattern;
            if (depth >= DEEPEST || wanted == missing) {
                return;
            }
            Map<String, String> asked = new HashMap<>();
            pattern.constraints()
                    .forEach(constraint ->
                            Wish.of(constraint, variables).ifPresent(wish -> asked.put(wish.question(), wish.about())));
            variable(pattern, "of").map(variables::get).ifPresent(of -> asked.put("of", of));
            List<Rule> fitting =
                    concluding.stream().filter(rule -> concludes(rule, asked)).toList();
            draw.any(fitting).ifPresent(rule -> {
                Attempt nested = new Attempt(draft, Optional.empty(), new HashMap<>(), depth + 1);
                List<Operand> objects = rule.then().objects();
                if (objects.size() > 1) {
                    Operand of = objects.get(1);
                    if (of instanceof Operand.Variable subject && asked.containsKey("of")) {
                        nested.variables.put(subject.name(), asked.getOrDefault("of", ""));
                    }
                    nested.rule(rule);
                    bind(pattern, "of", Wish.text(of, nested.variables));
                } else {
                    nested.rule(rule);
                }
            });
        }

        private static boolean concludes(Rule rule, Map<String, String> asked) {
            List<Operand> objects = rule.then().objects();
            String name = Wish.text(objects.get(0), Map.of());
            String of = objects.size() > 1 ? Wish.text(objects.get(1), Map.of()) : "";
            boolean anything = objects.size() > 1 && objects.get(1) instanceof Operand.Variable;
            return name.equals(asked.get("name"))
                    && (anything || !asked.containsKey("of") || of.equals(asked.get("of")));
        }
    }
}
