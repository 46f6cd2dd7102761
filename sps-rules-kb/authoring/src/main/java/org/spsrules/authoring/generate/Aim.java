package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Pattern.Quantifier;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.CourseFields;
import org.spsrules.internal.shape.DiagnosisFields;
import org.spsrules.internal.shape.Draft;
import org.spsrules.internal.shape.PersonFields;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.internal.shape.TreatmentsFields;
import org.spsrules.vocabulary.Concept.Kind;

/** States in a draft what a rule asks for, and what the rules ask for whose findings it reads. Not thread-safe. */
final class Aim {

    private static final int DEEPEST = 12;

    /** Questions of a plan by which its therapy is chosen. */
    private static final Set<String> CHOSEN = Set.of("concerns", "therapy");

    private final Draw draw;
    private final RelevantConcepts concepts;
    private final List<Rule> concluding;
    private final RandomCase random;
    private final Map<String, FactAim> singles;
    private final PartAim<Treatment> treatments;
    private final PartAim<Plan> plans;
    private final TestResultAim testResults;
    private final RowAim rows;

    Aim(Draw draw, RelevantConcepts concepts, Knowledge knowledge, RandomCase random) {
        this.draw = draw;
        this.concepts = concepts;
        this.concluding = knowledge.rules().stream()
                .filter(rule -> rule.then().verb() == Verb.CONCLUDE)
                .toList();
        this.random = random;
        PartAim.Means means = new PartAim.Means(draw, concepts, new CaseFacts(knowledge.vocabulary(), knowledge));
        FactAim person = PartAim.ofOne(means, "Patient", CaseFields.PERSON, PersonFields.PART)
                .in(draft -> draft.person);
        FactAim whole = new PartAim<>(
                        means, "Patient", CaseFields.PART, CaseFields.PART.values(CaseDraft.blank()), stated -> stated)
                .in(draft -> draft.root);
        PatientAim patient = new PatientAim(draw, concepts, List.of(person, whole));
        HistoryAim history = new HistoryAim(draw, concepts, random);
        this.singles = Map.of(
                "Patient",
                patient,
                "Diagnosis",
                PartAim.ofOne(means, "Diagnosis", CaseFields.DIAGNOSIS, DiagnosisFields.PART)
                        .in(draft -> draft.diagnosis),
                "Course",
                PartAim.ofOne(means, "Course", CaseFields.COURSE, CourseFields.PART)
                        .in(draft -> draft.course),
                "Tests",
                new TestsAim(draw, concepts),
                "History",
                history);
        String someTherapy = concepts.of(Kind.THERAPY).stream().findFirst().orElse("");
        this.treatments = new PartAim<>(
                means,
                "Treatment",
                TreatmentFields.PART,
                TreatmentFields.PART.unstated().with(TreatmentFields.THERAPY, someTherapy),
                stated -> CaseFields.PART.with(
                        CaseDraft.blank(),
                        CaseFields.TREATMENTS,
                        TreatmentsFields.PART.make(
                                TreatmentsFields.PART.unstated().with(TreatmentsFields.GIVEN, List.of(stated)))));
        this.plans = new PartAim<>(
                means,
                "Plan",
                PlanFields.PART,
                PlanFields.PART.unstated().with(PlanFields.THERAPY, Optional.of(someTherapy)),
                stated -> CaseFields.PART.with(CaseDraft.blank(), CaseFields.PLANS, List.of(stated)));
        this.testResults = new TestResultAim(draw);
        this.rows = new RowAim(draw, concepts, knowledge, patient, history);
    }

    /** States everything that the rule asks for. */
    void at(Rule rule, CaseDraft draft) {
        new Attempt(draft, Optional.empty(), new HashMap<>(), 0).rule(rule);
    }

