package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/** What one case would be after any of its changes; remembers what was asked for before. Not thread-safe. */
final class Candidates {

    private static final int MOST_REMEMBERED = 2_000;

    /** What treatments of one therapy have in common. */
    private static final Set<Aspect> WHAT_IT_IS = Aspects.of(TreatmentFields.THERAPY);

    private final PatientCase base;
    private final CaseFacts.Baseline baseline;
    private final AddedFacts alone;
    private final List<Change> changes;
    private final CaseFacts facts;
    private final Reevaluation.Base evaluated;
    private final FeltChanges felt;
    private final Vocabulary vocabulary;
    private final Map<Set<Aspect>, List<Integer>> byAspects = new HashMap<>();
    private final Map<List<Object>, List<Integer>> adding = new HashMap<>();
    private final Map<String, Collection<List<Added>>> added = new HashMap<>();
    private final Map<List<Integer>, Optional<Candidate>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Integer>, Optional<Candidate>> eldest) {
            return size() > MOST_REMEMBERED + changes.size();
        }
    };
    private final Set<String> therapies = new HashSet<>();
    private int made;

    Candidates(
            PatientCase base,
            List<Change> changes,
            CaseFacts facts,
            AddedFacts alone,
            Reevaluation reevaluation,
            FeltChanges felt,
            Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.base = base;
        this.changes = changes;
        this.facts = facts;
        this.baseline = new CaseFacts.Baseline(base, facts.of(base));
        this.alone = alone;
        this.evaluated = reevaluation.of(baseline.facts());
        this.felt = felt;
    }

    List<Change> changes() {
        return changes;
    }

    /** The therapies that the case or any of its changes names. */
    Set<String> therapies() {
        if (therapies.isEmpty()) {
            base.treatments().given().forEach(treatment -> therapies.add(treatment.therapy()));
            base.plans().forEach(plan -> plan.therapy().ifPresent(therapies::add));
            changes.forEach(change -> therapies.add(change.slot().about()));
            changes.stream()
                    .filter(change -> change.slot().feeds(PlanFields.ACTION))
                    .forEach(change -> therapies.add(change.slot().about().replaceFirst("[A-Z]+ ", "")));
        }
        return therapies;
    }

    /** The number of every change. */
    Set<Integer> numbers() {
        return IntStream.range(0, changes.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** The changes of some aspects, in ascending order. */
    List<Integer> of(Set<Aspect> aspects) {
        return byAspects.computeIfAbsent(aspects, this::find);
    }

    private List<Integer> find(Set<Aspect> aspects) {
        return IntStream.range(0, changes.size())
                .filter(number -> aspects.contains(changes.get(number).slot().aspect()))
                .boxed()
                .toList();
    }

    /** The changes that may add a fact that fits a pattern; possibly some more. */
    List<Integer> adding(Pattern pattern, Map<String, Object> variables) {
        List<Object> key = List.of(pattern.text(), Variables.relevant(pattern, variables));
        List<Integer> known = adding.get(key);
        if (known == null) {
            known = findAdding(pattern, variables);
            adding.put(key, known);
        }
        return known;
    }

    /** A change can only add what it adds by itself, but for what takes several: two drugs, or two conditions. */
    private List<Integer> findAdding(Pattern pattern, Map<String, Object> variables) {
        String type = pattern.factType();
        if (type.equals("Interaction")) {
            return of(Aspects.bringing(type));
        }
        Set<Integer> numbers = new TreeSet<>();
        List<Constraint> ofWhatItIs = pattern.constraints().stream()
                .filter(constraint -> Aspects.feeding(type, constraint.asked()).equals(WHAT_IT_IS))
                .toList();
        for (List<Added> alike : added(type)) {
            Fact any = alike.get(0).fact();
            if (ofWhatItIs.stream().allMatch(constraint -> Conditions.holds(constraint, any, variables))) {
                alike.stream()
                        .filter(one -> Conditions.fits(pattern, one.fact(), variables))
                        .forEach(one -> numbers.add(one.number()));
            }
        }
        if (type.equals("Contraindication")) {
            of(Aspects.bringing(type)).stream().filter(this::isPart).forEach(numbers::add);
        }
        return List.copyOf(numbers);
    }

    /** A fact of which there can be several, and the change that adds it whatever the case. */
    private record Added(int number, Fact fact) {}

    /** Those of one therapy stand together. */
    private Collection<List<Added>> added(String type) {
        Collection<List<Added>> known = added.get(type);
        if (known == null) {
            Map<String, List<Added>> alike = new LinkedHashMap<>();
            for (Added one : findAdded(type)) {
                String about =
                        one.fact() instanceof Treatment treatment ? treatment.therapy() : String.valueOf(one.number());
                alike.computeIfAbsent(about, first -> new ArrayList<>()).add(one);
            }
            known = alike.values();
            added.put(type, known);
        }
        return known;
    }

    private List<Added> findAdded(String type) {
        List<Added> found = new ArrayList<>();
        for (int number : of(Aspects.bringing(type))) {
            factsWith(number).map(facts -> facts.of(type)).orElse(List.of()).stream()
                    .filter(fact -> isDueTo(changes.get(number).slot(), fact))
                    .forEach(fact -> found.add(new Added(number, fact)));
        }
        return found;
    }

    /** The facts with a change; of a case of which nothing else is known, if it is not about something that is there. */
    private Optional<Facts> factsWith(int number) {
        Change change = changes.get(number);
        if (change.slot().index() >= 0) {
            return after(List.of(number)).map(Candidate::facts);
        }
        return Optional.of(alone.of(change, base.asOf()));
    }

    /** Whether a change is about something that only together with others stands against a therapy. */
    private boolean isPart(int number) {
        String about = changes.get(number).slot().about();
        return facts.together().stream().anyMatch(code -> vocabulary.isA(code, about) || vocabulary.isA(about, code));
    }

    private boolean isDueTo(Slot slot, Fact fact) {
        if (fact instanceof Treatment treatment) {
            return slot.about().equals(treatment.therapy());
        } else if (fact instanceof TestResult result) {
            return slot.about().equals(result.test());
        } else if (fact instanceof Plan plan) {
            return slot.feeds(PlanFields.ACTION) && !base.plans().contains(plan.stated());
        } else if (fact instanceof Option option) {
            return vocabulary.isA(option.therapy(), slot.about());
        }
        return fact instanceof Contraindication found
                && (slot.index() < 0 || vocabulary.isA(slot.about(), found.condition()));
    }

    /** How many different cases have been looked at. */
    int count() {
        return made;
    }

    /** The case after these changes; empty if it would contradict itself. */
    Optional<Candidate> after(List<Integer> numbers) {
        Optional<Candidate> hypothesis = known.get(numbers);
        if (hypothesis == null) {
            hypothesis = make(numbers);
            known.put(numbers, hypothesis);
        }
        return hypothesis;
    }

    private Optional<Candidate> make(List<Integer> numbers) {
        made++;
        CaseDraft draft = new CaseDraft(base);
        numbers.forEach(number -> changes.get(number).edit().accept(draft));
        try {
            PatientCase changed = draft.toCase();
            Facts changedFacts = facts.of(changed, baseline);
            Evaluation evaluation = evaluated.after(changedFacts, felt.by(slots(numbers), base));
            return Optional.of(new Candidate(
                    numbers,
                    changed,
                    draft.given(),
                    Candidate.stated(changed),
                    changedFacts,
                    evaluation,
                    new Conditions(evaluation)));
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }

    private List<Slot> slots(List<Integer> numbers) {
        return numbers.stream().map(number -> changes.get(number).slot()).toList();
    }

    /** One more change; empty if another one has taken its place or the case would contradict itself. */
    Optional<Candidate> after(Candidate before, int number) {
        return excludes(before.changes(), number) ? Optional.empty() : after(with(before.changes(), number));
    }

    /** Whether the place of a change is taken. */
    boolean excludes(List<Integer> numbers, int number) {
        Slot slot = changes.get(number).slot();
        for (int other : numbers) {
            if (changes.get(other).slot().equals(slot)) {
                return true;
            }
        }
        return false;
    }

    static List<Integer> with(List<Integer> numbers, int number) {
        TreeSet<Integer> more = new TreeSet<>(numbers);
        more.add(number);
        return new ArrayList<>(more);
    }
}
