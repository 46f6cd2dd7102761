package org.spsrules.authoring.lint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.knowledge.UnreadNote;
import org.spsrules.internal.reading.Place;
import org.spsrules.internal.reading.Reading;
import org.spsrules.vocabulary.Concept;

/** Every word that a case may state is read somewhere, or its entry says why it is there (D-54). */
final class UnreadTerm implements Check {

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        Set<String> explained =
                subject.knowledge().unread().stream().map(UnreadNote::term).collect(Collectors.toSet());
        Reading reading = new Reading(subject.knowledge(), subject.vocabulary());
        for (Concept concept : subject.knowledge().concepts()) {
            if (places(concept).findAny().isPresent()
                    && places(concept).noneMatch(place -> reading.reads(place, concept.code()))
                    && !explained.contains(concept.code())) {
                diagnostics.add(
                        subject.locations().of(concept),
                        LintCode.UNREAD_TERM,
                        "a case may state " + concept.code()
                                + ", and no rule, row or class of it reads that; say why it is there under unread, or"
                                + " read it");
            }
        }
    }

    private static Stream<Place> places(Concept concept) {
        return Stream.of(Place.values()).filter(place -> place.holds(concept.kind()));
    }
}
