package org.spsrules.internal.fact;

import static org.spsrules.vocabulary.Concept.Kind.SIDE_EFFECT;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY;
import static org.spsrules.vocabulary.Concept.Kind.THERAPY_CLASS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan.Manner;
import org.spsrules.PatientCase.Treatment.Indication;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.PatientCase.Treatment.Schedule;
import org.spsrules.internal.shape.Completions;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.Vocabulary;

/** One treatment, past or current. */
public final class Treatment implements Fact {

    private static final Set<Response> USELESS = EnumSet.of(Response.NONE, Response.WORSE);
    private static final Set<Response> SHORT_OF_GOOD = EnumSet.of(Response.PARTIAL, Response.NONE, Response.WORSE);

    /** Days; longer than any withdrawal that a row speaks of. */
    private static final int LATELY = 92;

    /** Days that a month, and the turn of a year, leave open at most. */
    private static final int MONTHS_OPEN = 62;

    private final PatientCase.Treatment stated;
    private final LocalDate asOf;
    private final Set<String> kinds;
    private final Vocabulary vocabulary;
    private final Set<String> sideEffects = new HashSet<>();

    Treatment(PatientCase.Treatment stated, LocalDate asOf, Vocabulary vocabulary) {
        this.stated = stated;
        this.asOf = asOf;
        this.vocabulary = vocabulary;
        this.kinds = vocabulary.selfAndAncestors(stated.therapy());
        stated.sideEffects().forEach(code -> sideEffects.addAll(vocabulary.selfAndAncestors(code)));
    }

    @Override
    public Optional<String> about() {
        return Optional.of(therapy());
    }

    @Override
    public PatientCase.Treatment stated() {
        return stated;
    }

    @Override
    public List<Treatment> completions(String question, List<String> arguments) {
        List<Treatment> completions = new ArrayList<>();
        for (PatientCase.Treatment completion : Completions.of(TreatmentFields.PART, stated, "Treatment", question)) {
            for (Optional<Dose> dose : doses(arguments)) {
                completions.add(completion(TreatmentFields.PART.with(completion, TreatmentFields.DOSE, dose)));
            }
        }
        if (question.equals("daysSinceStart")) {
            completions.addAll(onEitherDay(TreatmentFields.STARTED));
        } else if (question.equals("daysSinceEnd")) {
            completions.addAll(onEitherDay(TreatmentFields.STOPPED));
        }
        return completions;
    }

    /** With the first and with the last day that a date can be; none if it leaves no day open. */
    private List<Treatment> onEitherDay(Field<PatientCase.Treatment, Optional<PartialDate>> date) {
        return Elapsed.ends(date.of(stated), asOf).stream()
                .map(day -> completion(TreatmentFields.PART.with(stated, date, Optional.of(day))))
                .toList();
    }

    private Treatment completion(PatientCase.Treatment completed) {
        return new Treatment(completed, asOf, vocabulary);
    }

    /** The dose; if it is not stated, and the question is about one, a dose on either side of it. */
    private List<Optional<Dose>> doses(List<String> arguments) {
        if (stated.dose().isPresent()) {
            return List.of(stated.dose());
        }
        List<Optional<Dose>> doses =
                NamedDose.around(arguments).map(Optional::of).toList();
        return doses.isEmpty() ? List.of(Optional.empty()) : doses;
    }

    /** Code of the therapy. */
    @Says("{value}")
    public String therapy() {
        return stated.therapy();
    }

    /** Is this therapy, or belongs to this class. */
    @Says(
            value = "is {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean isA(String therapyOrClass) {
        return kinds.contains(therapyOrClass);
    }

    /** Is one of these therapies, or belongs to one of these classes. */
    @Says(
            value = "is {0}",
            of = {THERAPY, THERAPY_CLASS})
    public boolean isAny(String... therapiesOrClasses) {
        return Arrays.stream(therapiesOrClasses).anyMatch(kinds::contains);
    }

    /** Known to be given for SPS. */
    @Says("given for SPS")
    public boolean forSps() {
        return stated.indication() == Indication.SPS;
    }

