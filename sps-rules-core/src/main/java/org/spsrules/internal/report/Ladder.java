package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Treatment.Response;
import org.spsrules.Report.Position;
import org.spsrules.Report.Standing;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Where therapies and patients stand on the ladder. */
final class Ladder {

    private final List<LadderStep> steps;
    private final Knowledge knowledge;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** For each finding that a report reads for something, the rules that conclude it. */
    private final Map<Role, List<Rule>> concluding = new EnumMap<>(Role.class);

    /** For each therapy, the step that offers it. */
    private final Map<String, LadderStep> offering = new HashMap<>();

    /** For each therapy, the furthest step that whoever has been given it has entered. */
    private final Map<String, LadderStep> entered = new HashMap<>();

    /** For each therapy that does not tell the step, the furthest line that whoever has been given it has entered. */
    private final Map<String, Line> enteredLine = new HashMap<>();

    Ladder(Knowledge knowledge, Vocabulary vocabulary) {
        this.steps = knowledge.ladder();
        this.knowledge = knowledge;
        knowledge.folders().forEach(folder -> kinds.put(folder.name(), folder.kind()));
        this.vocabulary = vocabulary;
        for (Role role : Role.values()) {
            concluding.put(role, knowledge.concluding(role));
        }
        for (LadderStep step : steps) {
            places.put(step.code(), places.size());
            for (String therapy : step.therapies()) {
                ranks.putIfAbsent(therapy, ranks.size());
                vocabulary.selfAndNarrower(therapy).forEach(code -> offering.putIfAbsent(code, step));
            }
            for (String therapy : step.enteredBy()) {
                vocabulary
                        .selfAndNarrower(therapy)
                        .forEach(code -> entered.merge(code, step, BinaryOperator.maxBy(furthestLast())));
            }
            step.lineEnteredBy()
                    .forEach(code ->
                            enteredLine.merge(code, step.line(), BinaryOperator.maxBy(Comparator.naturalOrder())));
        }
    }

    /** Whether what a rule offers waits while the ladder is suspended; what answers a danger does not. */
    boolean waits(Match offer) {
        Kind kind = kinds.getOrDefault(offer.rule().folder(), Kind.TREATMENT);
        return kind != Kind.EMERGENCY && kind != Kind.SAFETY;
    }

    /** Whether what a rule offers is a step of a line, which waits while nothing is escalated. */
    boolean escalates(Match offer) {
        return kinds.get(offer.rule().folder()) == Kind.LADDER;
    }

    /** A number by which steps sort along the ladder; what is no step comes after it. */
    int placeOf(String step) {
        return places.getOrDefault(step, places.size());
    }

    /** A number by which therapies sort along the ladder; what is not on the ladder comes after it. */
    int rank(String therapy) {
        return ranks.getOrDefault(therapy, ranks.size());
    }

    /** Where the therapy stands that a rule would begin or increase. */
    Optional<Position> position(Match match) {
        return exposureStep(match).map(Ladder::position);
    }

    private Optional<LadderStep> exposureStep(Match match) {
        boolean exposure = match.rule().then().verb().role() == Verb.Role.EXPOSURE;
        return exposure ? Optional.ofNullable(offering.get(match.subject())) : Optional.empty();
    }

    private static Position position(LadderStep step) {
        return new Position(step.line(), step.step(), step.numbered(), step.differ());
    }

