package org.spsrules.internal.counterfactual;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spsrules.PatientCase;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Which questions of rules a change can turn: those that read its aspect and, where it is about one concept, those about its
 * kin. They are the same for every case, and so are remembered. Thread-safe.
 */
final class FeltChanges {

    private final Reevaluation reevaluation;
    private final Vocabulary vocabulary;
    private final Map<Kind, Reevaluation.Felt> known = new ConcurrentHashMap<>();

    FeltChanges(Reevaluation reevaluation, Vocabulary vocabulary) {
        this.reevaluation = reevaluation;
        this.vocabulary = vocabulary;
    }

    /**
     * Changes that turn the same questions.
     *
     * @param kinOf the concept of whose kin alone they are felt; empty if they are felt by others too
     */
    private record Kind(Aspect aspect, String kinOf) {}

    /** What one change of a case can turn. */
    Reevaluation.Felt by(Slot slot, PatientCase patientCase) {
        return known.computeIfAbsent(
                new Kind(slot.aspect(), isFeltByItsKin(slot, patientCase) ? slot.about() : ""), this::find);
    }

    /** What several changes can turn; of concepts, one may give way to another. */
    List<Reevaluation.Felt> by(List<Slot> slots, PatientCase patientCase) {
        return slots.size() == 1
                ? List.of(by(slots.get(0), patientCase))
                : slots.stream()
                        .map(Slot::aspect)
                        .distinct()
                        .map(aspect -> known.computeIfAbsent(new Kind(aspect, ""), this::find))
                        .toList();
    }

    /** What has a field of its own stands with others in it, and what has kin in the case can take its place. */
    private boolean isFeltByItsKin(Slot slot, PatientCase patientCase) {
        return slot.feeds(CaseFields.CONDITIONS)
                && PersonalCondition.all().stream().noneMatch(one -> one.code().equals(slot.about()))
                && Candidate.stated(patientCase).stream().noneMatch(stated -> areKin(stated, slot.about()));
    }

    private Reevaluation.Felt find(Kind kind) {
        return reevaluation.felt((type, constraint) ->
                Aspects.feeding(type, constraint.asked()).contains(kind.aspect) && mayConcern(constraint, kind.kinOf));
    }

    private boolean mayConcern(Constraint constraint, String concept) {
        return concept.isEmpty()
                || constraint.dependsOnOthers()
                || constraint.texts().stream().anyMatch(text -> areKin(text, concept));
    }

    private boolean areKin(String one, String other) {
        return vocabulary.isA(one, other) || vocabulary.isA(other, one);
    }
}