    /** Known to be given for another disease. */
    @Says("given for another disease")
    public boolean forAnotherDisease() {
        return stated.indication() == Indication.ANOTHER_DISEASE;
    }

    /** Nobody has said what it is given for. */
    @Says("not stated what it is given for")
    public boolean indicationUnknown() {
        return stated.indication() == Indication.UNKNOWN;
    }

    /** Given for SPS, or nobody has said that it is given for another disease. */
    @Says("not given for another disease")
    public boolean forSpsUnlessSaid() {
        return !forAnotherDisease();
    }

    /** Given now. */
    @Says("given now")
    public boolean current() {
        return stated.current();
    }

    /** Given in the past, and no more. */
    @Says("given in the past")
    public boolean past() {
        return !stated.current();
    }

    /** Days from its start to the day of the case; the fewest that they can be, so that "at least" holds whatever the day was. */
    @Says("days since it began: {value}")
    public @Nullable Integer daysSinceStart() {
        return Elapsed.fewest(ChronoUnit.DAYS, stated.started(), asOf);
    }

    /** Nobody has said on which day it began: not at all, or only the month or the year. */
    @Says("not stated on which day it began")
    public boolean startDateUnknown() {
        return Elapsed.isOpen(stated.started(), asOf);
    }

    /**
     * Days from its end to the day of the case; the fewest that they can be, where only the month is known, so that "at least"
     * holds whatever the day was, and "at most" holds unless no day can be as late. A year that leaves open whether it was
     * lately or months ago says as little as no date.
     */
    @Says("days since it ended: {value}")
    public @Nullable Integer daysSinceEnd() {
        return stated.current() || endIsVague() ? null : Elapsed.fewest(ChronoUnit.DAYS, stated.stopped(), asOf);
    }

    /** It has ended, and nobody has said when, or only in a year that leaves open whether it was lately. */
    @Says("not stated when it ended")
    public boolean endDateUnknown() {
        return past() && (stated.stopped().isEmpty() || endIsVague());
    }

    private boolean endIsVague() {
        Integer fewest = Elapsed.fewest(ChronoUnit.DAYS, stated.stopped(), asOf);
        return fewest != null && fewest < LATELY && Elapsed.spread(stated.stopped(), asOf) > MONTHS_OPEN;
    }

    /** Known to have ended from one day to the next. */
    @Says("ended abruptly")
    public boolean endedAbruptly() {
        return past() && stated.ending() == Manner.ABRUPT;
    }

    /** Known to have ended by a taper. */
    @Says("ended gradually")
    public boolean endedGradually() {
        return past() && stated.ending() == Manner.GRADUAL;
    }

    /** Ended abruptly, or nobody has said how; a single dose has no such end. */
    @Says(value = "ended abruptly", strictly = "endedAbruptly", asks = "Did it end abruptly, or by a taper?")
    public boolean maybeEndedAbruptly() {
        return past() && stated.ending() != Manner.GRADUAL && !singleDose();
    }

    /** What it did, as judged by a clinician. */
    @Says(
            value = "response: {value}",
            words = {"good", "partial", "none", "worse", "unknown"})
    public String response() {
        return CaseFacts.word(stated.response());
    }

    /** A clinician has judged that dose and duration were enough. */
    @Says("trial adequate")
    public boolean adequateTrial() {
        return stated.adequateTrial() == Answer.YES;
    }

    /** A clinician has judged that dose or duration were not enough. */
    @Says("trial not adequate")
    public boolean inadequateTrial() {
        return stated.adequateTrial() == Answer.NO;
    }

    /** Nobody has judged whether dose and duration were enough. */
    @Says("not stated whether the trial was adequate")
    public boolean adequacyUnknown() {
        return stated.adequateTrial() == Answer.UNKNOWN;
    }

    /** Not judged adequate: dose or duration were not enough, or nobody has said. */
    @Says(
            value = "trial not adequate",
            strictly = "inadequateTrial",
            asks = "Were dose and duration enough to judge the treatment?")
    public boolean maybeInadequateTrial() {
        return stated.adequateTrial() != Answer.YES;
    }