    /** Where the patient stands (D-11); never behind a treatment that helps or has not been judged (D-63). */
    Standing standing(
            PatientCase patientCase,
            Set<Match> offered,
            Facts facts,
            Function<Rule, ? extends Collection<Match>> matchesOf) {
        Optional<LadderStep> next = offered.stream()
                .flatMap(match -> exposureStep(match).stream())
                .filter(Ladder::countsAsEntry)
                .max(Comparator.comparing(LadderStep::line)
                        .thenComparing(Comparator.comparingInt(steps::indexOf).reversed()));
        List<PatientCase.Treatment> counted = counted(patientCase, facts);
        Optional<LadderStep> furthest = furthest(counted.stream());
        Optional<LadderStep> inUse = furthest(counted.stream().filter(Ladder::isInUseAndNotUseless));
        Optional<LadderStep> held = furthest(counted.stream().filter(Ladder::holdsItsLine));
        Line lineInForce = Stream.concat(
                        furthest.map(LadderStep::line).stream(),
                        counted.stream()
                                .flatMap(treatment ->
                                        Optional.ofNullable(enteredLine.get(treatment.therapy())).stream()))
                .max(Comparator.naturalOrder())
                .orElse(Line.NONE);
        Line nextLine = next.map(LadderStep::line).orElse(Line.NONE);

        List<String> reasons = new ArrayList<>();
        boolean confirmed = patientCase.diagnosis().status() == PatientCase.Diagnosis.Status.CONFIRMED
                || patientCase.diagnosis().treatedAsSps() == Answer.YES;
        if (!confirmed) {
            reasons.add(knowledge.finding(Role.NO_LINE).map(this::explanation).orElse(Role.NO_LINE.word()));
        }
        reasons.addAll(holding(Role.LADDER_SUSPENDED, matchesOf));
        Optional<LadderStep> reported = reasons.isEmpty()
                ? next.or(() -> inUse)
                        .map(step -> held.filter(later -> later.line().compareTo(step.line()) > 0)
                                .orElse(step))
                        .or(() -> furthest)
                : Optional.empty();
        reasons.addAll(holding(Role.ESCALATION_SUSPENDED, matchesOf));
        return new Standing(
                reported.map(LadderStep::line).orElse(Line.NONE),
                reported.map(LadderStep::step),
                lineInForce,
                nextLine,
                reported.map(LadderStep::numbered).orElse(Map.of()),
                List.copyOf(reasons));
    }

    /** The treatments that enter a line: those of SPS, where rules tell them from others (D-69). */
    private List<PatientCase.Treatment> counted(PatientCase patientCase, Facts facts) {
        return patientCase.treatments().given().stream()
                .filter(treatment -> knowledge
                        .finding(Role.COUNTED)
                        .map(counted -> facts.holds(counted, treatment.therapy()))
                        .orElse(true))
                .toList();
    }

    private Optional<LadderStep> furthest(Stream<PatientCase.Treatment> treatments) {
        return treatments
                .flatMap(treatment -> Optional.ofNullable(entered.get(treatment.therapy())).stream())
                .max(furthestLast());
    }

    /**
     * Whether the line stays at that of the treatment (D-63). That it does too little is a judgement only after an adequate
     * trial (D-62).
     */
    private static boolean holdsItsLine(PatientCase.Treatment treatment) {
        return isInUseAndNotUseless(treatment) || fellShortUnjudged(treatment);
    }

    private static boolean isInUseAndNotUseless(PatientCase.Treatment treatment) {
        boolean judgedUseless = treatment.response() == Response.WORSE
                || treatment.response() == Response.NONE && treatment.adequateTrial() == Answer.YES;
        return treatment.current() && !judgedUseless;
    }

    private static boolean fellShortUnjudged(PatientCase.Treatment treatment) {
        boolean fellShort = treatment.response() == Response.NONE || treatment.response() == Response.PARTIAL;
        return fellShort && treatment.adequateTrial() == Answer.UNKNOWN && treatment.tolerated() != Answer.NO;
    }

    /** Why a finding holds that a report reads for something: what the rules say that conclude it. */
    List<String> holding(Role role, Function<Rule, ? extends Collection<Match>> matchesOf) {
        return concluding.getOrDefault(role, List.of()).stream()
                .filter(rule -> !matchesOf.apply(rule).isEmpty())
                .map(rule -> rule.title() + ".")
                .distinct()
                .toList();
    }

    /** The code of the finding that a report reads for something, if one is declared. */
    Optional<String> finding(Role role) {
        return knowledge.finding(role);
    }

    /** What a finding means for the ladder, as the vocabulary explains it. */
    String explanation(String finding) {
        return vocabulary.concept(finding).flatMap(Concept::note).orElse(finding);
    }

    private Comparator<LadderStep> furthestLast() {
        return Comparator.comparing(LadderStep::line).thenComparingInt(steps::indexOf);
    }

    private static boolean countsAsEntry(LadderStep step) {
        return !step.enteredBy().isEmpty();
    }
}
