package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Action;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.internal.shape.Completions;
import org.spsrules.internal.shape.PlanFields;
import org.spsrules.vocabulary.Vocabulary;

/** Something planned, ordered or wished. */
public final class Plan implements Fact {

    private static final Set<Action> ENDS = EnumSet.of(Action.STOP, Action.REDUCE, Action.SWITCH);

    private final PatientCase.Plan stated;
    private final Set<String> kinds;
    private final Vocabulary vocabulary;

    Plan(PatientCase.Plan stated, Vocabulary vocabulary) {
        this.stated = stated;
        this.vocabulary = vocabulary;
        this.kinds =
                stated.therapy().map(therapy -> kinds(stated.action(), therapy)).orElse(Set.of());
    }

    /** The end of a class is the end of each of its members (D-60); what begins is of one kind. */
    private Set<String> kinds(Action action, String therapy) {
        Set<String> own = vocabulary.selfAndAncestors(therapy);
        if (!ENDS.contains(action) || vocabulary.membersOf(therapy).isEmpty()) {
            return own;
        }
        Set<String> all = new HashSet<>(own);
        vocabulary.selfAndNarrower(therapy).forEach(code -> all.addAll(vocabulary.selfAndAncestors(code)));
        return Set.copyOf(all);
    }

    @Override
    public PatientCase.Plan stated() {
        return stated;
    }

    @Override
    public Optional<String> about() {
        return stated.therapy();
    }

    /** Whether the therapy is to begin; out of reach of rules. */
    public boolean isBegun() {
        return stated.action() == Action.START;
    }

    @Override
    public List<Plan> completions(String question, List<String> arguments) {
        return Completions.of(PlanFields.PART, stated, "Plan", question).stream()
                .map(completion -> new Plan(completion, vocabulary))
                .toList();
    }

    /** What is planned. */
    @Says(
            value = "plan: {value}",
            words = {"start", "stop", "reduce", "switch", "continue", "detoxification", "surgery", "pregnancy"})
    public String action() {
        return CaseFacts.word(stated.action());
    }

    /** Code of the therapy that the plan concerns. */
    @Says("{value}")
    public @Nullable String therapy() {
        return stated.therapy().orElse(null);
    }

    /** Concerns this therapy, or one of this class; the end of a class concerns each member and its kinds. */
    @Says(
            value = "concerns {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean concerns(String therapyOrClass) {
        return kinds.contains(therapyOrClass);
    }

    /** To be done abruptly. */
    @Says("abruptly")
    public boolean abrupt() {
        return stated.manner() == Manner.ABRUPT;
    }

    /** To be done gradually. */
    @Says("gradually")
    public boolean gradual() {
        return stated.manner() == Manner.GRADUAL;
    }

    /** To be done abruptly, or it is not said how. */
    @Says(value = "abruptly", strictly = "abrupt", asks = "Is the plan to be carried out abruptly or gradually?")
    public boolean maybeAbrupt() {
        return stated.manner() != Manner.GRADUAL;
    }

    /** An end, a cut or a switch of the therapy. */
    @Says("a stop, cut or switch")
    public boolean end() {
        return ENDS.contains(stated.action());
    }

    /** An end, a cut or a switch of the therapy that is to be done abruptly. */
    @Says("an abrupt stop, cut or switch")
    public boolean abruptEnd() {
        return ENDS.contains(stated.action()) && abrupt();
    }

    /** An end, a cut or a switch of the therapy that is to be done abruptly, or of which it is not said how. */
    @Says(
            value = "an abrupt stop, cut or switch",
            strictly = "abruptEnd",
            asks = "Is the plan to be carried out abruptly or gradually?")
    public boolean maybeAbruptEnd() {
        return ENDS.contains(stated.action()) && maybeAbrupt();
    }

    /** Who wants it. */
    @Says(
            value = "requested by: {value}",
            words = {"patient", "clinician", "emergency-staff", "unknown"})
    public String requestedBy() {
        return CaseFacts.word(stated.requestedBy());
    }
}
