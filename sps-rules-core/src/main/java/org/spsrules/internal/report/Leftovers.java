package org.spsrules.internal.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.UnreadNote;
import org.spsrules.internal.reading.Reading;
import org.spsrules.internal.reading.UnreadFact;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What a case states and neither the knowledge base reads nor an item of the report is about (D-54), apart from what the
 * vocabulary does not list, of which the report says so. Thread-safe.
 */
final class Leftovers {

    private final Vocabulary vocabulary;
    private final Reading reading;
    private final Set<String> alerting;
    private final Map<String, UnreadNote> notes;

    Leftovers(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reading = new Reading(knowledge, vocabulary);
        this.alerting = knowledge.rules().stream()
                .filter(rule -> rule.then().verb().role() == Verb.Role.ALERT)
                .map(Rule::id)
                .collect(Collectors.toUnmodifiableSet());
        this.notes = knowledge.unread().stream()
                .collect(Collectors.toUnmodifiableMap(UnreadNote::term, Function.identity()));
    }

    /** The facts that go unread, in the order of the case. */
    List<Report.Unread> of(
            PatientCase patientCase,
            List<Report.Alert> alerts,
            List<Report.Recommendation> recommendations,
            List<Report.Withheld> withheld) {
        Set<String> named = new HashSet<>();
        alerts.forEach(alert -> add(alert.subject(), named));
        recommendations.forEach(item -> add(item.subject(), named));
        withheld.forEach(item -> add(item.subject(), named));
        return Stream.concat(
                        reading.unread(patientCase).stream()
                                .filter(fact -> fact.code().isEmpty() || vocabulary.isListed(fact.code()))
                                .filter(fact -> !(fact.isTerm() && named.contains(fact.code())))
                                .map(this::unread),
                        patientCase.acknowledged().stream()
                                .filter(key -> !alerting.contains(ruleIn(key)))
                                .map(this::acknowledgesNothing))
                .toList();
    }

    private Report.Unread unread(UnreadFact fact) {
        Optional<UnreadNote> note = Optional.of(fact).filter(UnreadFact::isTerm).map(term -> notes.get(term.code()));
        return new Report.Unread(
                fact.field(),
                fact.text(),
                note.map(UnreadNote::text),
                !fact.isTerm() || note.filter(UnreadNote::background).isPresent());
    }

    /** The id may be misspelt, or be that of a rule which an earlier knowledge base had; the alert, if any, still stands. */
    private Report.Unread acknowledgesNothing(String key) {
        return new Report.Unread(
                CaseFields.ACKNOWLEDGED.name(),
                "acknowledged: " + key + ", and no rule that alerts has this id"
                        + Suggestion.didYouMean(ruleIn(key), alerting));
    }

    private static String ruleIn(String key) {
        return key.split(" ", 2)[0];
    }

    private static void add(Optional<Subject> subject, Set<String> named) {
        subject.map(Subject::code).ifPresent(named::add);
    }
}
