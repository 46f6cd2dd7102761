package org.spsrules.internal.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.vocabulary.Vocabulary;

/** What allergies and grave reactions stand against: the therapy itself, and its kin (D-58). Thread-safe. */
final class Hypersensitivity {

    private final List<KinshipRow> kinship;
    private final List<ReactionRow> reactions;
    private final Vocabulary vocabulary;

    Hypersensitivity(Knowledge knowledge, Vocabulary vocabulary) {
        this.kinship = knowledge.kinship();
        this.reactions = knowledge.reactions();
        this.vocabulary = vocabulary;
    }

    /** All of it, in an order that does not depend on that of the case. */
    List<Contraindication> of(PatientCase patientCase) {
        List<Contraindication> found = new ArrayList<>();
        patientCase.allergies().present().stream().sorted().forEach(allergen -> {
            found.add(new Contraindication(
                    allergen,
                    allergen,
                    Level.ABSOLUTE.word(),
                    "The patient is allergic to it.",
                    true,
                    List.of(),
                    List.of()));
            kin(allergen, allergen).forEach(found::add);
        });
        for (ReactionRow row : reactions) {
            patientCase.treatments().given().stream()
                    .flatMap(treatment -> against(row, treatment))
                    .sorted(Contraindication.IN_ORDER)
                    .forEach(found::add);
        }
        return found;
    }

    private Stream<Contraindication> against(ReactionRow row, Treatment treatment) {
        return treatment.sideEffects().stream()
                .filter(sideEffect -> vocabulary.isA(sideEffect, row.sideEffect()))
                .flatMap(sideEffect -> Stream.concat(
                        Stream.of(new Contraindication(
                                treatment.therapy(),
                                sideEffect,
                                row.level().word(),
                                row.reason(),
                                !row.verified().isEmpty(),
                                row.verified(),
                                row.sources())),
                        row.kin() ? kin(treatment.therapy(), sideEffect) : Stream.of()));
    }

    /** The members of each class of kin that are not the therapy itself. */
    private Stream<Contraindication> kin(String therapy, String condition) {
        return kinship.stream()
                .filter(row -> vocabulary.isA(therapy, row.therapyClass()))
                .flatMap(row -> vocabulary.membersOf(row.therapyClass()).stream()
                        .filter(member -> !vocabulary.isA(member, therapy))
                        .map(member -> new Contraindication(
                                member,
                                condition,
                                row.level().word(),
                                row.reason(),
                                !row.verified().isEmpty(),
                                row.verified(),
                                row.sources())));
    }
}
