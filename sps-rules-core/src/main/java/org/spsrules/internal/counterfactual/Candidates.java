package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.Conditions;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.ReferenceEvaluator.Evaluation;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.vocabulary.Vocabulary;

/** What one case would be after any of its changes; remembers what was asked for before. Not thread-safe. */
final class Candidates {

    private static final int MOST_REMEMBERED = 2_000;

    private final PatientCase base;
    private final List<Change> changes;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;
    private final Vocabulary vocabulary;
    private final Map<Set<Aspect>, List<Integer>> byAspects = new HashMap<>();
    private final Map<List<Object>, List<Integer>> adding = new HashMap<>();
    private final Map<Integer, List<Object>> added = new HashMap<>();
    private final Map<List<Integer>, Optional<Candidate>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Integer>, Optional<Candidate>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private final Set<String> therapies = new HashSet<>();
    private int made;

    Candidates(
            PatientCase base,
            List<Change> changes,
            CaseFacts facts,
            ReferenceEvaluator evaluator,
            Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.base = base;
        this.changes = changes;
        this.facts = facts;
        this.evaluator = evaluator;
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

    /** The changes of some aspects that may add a fact that fits a pattern; possibly some more. */
    List<Integer> adding(Set<Aspect> aspects, Pattern pattern, Map<String, Object> variables) {
        List<Object> key = List.of(aspects, pattern.text(), Variables.relevant(pattern, variables));
        return adding.computeIfAbsent(
                key,
                unknown -> of(aspects).stream()
                        .filter(number -> mayAdd(number, pattern, variables))
                        .toList());
    }

    /** A change can only add what it adds by itself. */
    private boolean mayAdd(int number, Pattern pattern, Map<String, Object> variables) {
        return added(number).stream()
                .filter(fact -> fact.getClass().getSimpleName().equals(pattern.factType()))
                .anyMatch(fact -> pattern.constraints().stream()
                        .allMatch(constraint -> Conditions.holds(constraint, fact, variables)));
    }

    /** The facts of which there can be several, that a change adds whatever the case; possibly some more. */
    private List<Object> added(int number) {
        List<Object> facts = added.get(number);
        if (facts == null) {
            facts = after(List.of(number))
                    .map(then -> then.facts().stream()
                            .filter(fact -> isDueTo(changes.get(number).slot(), fact))
                            .toList())
                    .orElse(List.of());
            added.put(number, facts);
        }
        return facts;
    }

    private boolean isDueTo(Slot slot, Object fact) {
        if (fact instanceof Treatment treatment) {
            return slot.about().equals(treatment.therapy());
        } else if (fact instanceof Plan plan) {
            return slot.feeds(PlanFields.ACTION) && !base.plans().contains(plan.stated());
        } else if (fact instanceof Option option) {
            return vocabulary.isA(option.therapy(), slot.about());
        }
        return fact instanceof Contraindication found
                && (slot.about().isEmpty() || vocabulary.isA(slot.about(), found.condition()));
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
            List<Object> changedFacts = facts.of(changed);
            Evaluation evaluation = evaluator.on(changedFacts);
            return Optional.of(new Candidate(
                    numbers, changed, draft.given(), changedFacts, evaluation, new Conditions(evaluation)));
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }

    /** One more change; empty if another one has taken its place or the case would contradict itself. */
    Optional<Candidate> after(Candidate before, int number) {
        return excludes(before.changes(), number) ? Optional.empty() : after(with(before.changes(), number));
    }

    /** Whether the place of a change is taken. */
    boolean excludes(List<Integer> numbers, int number) {
        Slot slot = changes.get(number).slot();
        return numbers.stream().anyMatch(other -> changes.get(other).slot().equals(slot));
    }

    static List<Integer> with(List<Integer> numbers, int number) {
        TreeSet<Integer> more = new TreeSet<>(numbers);
        more.add(number);
        return new ArrayList<>(more);
    }
}
