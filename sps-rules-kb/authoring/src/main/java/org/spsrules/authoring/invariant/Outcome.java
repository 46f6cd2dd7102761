package org.spsrules.authoring.invariant;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;
import org.spsrules.Report;
import org.spsrules.Report.Recommendation;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Interaction;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A case and what came of it. Reads the facts of the case anew instead of trusting what the report says about them.
 * Immutable.
 */
public final class Outcome {

    private static final Set<String> EXPOSURES = Stream.of(Verb.values())
            .filter(verb -> verb.role() == Verb.Role.EXPOSURE)
            .map(Verb::phrase)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<Treatment.Response> FAILED = EnumSet.of(Treatment.Response.NONE, Treatment.Response.WORSE);
    private static final Set<Treatment.Response> FELL_SHORT =
            EnumSet.of(Treatment.Response.NONE, Treatment.Response.WORSE, Treatment.Response.PARTIAL);

    private static final Set<PatientCase.Course.Control> UNCONTROLLED =
            EnumSet.of(PatientCase.Course.Control.PARTIAL, PatientCase.Course.Control.POOR);
    private static final Set<Plan.Action> ENDS = EnumSet.of(Plan.Action.STOP, Plan.Action.REDUCE, Plan.Action.SWITCH);
    private static final Set<Kind> ANSWERING = EnumSet.of(Kind.EMERGENCY, Kind.SAFETY);
    private static final int ADULT = 18;

    private final PatientCase patientCase;
    private final Report report;
    private final Vocabulary vocabulary;
    private final List<LadderStep> ladder;
    private final Map<String, Kind> folders;
    private final List<InteractionRow> interactionRows;
    private final NamedAnywhere named;
    private final Patient patient;
    private final List<Contraindication> contraindications;
    private final List<Interaction> interactions;

    private Outcome(
            PatientCase patientCase,
            Report report,
            Vocabulary vocabulary,
            List<LadderStep> ladder,
            Map<String, Kind> folders,
            List<InteractionRow> interactionRows,
            NamedAnywhere named,
            Facts facts) {
        this.patientCase = patientCase;
        this.report = report;
        this.vocabulary = vocabulary;
        this.ladder = ladder;
        this.folders = folders;
        this.interactionRows = interactionRows;
        this.named = named;
        this.patient = facts.patient();
        this.contraindications = facts.contraindications();
        this.interactions = facts.interactions();
    }

    /** Makes outcomes for the cases of one knowledge base. Thread-safe. */
    public static final class Reader {

        private final Vocabulary vocabulary;
        private final List<LadderStep> ladder;
        private final Map<String, Kind> folders;
        private final List<InteractionRow> interactionRows;
        private final NamedAnywhere named;
        private final CaseFacts facts;

        /** A reader for a knowledge base. */
        public Reader(Knowledge knowledge) {
            this.vocabulary = knowledge.vocabulary();
            this.ladder = knowledge.ladder();
            this.interactionRows = knowledge.interactions();
            this.folders = knowledge.folders().stream()
                    .collect(Collectors.toUnmodifiableMap(RuleFolder::name, RuleFolder::kind));
            this.named = new NamedAnywhere(knowledge, vocabulary);
            this.facts = new CaseFacts(vocabulary, knowledge);
        }

        /** The outcome of a case that is written in codes of the vocabulary. */
        public Outcome of(PatientCase patientCase, Report report) {
            return new Outcome(
                    patientCase, report, vocabulary, ladder, folders, interactionRows, named, facts.of(patientCase));
        }
    }

    PatientCase patientCase() {
        return patientCase;
    }

