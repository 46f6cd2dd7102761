package org.spsrules.internal.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reading.Reading;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What a case states and neither the knowledge base reads nor an item of the report is about (D-54), apart from what the
 * vocabulary does not list, of which the report says so. Thread-safe.
 */
final class Leftovers {

    private final Vocabulary vocabulary;
    private final Reading reading;

    Leftovers(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reading = new Reading(knowledge, vocabulary);
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
        return reading.unread(patientCase).stream()
                .filter(fact -> fact.code().isEmpty() || vocabulary.isListed(fact.code()))
                .filter(fact -> !(fact.isTerm() && named.contains(fact.code())))
                .map(fact -> new Report.Unread(fact.field(), fact.text()))
                .toList();
    }

    private static void add(Optional<Subject> subject, Set<String> named) {
        subject.map(Subject::code).ifPresent(named::add);
    }
}