    /** States what the rule asks for, all but one thing; a rule that takes any fact of a kind has nothing to miss. */
    void beside(Rule rule, CaseDraft draft) {
        Optional<Missed> missed = draw.any(rule.patterns().stream()
                .flatMap(pattern -> pattern.demands().map(constraint -> new Missed(pattern, constraint)))
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
            int times = condition instanceof Condition.Count count ? count.atLeast() - 1 + draw.below(3) : 1;
            List<Pattern> patterns = condition instanceof Condition.AnyOf group
                    ? chosen.getOrDefault(group, List.of())
                    : condition.patterns();
            for (int i = 0; i < times; i++) {
                patterns.forEach(this::pattern);
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
                pattern.bindings().forEach(binding -> variables.remove(binding.variable()));
                fact(pattern);
                variables.putAll(bound);
            }
        }

        private void fact(Pattern pattern) {
            Request request = request(pattern);
            switch (pattern.factType()) {
                case "TestResult" -> testResult(request);
                case "Treatment" -> treatment(request);
                case "Plan" -> plan(request);
                case "Option" -> option(request);
                case "Contraindication" -> rows.contraindication(request, draft);
                case "Interaction" -> rows.interaction(request, draft);
                case Pattern.FINDING -> finding(request);
                default -> {}
            }
        }

        private boolean isMissed(Constraint constraint) {
            return missed.isPresent() && missed.get().constraint == constraint;
        }

        private Request request(Pattern pattern) {
            Map<Boolean, List<Wish>> wishes = pattern.constraints().stream()
                    .collect(Collectors.partitioningBy(
                            this::isMissed,
                            Collectors.flatMapping(
                                    constraint -> Wish.of(constraint, variables).stream(), Collectors.toList())));
            return new Request(
                    pattern,
                    wishes.getOrDefault(false, List.of()),
                    wishes.getOrDefault(true, List.of()).stream().findFirst(),
                    variables);
        }

        /** A therapy that is all that a pattern asks for, the missed constraint too. */
        private Optional<String> therapy(Request request, String kindQuestion, List<Kind> kinds) {
            Pattern pattern = request.pattern();
            Optional<String> wanted = request.wanted("therapy");
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
            List<String> fitting = choice.stream()
                    .filter(code -> ancestors.stream().allMatch(ancestor -> concepts.isA(code, ancestor)))
                    .toList();
            List<String> ofKind = fitting.stream()
                    .filter(code -> kinds.stream().anyMatch(kind -> concepts.isA(code, kind)))
                    .toList();
            // Where one drug of a class is listed, two that differ can only be had if one is stated by its class.
            return draw.any(ofKind.size() == 1 ? fitting : ofKind);
        }

        /** The patterns of the chosen alternatives that ask for more about the therapy to which a pattern gives a name. */
        private Stream<Pattern> asksLaterAbout(Pattern pattern) {
            Optional<String> name = pattern.bound("therapy");
            return chosen.values().stream()
                    .flatMap(List::stream)
                    .filter(later -> later.factType().equals(pattern.factType()))
                    .filter(later -> later.compared("therapy")
                            .anyMatch(operand ->
                                    name.isPresent() && operand.variable().equals(name)));
        }

        private void treatment(Request request) {
            therapy(request, "isA", List.of(Kind.THERAPY)).ifPresent(code -> {
                Draft<Treatment> treatment = draw.chance(70) ? CaseDraft.treatment(code) : random.treatment(code);
                List<String> units = concepts.units(code);
                request.wishes().forEach(wish -> treatments.meet(wish, treatment, units));
                request.missed().ifPresent(wish -> treatments.miss(wish, treatment, units));
                request.bind("therapy", treatment.get(TreatmentFields.THERAPY));
                draft.given.add(treatment);
            });
        }

        private void plan(Request request) {
            Draft<Plan> plan =
                    CaseDraft.plan(draw.one(Action.values()), therapy(request, "concerns", List.of(Kind.THERAPY)));
            request.wishes().stream()
                    .filter(wish -> !CHOSEN.contains(wish.question()))
                    .forEach(wish -> plans.meet(wish, plan, List.of()));
            request.missed().ifPresent(wish -> {
                if (CHOSEN.contains(wish.question())) {
                    plan.set(PlanFields.THERAPY, draw.any(concepts.of(Kind.THERAPY)));
                } else {
                    plans.miss(wish, plan, List.of());
                }
            });
            if (!plan.get(PlanFields.ACTION).concernsTherapy()) {
                plan.set(PlanFields.THERAPY, Optional.empty());
            }
            plan.get(PlanFields.THERAPY).ifPresent(code -> request.bind("therapy", code));
            draft.add(plan);
        }

        private void option(Request request) {
            therapy(request, "isA", List.of(Kind.THERAPY, Kind.THERAPY_CLASS)).ifPresent(code -> {
                options(request).add(code);
                request.bind("therapy", code);
            });
        }

        private Set<String> options(Request request) {
            Set<String> asked = request.wishes().stream().map(Wish::question).collect(Collectors.toSet());
            if (asked.contains("unavailable")) {
                return draft.unavailable;
            }
            return asked.contains("unsuitable") ? draft.unsuitable : draft.declined;
        }

        private void testResult(Request request) {
            List<Wish> about = request.wishes().stream()
                    .filter(wish ->
                            wish.question().equals("isA") || wish.question().equals("test"))
                    .toList();
            draw.any(
                            about.isEmpty()
                                    ? concepts.of(Kind.TEST)
                                    : concepts.selfAndNarrower(about.get(0).about()))
                    .ifPresent(code -> {
                        request.wishes().forEach(wish -> testResults.meet(wish, code, draft));
                        request.missed().ifPresent(wish -> testResults.miss(wish, code, draft));
                        request.bind("test", code);
                    });
        }

        /** A negated finding is left to chance, unless it is what is to be missed. */
        private void finding(Request request) {
            Pattern pattern = request.pattern();
            boolean missing = missed.isPresent() && missed.get().pattern == pattern;
            if (depth >= DEEPEST || pattern.isNegated() != missing) {
                return;
            }
            Map<String, String> asked = new HashMap<>();
            pattern.constraints()
                    .forEach(constraint ->
                            Wish.of(constraint, variables).ifPresent(wish -> asked.put(wish.question(), wish.about())));
            request.wanted("of").ifPresent(of -> asked.put("of", of));
            List<Rule> fitting =
                    concluding.stream().filter(rule -> concludes(rule, asked)).toList();
            draw.any(fitting).ifPresent(rule -> {
                Attempt nested = new Attempt(draft, Optional.empty(), new HashMap<>(), depth + 1);
                Optional<Operand> about = rule.then().findingIsAbout();
                about.flatMap(Operand::variable)
                        .filter(name -> asked.containsKey("of"))
                        .ifPresent(name -> nested.variables.put(name, asked.getOrDefault("of", "")));
                nested.rule(rule);
                about.ifPresent(
                        of -> request.bind("of", of.isOpen(nested.variables) ? "" : of.wordIn(nested.variables)));
            });
        }

        private static boolean concludes(Rule rule, Map<String, String> asked) {
            Optional<Operand> about = rule.then().findingIsAbout();
            String of = about.flatMap(Operand::text).orElse("");
            return rule.concludes(asked.getOrDefault("name", ""))
                    && (about.flatMap(Operand::variable).isPresent()
                            || !asked.containsKey("of")
                            || of.equals(asked.get("of")));
        }
    }
}
