package org.spsrules.authoring.invariant;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.Vocabulary;

/**
 * The codes that a knowledge base names anywhere at all. Cruder than what a report goes by, and made without it: a term
 * that is nowhere named cannot have been read.
 */
final class NamedAnywhere {

    private final Set<String> codes = new HashSet<>();
    private final Vocabulary vocabulary;

    NamedAnywhere(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        knowledge.rules().forEach(rule -> {
            rule.texts().forEach(codes::add);
            codes.addAll(rule.then().after());
        });
        knowledge.contraindications().forEach(row -> {
            codes.addAll(List.of(row.therapy(), row.condition()));
            codes.addAll(row.also());
            row.exclusion().ifPresent(exclusion -> codes.addAll(exclusion.by()));
        });
        knowledge.interactions().forEach(row -> codes.addAll(List.of(row.therapy(), row.with())));
        knowledge.ladder().forEach(step -> codes.addAll(step.enteringItsLine()));
    }

    /** Whether a term, a class of it or one of its members is named. */
    boolean names(String code) {
        return Stream.concat(vocabulary.selfAndAncestors(code).stream(), vocabulary.selfAndNarrower(code).stream())
                .anyMatch(codes::contains);
    }

    /** Every term that a case states. */
    static Stream<String> statedIn(PatientCase patientCase) {
        return Stream.of(
                        patientCase.conditions().present(),
                        patientCase.conditions().absent(),
                        patientCase.symptoms().present(),
                        patientCase.symptoms().absent(),
                        patientCase.triggers().present(),
                        patientCase.triggers().absent(),
                        patientCase.allergies().present(),
                        patientCase.allergies().absent(),
                        patientCase.diagnosis().psychiatricLabels(),
                        patientCase.diagnosis().variant().stream().toList(),
                        patientCase.treatments().unavailable(),
                        patientCase.treatments().declined(),
                        patientCase.treatments().unsuitable(),
                        patientCase.treatments().never(),
                        patientCase.treatments().given().stream()
                                .flatMap(given ->
                                        Stream.concat(Stream.of(given.therapy()), given.sideEffects().stream()))
                                .toList(),
                        patientCase.tests().stream().map(PatientCase.Test::test).toList(),
                        patientCase.plans().stream()
                                .flatMap(plan -> Stream.concat(plan.therapy().stream(), plan.to().stream()))
                                .toList())
                .flatMap(Collection::stream);
    }
}
