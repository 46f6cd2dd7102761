package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/** Finds what is not known and would change a report, by evaluating every possible answer. Thread-safe. */
public final class OpenQuestions {

    private final Set<String> emergencies;
    private final Vocabulary vocabulary;
    private final CaseFacts facts;
    private final CaseTerms terms;
    private final ReferencedTerms mentions;

    /** Questions by this knowledge base. */
    public OpenQuestions(Knowledge knowledge, Vocabulary vocabulary, CaseFacts facts, CaseTerms terms) {
        this.emergencies = knowledge.rules().stream()
                .filter(rule -> knowledge.kindOf(rule.folder()) == Kind.EMERGENCY)
                .map(Rule::id)
                .collect(Collectors.toSet());
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.terms = terms;
        this.mentions = new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), vocabulary);
    }

    /** How a report may be had for a case in codes. */
    public interface Evaluation {
        /** The report. */
        Report report(PatientCase patientCase);
    }

    /**
     * The questions, the most decisive first.
     *
     * @param patientCase a case in codes
     * @param evaluation evaluates it, and what it may turn out to be
     */
    public List<OpenQuestion> about(PatientCase patientCase, Evaluation evaluation) {
        Report report = evaluation.report(patientCase);
        Comparator<Reach> furthestFirst = furthestFirst(report);
        Patient patient = (Patient) facts.of(patientCase).get(0);
        Map<Slot, List<Change>> unknown = new LinkedHashMap<>();
        for (Change change : Changes.of(patientCase, patient, mentions, vocabulary)) {
            boolean asked = !change.slot().feeds(TreatmentFields.THERAPY)
                    || TreatmentChanges.ASKED.contains(change.shown().to());
            if (asked && change.shown().kind() == FactChange.Kind.ANSWER) {
                unknown.computeIfAbsent(change.slot(), slot -> new ArrayList<>())
                        .add(change);
            }
        }
        Map<Slot, OpenQuestion> questions = new LinkedHashMap<>();
        unknown.forEach((slot, answers) -> {
            List<Alternative> alternatives = new ArrayList<>();
            for (Change answer : answers) {
                answered(patientCase, answer)
                        .flatMap(answered -> Effects.between(report, evaluation.report(answered), furthestFirst))
                        .ifPresent(effects -> alternatives.add(
                                new Alternative(answer.shown().to(), effects.reach(), effects.words())));
            }
            if (!alternatives.isEmpty()) {
                alternatives.sort(decisiveFirst(furthestFirst));
                FactChange shown = answers.get(0).shown();
                questions.put(slot, new OpenQuestion(QuestionWords.of(answers), shown.field(), alternatives));
            }
        });
        return ranked(withoutNarrower(questions), report, furthestFirst);
    }

    /** Of questions whose answers come to the same, the one about the broadest concept is enough. */
    private List<OpenQuestion> withoutNarrower(Map<Slot, OpenQuestion> questions) {
        List<OpenQuestion> kept = new ArrayList<>();
        questions.forEach((slot, question) -> {
            boolean covered = questions.entrySet().stream()
                    .anyMatch(other -> other.getKey().aspect() == slot.aspect()
                            && !other.getKey().equals(slot)
                            && other.getKey().index() == slot.index()
                            && vocabulary.isA(slot.about(), other.getKey().about())
                            && gist(question).equals(gist(other.getValue())));
            if (!covered) {
                kept.add(question);
            }
        });
        return kept;
    }

    /** The weightiest effect of the weightiest answer. */
    private static String gist(OpenQuestion question) {
        Alternative first = question.answers().get(0);
        return first.reach() + first.effects().get(0);
    }

    private static List<OpenQuestion> ranked(
            List<OpenQuestion> questions, Report report, Comparator<Reach> furthestFirst) {
        List<String> takenForGranted =
                report.questions().stream().map(Question::text).toList();
        questions.sort(Comparator.comparing(
                        (OpenQuestion question) -> question.answers().get(0).reach(), furthestFirst)
                .thenComparing(question -> !takenForGranted.contains(question.text()))
                .thenComparing(OpenQuestions::effects, Comparator.reverseOrder())
                .thenComparing(OpenQuestion::text));
        return List.copyOf(questions);
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

    private static int effects(OpenQuestion question) {
        return question.answers().stream()
                .mapToInt(answer -> answer.effects().size())
                .sum();
    }

    private Optional<PatientCase> answered(PatientCase patientCase, Change answer) {
        CaseDraft draft = new CaseDraft(patientCase);
        answer.edit().accept(draft);
        try {
            PatientCase answered = draft.toCase();
            return terms.problemsIn(answered).isEmpty() ? Optional.of(answered) : Optional.empty();
        } catch (InvalidCaseException e) {
            // Not everything that is not known can be answered in every way: a man is not pregnant.
            return Optional.empty();
        }
    }
}
