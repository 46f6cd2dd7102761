package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.FactChange;
import org.spsrules.InvalidCaseException;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Alternative;
import org.spsrules.OpenQuestion.Reach;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Question;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.PlausibilityRow;
import org.spsrules.internal.knowledge.PlausibilityRow.Chance;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.report.BeyondDetail;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Finds what is not known, may well be so and would change a report, by evaluating every possible answer. Thread-safe.
 */
public final class OpenQuestions {

    /** As many as a person cares to be asked. */
    static final int MOST = 5;

    private final Set<String> emergencies;
    private final Set<String> doubting;
    private final List<PlausibilityRow> rows;
    private final Set<String> steps;
    private final Vocabulary vocabulary;
    private final CaseFacts facts;
    private final CaseTerms terms;
    private final ReportAssembly assembly;
    private final Reevaluation reevaluation;
    private final BeyondDetail beyondDetail;
    private final ReferencedTerms mentions;
    private final FeltChanges felt;

    /** Questions by this knowledge base. */
    public OpenQuestions(
            Knowledge knowledge, Vocabulary vocabulary, CaseFacts facts, CaseTerms terms, ReportAssembly assembly) {
        this.emergencies = knowledge.rules().stream()
                .filter(rule -> knowledge.kindOf(rule.folder()) == Kind.EMERGENCY)
                .map(Rule::id)
                .collect(Collectors.toSet());
        this.doubting =
                knowledge.concluding(Role.DOUBTFUL).stream().map(Rule::id).collect(Collectors.toSet());
        this.rows = knowledge.plausibility();
        this.steps = knowledge.ladder().stream()
                .flatMap(step -> step.therapies().stream())
                .collect(Collectors.toSet());
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.terms = terms;
        this.assembly = assembly;
        this.reevaluation = new Reevaluation(knowledge.rules());
        this.felt = new FeltChanges(reevaluation, vocabulary);
        this.beyondDetail = new BeyondDetail(knowledge, vocabulary);
        this.mentions = new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), vocabulary);
    }

    /**
     * The questions that are worth asking, the most decisive and likely first; at most {@value #MOST}.
     *
     * @param patientCase a case in codes
     * @param report its report
     */
    public List<OpenQuestion> about(PatientCase patientCase, Report report) {
        Comparator<Reach> furthestFirst = furthestFirst(report);
        Answered answered = new Answered(patientCase, report);
        Patient patient = answered.baseline.facts().patient();
        Plausibility plausibility = new Plausibility(rows, steps, vocabulary, patientCase, report);
        Map<Slot, List<Change>> unknown = new LinkedHashMap<>();
        for (Change change : Changes.of(patientCase, patient, mentions, vocabulary)) {
            boolean asked = !change.slot().feeds(TreatmentFields.THERAPY)
                    || TreatmentChanges.ASKED.contains(change.shown().to());
            if (asked && change.shown().kind() == FactChange.Kind.ANSWER) {
                unknown.computeIfAbsent(change.slot(), slot -> new ArrayList<>())
                        .add(change);
            }
        }
        Map<Slot, Chance> chances = new LinkedHashMap<>();
        unknown.keySet().forEach(slot -> plausibility.of(slot).ifPresent(chance -> chances.put(slot, chance)));
        Map<Slot, AskedAbout> worthAsking = new HashMap<>();
        for (Chance chance : Chance.values()) {
            Set<Slot> slots = new LinkedHashSet<>(chances.keySet());
            slots.removeIf(slot -> chances.get(slot) != chance);
            Consumer<Slot> ask = slot -> asked(answered, unknown.getOrDefault(slot, List.of()), chance, furthestFirst)
                    .ifPresent(one -> worthAsking.put(slot, one));
            List<AskedAbout> likelier = List.copyOf(worthAsking.values());
            Set<Slot> meeting = new LinkedHashSet<>(slots);
            meeting.removeIf(slot -> likelier.stream().noneMatch(one -> one.mayMeet(slot, vocabulary)));
            meeting.forEach(ask);
            slots.removeAll(meeting);
            // What is likelier may leave no room for what has nothing to do with it.
            long ahead = together(chances, worthAsking).stream()
                    .filter(one -> rank(one, furthestFirst) < chance.ordinal())
                    .count();
            if (ahead < MOST) {
                slots.forEach(ask);
            }
        }
        return ranked(together(chances, worthAsking), furthestFirst);
    }

    /** What is worth asking in the order of the case. Of questions whose answers come to the same, the broadest is enough. */
    private List<AskedAbout> together(Map<Slot, Chance> chances, Map<Slot, AskedAbout> worthAsking) {
        List<AskedAbout> asked = chances.keySet().stream()
                .flatMap(slot -> Stream.ofNullable(worthAsking.get(slot)))
                .toList();
        return AskedAbout.together(asked.stream()
                .filter(one -> asked.stream().noneMatch(other -> one.isCoveredBy(other, vocabulary)))
                .toList());
    }

    private Optional<AskedAbout> asked(
            Answered answered, List<Change> answers, Chance chance, Comparator<Reach> furthestFirst) {
        Report report = answered.report;
        return question(answered, answers, furthestFirst)
                .map(question -> new AskedAbout(answers, question, chance, isTakenForGranted(question.text(), report)))
                .filter(one -> isWorthAsking(one, report));
    }

    private Optional<OpenQuestion> question(Answered answered, List<Change> answers, Comparator<Reach> furthestFirst) {
        String text = QuestionWords.of(answers);
        List<Other> others = answers.stream()
                .flatMap(answer -> answered.otherBy(answer).stream())
                .toList();
        if (others.stream().noneMatch(answered::isBeyondDetail) && !isAwaited(text, answered.report)) {
            return Optional.empty();
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Other other : others) {
            answered.report(other)
                    .filter(then -> !isDoubtful(then) || isDoubtful(answered.report))
                    .flatMap(then -> Effects.between(answered.report, then, furthestFirst))
                    .ifPresent(effects -> alternatives.add(
                            new Alternative(other.answer().shown().to(), effects.reach(), effects.words())));
        }
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        alternatives.sort(decisiveFirst(furthestFirst));
        return Optional.of(new OpenQuestion(text, answers.get(0).shown().field(), alternatives));
    }

    /** Whether what is stated is likelier a slip than true, such as a hundredth of any dose. */
    private boolean isDoubtful(Report report) {
        return report.appliedRules().stream().anyMatch(doubting::contains);
    }

    /** Whether an answer is decisive, has been taken for granted, or keeps back the figure of a dose. */
    private static boolean isWorthAsking(AskedAbout asked, Report report) {
        return asked.question().answers().get(0).reach() != Reach.DETAIL
                || isAwaited(asked.question().text(), report);
    }

    /** Whether the report asks this, with or without what the answer is for. */
    private static boolean isAwaited(String question, Report report) {
        return report.questions().stream().map(Question::text).anyMatch(text -> text.startsWith(question));
    }

    private static boolean isTakenForGranted(String question, Report report) {
        return report.questions().stream().map(Question::text).anyMatch(question::equals);
    }

    private static List<OpenQuestion> ranked(List<AskedAbout> asked, Comparator<Reach> furthestFirst) {
        Comparator<AskedAbout> byEffect =
                Comparator.comparing(one -> one.question().answers().get(0).reach(), furthestFirst);
        return asked.stream()
                .sorted(Comparator.comparing((AskedAbout one) -> rank(one, furthestFirst))
                        .thenComparing(one -> !one.isTakenForGranted())
                        .thenComparing(byEffect)
                        .thenComparing(AskedAbout::effects, Comparator.reverseOrder())
                        .thenComparing(one -> one.question().text()))
                .map(AskedAbout::question)
                .limit(MOST)
                .toList();
    }

    /**
     * What is likely comes before what is seldom so. Only what reaches furthest in an emergency, safety, comes before all
     * the rest.
     */
    private static int rank(AskedAbout asked, Comparator<Reach> furthestFirst) {
        boolean emergency = furthestFirst.compare(Reach.SAFETY, Reach.LINE) < 0;
        boolean later = emergency && asked.question().answers().get(0).reach() != Reach.SAFETY;
        return (later ? Chance.values().length : 0) + asked.chance().ordinal();
    }

    private static Comparator<Alternative> decisiveFirst(Comparator<Reach> furthestFirst) {
        return Comparator.comparing(Alternative::reach, furthestFirst)
                .thenComparing(answer -> answer.effects().size(), Comparator.reverseOrder());
    }

    /** In an emergency nothing goes before safety: lines of treatment can wait. */
    private Comparator<Reach> furthestFirst(Report report) {
        return isEmergency(report)
                ? Comparator.comparing((Reach reach) -> reach != Reach.SAFETY).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }

    private boolean isEmergency(Report report) {
        return report.everyAlert()
                .filter(alert -> alert.level() == Alert.Level.CRITICAL)
                .map(alert -> alert.basis().ruleId())
                .anyMatch(emergencies::contains);
    }

    /**
     * A case with an answer by which some rules say something else.
     *
     * @param rules the ids of these rules, with what they say
     */
    private record Other(Change answer, PatientCase patientCase, Facts facts, Map<String, Set<Match>> rules) {}

    /** What becomes of one case with the answers to what it leaves open. Not thread-safe. */
    private final class Answered {

        private final Report report;
        private final CaseFacts.Baseline baseline;
        private final Reevaluation.Base evaluated;
        private final Set<String> offered;

        Answered(PatientCase patientCase, Report report) {
            this.report = report;
            this.baseline = new CaseFacts.Baseline(patientCase, facts.of(patientCase));
            this.evaluated = reevaluation.of(baseline.facts());
            this.offered = BeyondDetail.offered(evaluated.matches(Map.of()));
        }

        /** The case with an answer; empty if the report stays the same, or the answer contradicts the case. */
        Optional<Other> otherBy(Change answer) {
            CaseDraft draft = new CaseDraft(baseline.patientCase());
            answer.edit().accept(draft);
            try {
                PatientCase patientCase = draft.toCase();
                Facts then = facts.of(patientCase, baseline);
                Map<String, Set<Match>> otherwise =
                        evaluated.otherwise(then, List.of(felt.by(answer.slot(), baseline.patientCase())));
                return otherwise.isEmpty() && then.areSameOfTherapies(baseline.facts())
                        ? Optional.empty()
                        : Optional.of(new Other(answer, patientCase, then, otherwise));
            } catch (InvalidCaseException e) {
                // Not everything that is not known can be answered in every way: a man is not pregnant.
                return Optional.empty();
            }
        }

        boolean isBeyondDetail(Other other) {
            return beyondDetail.isPossible(
                    baseline.facts(), other.facts(), offered, other.rules().keySet());
        }

        /** What the report on it comes to; none if the answer cannot be true. */
        Optional<Report> report(Other other) {
            return terms.problemsIn(other.patientCase()).isEmpty()
                    ? Optional.of(
                            assembly.outline(other.patientCase(), other.facts(), evaluated.matches(other.rules())))
                    : Optional.empty();
        }
    }
}
