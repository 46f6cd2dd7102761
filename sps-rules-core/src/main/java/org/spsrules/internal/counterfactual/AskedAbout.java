package org.spsrules.internal.counterfactual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spsrules.OpenQuestion;
import org.spsrules.OpenQuestion.Alternative;
import org.spsrules.internal.knowledge.PlausibilityRow.Chance;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A question, and what it rests on. Immutable.
 *
 * @param answers every answer, whether it changes the report or not
 * @param question the question, the most decisive answer first
 * @param chance how likely an answer is that changes the report
 * @param isTakenForGranted whether the report says that it took an answer for granted
 */
record AskedAbout(List<Change> answers, OpenQuestion question, Chance chance, boolean isTakenForGranted) {

    private Slot slot() {
        return answers.get(0).slot();
    }

    /** The weightiest effect of the weightiest answer. */
    private String gist() {
        Alternative first = question.answers().get(0);
        return first.reach() + first.effects().get(0);
    }

    int effects() {
        return question.answers().stream()
                .mapToInt(answer -> answer.effects().size())
                .sum();
    }

    /** Whether another one comes to the same and is about something broader. */
    boolean isCoveredBy(AskedAbout other, Vocabulary vocabulary) {
        return other.slot().aspect() == slot().aspect()
                && !other.slot().equals(slot())
                && other.slot().index() == slot().index()
                && vocabulary.isA(slot().about(), other.slot().about())
                && gist().equals(other.gist());
    }

    /** Whether a question about another place may cover this one, or be asked in one with it. */
    boolean mayMeet(Slot other, Vocabulary vocabulary) {
        return other.aspect() == slot().aspect()
                && (other.feeds(TreatmentFields.THERAPY)
                        || other.index() == slot().index() && vocabulary.isA(slot().about(), other.about()));
    }

    /** Therapies whose questions come to the same are asked about in one: whoever knows of one of them knows of all. */
    static List<AskedAbout> together(Collection<AskedAbout> questions) {
        Map<List<Object>, List<AskedAbout>> alike = new LinkedHashMap<>();
        for (AskedAbout one : questions) {
            List<Object> key = one.slot().feeds(TreatmentFields.THERAPY)
                    ? List.of(one.gist(), one.question.answers().get(0).answer())
                    : List.of(one.slot());
            alike.computeIfAbsent(key, first -> new ArrayList<>()).add(one);
        }
        return alike.values().stream().map(AskedAbout::joined).toList();
    }

    private static AskedAbout joined(List<AskedAbout> alike) {
        if (alike.size() == 1) {
            return alike.get(0);
        }
        List<AskedAbout> likelyFirst = alike.stream()
                .sorted(Comparator.comparing(AskedAbout::chance)
                        .thenComparing(AskedAbout::effects, Comparator.reverseOrder()))
                .toList();
        List<Change> answers =
                likelyFirst.stream().flatMap(one -> one.answers.stream()).toList();
        AskedAbout first = likelyFirst.get(0);
        return new AskedAbout(
                answers,
                new OpenQuestion(
                        QuestionWords.of(answers),
                        first.question.field(),
                        likelyFirst.stream().flatMap(AskedAbout::named).toList()),
                first.chance,
                likelyFirst.stream().anyMatch(AskedAbout::isTakenForGranted));
    }

    /** The answers that change the report, with what they are about. */
    private Stream<Alternative> named() {
        String about = answers.get(0).shown().subject();
        return question.answers().stream()
                .map(answer -> new Alternative(
                        about + (answer.answer().equals(TreatmentChanges.BEGUN) ? " is " : " was ") + answer.answer(),
                        answer.reach(),
                        answer.effects()));
    }
}
