package org.spsrules.authoring.invariant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.PatientCase.Course;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Finds questions that the case itself answers (decision D-67). Reads the case and the words of the question, and not what
 * led to it.
 */
public final class AnsweredQuestions {

    private static final String EVER_HAD = "Has the patient ever had ";
    private static final String TAKES = "Does the patient take ";
    private static final String WHY = "? It is not on record.";
    private static final Pattern OF_SEVERAL =
            Pattern.compile("(" + EVER_HAD + "|" + TAKES + ")(.*)\\? None is on record\\.");

    private AnsweredQuestions() {}

    /** The first of these questions that a case, in terms of the vocabulary, answers. */
    public static Optional<String> first(PatientCase patientCase, Collection<String> questions, Vocabulary vocabulary) {
        Set<String> answered = answered(patientCase, vocabulary);
        Treatments treatments = patientCase.treatments();
        Set<String> open = ofKinds(treatments, vocabulary);
        boolean understood = had(treatments).noneMatch(vocabulary::isUnknown);
        return questions.stream()
                .flatMap(AnsweredQuestions::single)
                .filter(text -> !open.contains(text))
                .filter(text -> answered.contains(text)
                        || understood && treatments.history() == Completeness.COMPLETE && text.startsWith(EVER_HAD)
                        || understood && treatments.medication() == Completeness.COMPLETE && text.startsWith(TAKES))
                .findFirst();
    }

    /** A question about several drugs is a question about each. */
    private static Stream<String> single(String question) {
        Matcher several = OF_SEVERAL.matcher(question);
        return several.matches()
                ? Stream.of(several.group(2).split(", | or ")).map(drug -> several.group(1) + drug + WHY)
                : Stream.of(question);
    }

    /** Questions about the kinds of a class that is stated: which of them it was stays open in a complete list, too. */
    private static Set<String> ofKinds(Treatments treatments, Vocabulary vocabulary) {
        Set<String> open = new TreeSet<>();
        had(treatments).forEach(therapy -> {
            for (String kind : vocabulary.selfAndNarrower(therapy)) {
                if (!kind.equals(therapy)) {
                    open.add(EVER_HAD + vocabulary.nameOf(kind) + WHY);
                    open.add(TAKES + vocabulary.nameOf(kind) + WHY);
                }
            }
        });
        return open;
    }

    /** What was given at some time, whether it is said when or not. */
    private static Stream<String> had(Treatments treatments) {
        return Stream.concat(
                treatments.given().stream().map(PatientCase.Treatment::therapy), treatments.ever().stream());
    }

    private static Set<String> answered(PatientCase patientCase, Vocabulary vocabulary) {
        Set<String> answered = new TreeSet<>();
        stated(patientCase.conditions(), "", answered, vocabulary);
        stated(patientCase.symptoms(), "", answered, vocabulary);
        stated(patientCase.triggers(), "", answered, vocabulary);
        stated(patientCase.allergies(), "allergy to ", answered, vocabulary);
        for (PatientCase.Treatment treatment : patientCase.treatments().given()) {
            if (!treatment.current() && treatment.indication() == PatientCase.Treatment.Indication.ANOTHER_DISEASE) {
                // What was once given for another disease says nothing of treatments for SPS (D-69).
                continue;
            }
            for (String code : vocabulary.selfAndAncestors(treatment.therapy())) {
                answered.add(EVER_HAD + vocabulary.nameOf(code) + WHY);
            }
        }
        for (String therapy : patientCase.treatments().ever()) {
            for (String code : vocabulary.selfAndAncestors(therapy)) {
                answered.add(EVER_HAD + vocabulary.nameOf(code) + WHY);
            }
        }
        Course course = patientCase.course();
        if (course.control() != Course.Control.UNKNOWN) {
            answered.add("How well are the symptoms controlled?");
        }
        if (course.acuteSevereExacerbation() != Answer.UNKNOWN) {
            answered.add("Is there an acute severe exacerbation?");
        }
        if (patientCase.person().liverFunction() != PatientCase.LiverFunction.UNKNOWN) {
            answered.add("How well does the liver work?");
        }
        return answered;
    }

    private static void stated(Checklist list, String before, Set<String> answered, Vocabulary vocabulary) {
        for (Set<String> terms : List.of(list.present(), list.absent())) {
            terms.forEach(term -> answered.add("Present or absent: " + before + vocabulary.nameOf(term) + "?"));
        }
    }
}