    Report report() {
        return report;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The terms that the case states and the knowledge base names nowhere, neither them nor what is akin to them. */
    Stream<String> nowhereNamed() {
        return NamedAnywhere.statedIn(patientCase).filter(code -> !named.names(code));
    }

    /** What is recommended that begins or increases exposure to a therapy. */
    Stream<Recommendation> exposures() {
        return report.recommendations().stream().filter(advice -> isExposure(advice.action()));
    }

    boolean isConfirmed() {
        return patientCase.diagnosis().status() == Status.CONFIRMED
                || patientCase.diagnosis().treatedAsSps() == Answer.YES;
    }

    /** Whether the diagnosis is SPS, or may be. */
    boolean maybeSps() {
        return isConfirmed() || patientCase.diagnosis().status() == Status.SUSPECTED;
    }

    boolean isExcluded() {
        return patientCase.diagnosis().status() == Status.EXCLUDED && !isConfirmed();
    }

    boolean isPresent(String condition) {
        return patient.has(condition);
    }

    boolean isAnyPresent(Collection<String> conditions) {
        return conditions.stream().anyMatch(patient::has);
    }

    boolean isAbsent(String condition) {
        return patient.hasNot(condition);
    }

    /** What stands in the way of a therapy in any degree, from no more than a caution on. */
    List<Contraindication> contraindications() {
        return contraindications;
    }

    List<Interaction> interactions() {
        return interactions;
    }

    /** The treatments of this kind that are given now. */
    Stream<Treatment> inUse(String therapyOrClass) {
        return given(therapyOrClass).filter(Treatment::current);
    }

    Stream<Treatment> inUse() {
        return patientCase.treatments().given().stream().filter(Treatment::current);
    }

    /** The rows of drugs of which the one excludes the other. */
    Stream<InteractionRow> excluding() {
        return interactionRows.stream().filter(row -> row.level() == ContraindicationRow.Level.ABSOLUTE);
    }

    boolean isInUse(String therapyOrClass) {
        return inUse(therapyOrClass).findAny().isPresent();
    }

    /** The plans to begin something of this kind. */
    Stream<Plan> toBegin(String therapyOrClass) {
        return plans(therapyOrClass).filter(plan -> plan.action() == Plan.Action.START);
    }

    /** The plans to stop, cut or switch something of this kind of which it is not said that they are gradual. */
    Stream<Plan> toEndAbruptly(String therapyOrClass) {
        return patientCase.plans().stream()
                .filter(plan -> plan.therapy()
                        .filter(therapy -> holdsAny(therapy, therapyOrClass))
                        .isPresent())
                .filter(plan -> ENDS.contains(plan.action()) && plan.manner() != Plan.Manner.GRADUAL);
    }

    /** Whether a therapy is of this kind, or a class with a member that is. */
    private boolean holdsAny(String therapy, String therapyOrClass) {
        return vocabulary.selfAndNarrower(therapy).stream().anyMatch(code -> vocabulary.isA(code, therapyOrClass));
    }

    /** Whether it, or a class of it, is to be stopped, cut or exchanged, however. */
    boolean isToEnd(String therapy) {
        return patientCase.plans().stream()
                .filter(plan -> ENDS.contains(plan.action()))
                .anyMatch(plan -> plan.therapy()
                        .filter(planned -> vocabulary.isA(therapy, planned))
                        .isPresent());
    }

    /** Whether a code is that of a therapy or of a class of therapies. */
    boolean isTherapy(String code) {
        return vocabulary
                .concept(code)
                .filter(concept -> Vocabulary.therapies().contains(concept.kind()))
                .isPresent();
    }

    /** Whether a rule lies in a folder whose offers wait for nothing. */
    boolean answersADanger(String ruleId) {
        return ANSWERING.contains(folders.getOrDefault(ruleId.substring(0, ruleId.indexOf('/')), Kind.ROUTINE));
    }

    private Stream<Plan> plans(String therapyOrClass) {
        return patientCase.plans().stream()
                .filter(plan -> plan.therapy()
                        .filter(therapy -> vocabulary.isA(therapy, therapyOrClass))
                        .isPresent());
    }

    /** Whether something stands against it, or, if it is a class, against each of its members. */
    boolean isContraindicated(String therapy) {
        List<String> members = vocabulary.membersOf(therapy);
        return isWithheld(therapy) || !members.isEmpty() && members.stream().allMatch(this::isWithheld);
    }

    private boolean isWithheld(String therapy) {
        return contraindications.stream()
                .anyMatch(found -> found.withholds() && vocabulary.isA(therapy, found.therapy()));
    }

    boolean failedOrNotTolerated(String therapy) {
        return given(therapy)
                .anyMatch(treatment -> treatment.tolerated() == Answer.NO
                        || treatment.indication() != Treatment.Indication.ANOTHER_DISEASE
                                && treatment.adequateTrial() == Answer.YES
                                && FAILED.contains(treatment.response()));
    }

    /** Whether a report's words for an action say that exposure to a therapy begins or increases. */
    static boolean isExposure(String action) {
        return EXPOSURES.contains(action);
    }

    /** Whether a test, or a wider one that holds it, is negative. */
    boolean isKnownNegative(String code) {
        return patientCase.tests().stream()
                .anyMatch(
                        test -> vocabulary.isA(code, test.test()) && test.result() == PatientCase.Test.Result.NEGATIVE);
    }

    /** Closed for any of the reasons of D-02; what a specialist may still decide closes nothing. */
    boolean isClosed(String therapy) {
        boolean refused = vocabulary.selfAndAncestors(therapy).stream()
                .anyMatch(code -> patientCase.treatments().declined().contains(code)
                        || patientCase.treatments().unavailable().contains(code)
                        || patientCase.treatments().unsuitable().contains(code));
        boolean excluded = contraindications.stream()
                .anyMatch(found -> found.level().equals(ContraindicationRow.Level.ABSOLUTE.word())
                        && vocabulary.isA(therapy, found.therapy()));
        boolean notTolerated = given(therapy).anyMatch(treatment -> treatment.tolerated() == Answer.NO);
        return refused || excluded || notTolerated || hasFallenShort(therapy) || hasHad(List.of("hsct"));
    }

    /** Whether a treatment of this kind did not do enough in an adequate trial, or as far as harm lets it go. */
    boolean hasFallenShort(String therapyOrClass) {
        return given(therapyOrClass)
                .anyMatch(treatment -> FELL_SHORT.contains(treatment.response())
                        && (treatment.adequateTrial() == Answer.YES || isBarredFromMore(treatment)));
    }

    private boolean isBarredFromMore(Treatment treatment) {
        return treatment.current()
                && treatment.highestTolerated() == Answer.YES
                && treatment.sideEffects().stream().anyMatch(code -> vocabulary.isA(code, "side-effect-against-more"));
    }

    /** Whether a treatment of this kind that is in use, in an adequate trial, no longer controls the symptoms. */
    boolean hasLostEffect(String therapyOrClass) {
        return UNCONTROLLED.contains(patientCase.course().control())
                && given(therapyOrClass)
                        .anyMatch(treatment -> treatment.current()
                                && treatment.adequateTrial() == Answer.YES
                                && treatment.woreOff() == Answer.YES);
    }

    /** Whether a treatment of this kind was not tolerated because of this side effect. */
    boolean hadSideEffect(String therapyOrClass, String sideEffect) {
        return given(therapyOrClass)
                .anyMatch(treatment -> treatment.tolerated() == Answer.NO
                        && treatment.sideEffects().stream().anyMatch(code -> vocabulary.isA(code, sideEffect)));
    }

    boolean hasHad(List<String> therapiesOrClasses) {
        return therapiesOrClasses.stream()
                .anyMatch(code -> given(code).findAny().isPresent());
    }

    /** Whether a treatment has entered a line or a later one, be it by a step that an overlay adds. */
    boolean hasEntered(Line line) {
        return ladder.stream()
                .filter(step -> step.line().compareTo(line) >= 0)
                .anyMatch(step -> hasHad(step.enteredBy()));
    }

    /** The furthest line of a treatment in use that is given for SPS and helps or has not been judged. */
    Line lineHeld() {
        return patientCase.treatments().given().stream()
                .filter(Treatment::current)
                .filter(Outcome::isHolding)
                .flatMap(treatment -> ladder.stream()
                        .filter(step ->
                                step.enteredBy().stream().anyMatch(code -> vocabulary.isA(treatment.therapy(), code)))
                        .map(LadderStep::line))
                .max(Comparator.naturalOrder())
                .orElse(Line.NONE);
    }

    private static boolean isHolding(Treatment treatment) {
        boolean helps =
                treatment.response() == Treatment.Response.GOOD || treatment.response() == Treatment.Response.PARTIAL;
        return switch (treatment.indication()) {
            case SPS ->
                helps
                        || treatment.response() == Treatment.Response.UNKNOWN
                        || treatment.response() == Treatment.Response.NONE && treatment.adequateTrial() != Answer.YES;
            case UNKNOWN -> helps;
            case ANOTHER_DISEASE -> false;
        };
    }

    boolean isAdult() {
        return patientCase.person().age().filter(age -> age >= ADULT).isPresent();
    }

    private Stream<Treatment> given(String therapyOrClass) {
        return patientCase.treatments().given().stream()
                .filter(treatment -> vocabulary.isA(treatment.therapy(), therapyOrClass));
    }
}
