package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatments;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What the patient has had, takes, cannot have and does not want. Every question may name a therapy or a class. What was
 * once given for another disease is none that the patient has had for SPS, unless it was not tolerated (D-69); nor is what
 * nobody here knows and is given for another disease now, whatever it is.
 */
public final class History implements Fact {

    private final boolean historyComplete;
    private final TherapyList had;
    private final TherapyList taken;
    private final Set<String> unavailable = new HashSet<>();
    private final Set<String> declined = new HashSet<>();
    private final Set<String> unsuitable = new HashSet<>();
    private final Set<String> never = new HashSet<>();
    private final Vocabulary vocabulary;

    History(Treatments treatments, Vocabulary vocabulary) {
        this.historyComplete = treatments.history() == Completeness.COMPLETE;
        this.vocabulary = vocabulary;
        this.had = TherapyList.of(
                Stream.concat(given(treatments, this::isOfSps), treatments.ever().stream())
                        .toList(),
                historyComplete,
                vocabulary);
        this.taken = TherapyList.of(
                given(treatments, PatientCase.Treatment::current).toList(),
                treatments.medication() == Completeness.COMPLETE,
                vocabulary);
        unavailable.addAll(treatments.unavailable());
        declined.addAll(treatments.declined());
        unsuitable.addAll(treatments.unsuitable());
        never.addAll(treatments.never());
    }

    private static Stream<String> given(Treatments treatments, Predicate<PatientCase.Treatment> which) {
        return treatments.given().stream().filter(which).map(PatientCase.Treatment::therapy);
    }

    private boolean isOfSps(PatientCase.Treatment treatment) {
        return treatment.current() && !vocabulary.isUnknown(treatment.therapy())
                || treatment.indication() != Indication.ANOTHER_DISEASE
                || treatment.tolerated() == Answer.NO;
    }

    private History(History base, Set<String> alsoHad, Set<String> alsoTaken) {
        this.historyComplete = true;
        this.vocabulary = base.vocabulary;
        this.had = base.had.settled(alsoHad);
        this.taken = base.taken.settled(alsoTaken);
        unavailable.addAll(base.unavailable);
        declined.addAll(base.declined);
        unsuitable.addAll(base.unsuitable);
        never.addAll(base.never);
    }

    /** What is taken is asked apart from what was ever had, as both lists say for themselves whether they are complete. */
    @Override
    public List<History> completions(String question, List<String> arguments) {
        List<History> completions = new ArrayList<>();
        if (had.isOpen() || taken.isOpen()) {
            Set<String> open = arguments.stream()
                    .filter(therapy -> !covers(never, therapy))
                    .collect(Collectors.toSet());
            completions.add(new History(this, open, open));
        }
        completions.add(new History(this, Set.of(), Set.of()));
        return completions;
    }

    /** Whether every treatment ever given for SPS is listed; out of reach of rules. */
    public boolean isComplete() {
        return historyComplete;
    }

    /** Known to have had it, or to take it now. */
    @Says(
            value = "has had {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean had(String therapy) {
        return had.holds(therapy);
    }

    /** Known to have had, or to take, at least one of them. */
    @Says(
            value = "has had {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean hadAny(String... therapies) {
        return Arrays.stream(therapies).anyMatch(had::holds);
    }

    /** Known never to have had it: the case says so of it, or the treatment history is complete and does not list it. */
    @Says(
            value = "never had {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean neverHad(String therapy) {
        return had.lacks(therapy) || wasNeverGiven(therapy);
    }

    private boolean wasNeverGiven(String therapy) {
        return covers(never, therapy) && !had(therapy);
    }

    /**
     * Not known to have had it. Where the history is not complete, whatever follows is offered "if not already tried"
     * (D-30).
     */
    @Says(
            value = "{0} not already tried",
            of = {THERAPY, THERAPY_CLASS},
            strictly = "neverHad",
            asks = "Has the patient ever had {0}? It is not on record.")
    public boolean untried(String therapy) {
        return !had(therapy);
    }

    /** The codes of everything that is known to be taken; out of reach of rules. */
    Set<String> taken() {
        return taken.kinds();
    }

    /** Known to take it now. */
    @Says(
            value = "takes {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean takes(String therapy) {
        return taken.holds(therapy);
    }

    /** Known not to take it now: the medication list is complete and does not hold it, or it was never given. */
    @Says(
            value = "does not take {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean takesNo(String therapy) {
        return !mayTake(therapy);
    }

    /** Takes it, or it is not known. */
    @Says(
            value = "may take {0}",
            of = {THERAPY, THERAPY_CLASS},
            strictly = "takes",
            asks = "Does the patient take {0}? The medication list is not complete.")
    public boolean mayTake(String therapy) {
        return taken.mayHold(therapy) && !wasNeverGiven(therapy);
    }

    /** Known to be impossible to get. */
    @Says(
            value = "{0}: unavailable",
            of = {THERAPY, THERAPY_CLASS})
    public boolean unavailable(String therapy) {
        return covers(unavailable, therapy);
    }

    /** Declined by the patient. */
    @Says(
            value = "{0}: declined",
            of = {THERAPY, THERAPY_CLASS})
    public boolean declined(String therapy) {
        return covers(declined, therapy);
    }

    /** Judged unsuitable for the patient by a clinician. */
    @Says(
            value = "{0}: judged unsuitable",
            of = {THERAPY, THERAPY_CLASS})
    public boolean unsuitable(String therapy) {
        return covers(unsuitable, therapy);
    }

    /** Whether a stated therapy, or a class that it belongs to, is among the codes. */
    private boolean covers(Set<String> codes, String therapy) {
        return vocabulary.selfAndAncestors(therapy).stream().anyMatch(codes::contains);
    }
}