    /** A clinician has judged the trial adequate, and it did not do enough (D-02). */
    @Says("response not enough in an adequate trial")
    public boolean insufficientResponse() {
        return adequateTrial() && SHORT_OF_GOOD.contains(stated.response());
    }

    /** It did no good, or harm, in a trial that a clinician has judged adequate. */
    @Says("no benefit in an adequate trial")
    public boolean failed() {
        return adequateTrial() && USELESS.contains(stated.response());
    }

    /** It did not do enough, whether or not the trial was adequate. */
    @Says("response not enough")
    public boolean fellShort() {
        return SHORT_OF_GOOD.contains(stated.response());
    }

    /** It did the patient some good. */
    @Says("has helped")
    public boolean helped() {
        return stated.response() == Response.GOOD || stated.response() == Response.PARTIAL;
    }

    /** Known to be tolerated. */
    @Says("tolerated")
    public boolean tolerated() {
        return stated.tolerated() == Answer.YES;
    }

    /** Known not to be tolerated. */
    @Says("not tolerated")
    public boolean notTolerated() {
        return stated.tolerated() == Answer.NO;
    }

    /** Has this side effect. */
    @Says(value = "side effect: {0}", of = SIDE_EFFECT)
    public boolean sideEffect(String code) {
        return sideEffects.contains(code);
    }

    /** A good response has worn off. */
    @Says("response has worn off")
    public boolean woreOff() {
        return stated.woreOff() == Answer.YES;
    }

    /** The dose is known to be the highest that the patient tolerates. */
    @Says("highest dose that is tolerated")
    public boolean highestTolerated() {
        return stated.highestTolerated() == Answer.YES;
    }

    /** Known to be taken as it was prescribed. */
    @Says("taken as prescribed")
    public boolean takenAsPrescribed() {
        return stated.takenAsPrescribed() == Answer.YES;
    }

    /** Known not to be taken as it was prescribed. */
    @Says("not taken as prescribed")
    public boolean notTakenAsPrescribed() {
        return stated.takenAsPrescribed() == Answer.NO;
    }

    /** Known to have been one dose and no more. */
    @Says("a single dose")
    public boolean singleDose() {
        return stated.singleDose() == Answer.YES;
    }

    /** For how many days what the patient has of it lasts. */
    @Says("days for which the supply lasts: {value}")
    public @Nullable Integer supplyDays() {
        return stated.supplyDays().orElse(null);
    }

    /** Known to be taken regularly. */
    @Says("taken on a schedule")
    public boolean scheduled() {
        return stated.schedule() == Schedule.SCHEDULED;
    }

    /** Known to be taken only when needed. */
    @Says("taken as needed")
    public boolean asNeeded() {
        return stated.schedule() == Schedule.AS_NEEDED;
    }

    /** Nobody has said whether it is taken regularly. */
    @Says("not stated when it is taken")
    public boolean scheduleUnknown() {
        return stated.schedule() == Schedule.UNKNOWN;
    }

    /** The dose is known and lower than this one. */
    @Says(value = "dose below {0}", dose = true)
    public boolean doseBelow(String dose) {
        return stated.dose()
                .filter(own -> own.compareTo(NamedDose.of(dose)) < 0)
                .isPresent();
    }

    /** The dose is known and at least this one. */
    @Says(value = "dose at least {0}", dose = true)
    public boolean doseAtLeast(String dose) {
        return stated.dose()
                .filter(own -> own.compareTo(NamedDose.of(dose)) >= 0)
                .isPresent();
    }

    /** Whether the dose can be compared with this one, or is not known. */
    public boolean hasDoseOfTheKindOf(String dose) {
        return stated.dose().stream()
                .allMatch(own -> own.unit().comparableWith(NamedDose.of(dose).unit()));
    }

    /** The dose is not stated. */
    @Says("dose not stated")
    public boolean doseUnknown() {
        return stated.dose().isEmpty();
    }
}
