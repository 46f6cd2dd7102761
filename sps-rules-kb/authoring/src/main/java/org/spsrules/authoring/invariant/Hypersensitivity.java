package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.vocabulary.Vocabulary;

/** What an allergy or a grave reaction stands against, read from the case and not from the facts that rows make (D-58). */
final class Hypersensitivity {

    private static final Set<String> GRAVE =
            Set.of("anaphylactic-reaction", "angioedema", "severe-skin-side-effect", "dress-reaction");

    /** The classes of one ingredient, and those that cross-react. */
    private static final List<String> KIN =
            List.of("baclofen-any-route", "benzodiazepine", "aromatic-antiepileptic", "immunoglobulin");

    private Hypersensitivity() {}

    static boolean standsAgainst(Outcome outcome, String therapy) {
        return reactedTo(outcome).anyMatch(culprit -> isKin(outcome.vocabulary(), therapy, culprit));
    }

    private static Stream<String> reactedTo(Outcome outcome) {
        return Stream.concat(
                outcome.patientCase().allergies().present().stream(),
                outcome.patientCase().treatments().given().stream()
                        .filter(treatment -> treatment.sideEffects().stream().anyMatch(GRAVE::contains))
                        .map(treatment -> treatment.therapy()));
    }

    private static boolean isKin(Vocabulary vocabulary, String therapy, String culprit) {
        return vocabulary.isA(therapy, culprit)
                || KIN.stream().anyMatch(kin -> vocabulary.isA(therapy, kin) && vocabulary.isA(culprit, kin));
    }
}
