package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Question;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.explain.Wording.Account;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Makes a report of what rules say. Knows no engine: it takes matches from either. Thread-safe. */
public final class ReportAssembly {

    private static final Account NO_ACCOUNT = new Account(List.of(), List.of(), List.of(), List.of());

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Precedence precedence;
    private final Provenance provenance;
    private final Doses doses;
    private final Regimens regimens;
    private final Exclusions exclusions;
    private final Items items;
    private final Leftovers leftovers;
    private final List<Note> notes;
    private final ReportOrder order;

    /** Makes reports for this knowledge base. */
    public ReportAssembly(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.ladder = new Ladder(knowledge, vocabulary);
        this.provenance = new Provenance(knowledge, vocabulary);
        this.order = new ReportOrder(knowledge, ladder);
        this.precedence = new Precedence(knowledge, ladder, order, vocabulary, provenance);
        this.doses = new Doses(knowledge.dosing(), vocabulary, provenance);
        this.regimens = new Regimens(knowledge.regimens(), vocabulary, provenance);
        this.exclusions = new Exclusions(knowledge.contraindications(), vocabulary, provenance);
        this.items = new Items(knowledge, vocabulary, ladder, provenance, exclusions, regimens);
        this.leftovers = new Leftovers(knowledge, vocabulary);
        this.notes = knowledge.notes().stream().map(provenance::note).toList();
    }

    private ReportAssembly(ReportAssembly like, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.vocabulary = like.vocabulary;
        this.ladder = like.ladder;
        this.provenance = like.provenance;
        this.order = like.order;
        this.precedence = like.precedence;
        this.doses = new Doses(knowledge.dosing(), vocabulary, provenance);
        this.regimens = like.regimens;
        this.exclusions = new Exclusions(knowledge.contraindications(), vocabulary, provenance);
        this.items = new Items(knowledge, vocabulary, ladder, provenance, exclusions, regimens);
        this.leftovers = like.leftovers;
        this.notes = like.notes;
    }

    /**
     * Reports for the same rules with other rows of contraindications, interactions and doses, for whoever tries many of them:
     * what is read of a case is not worked out again, and is taken to be the same.
     *
     * @param otherRows the same knowledge base but for these rows
     */
    public ReportAssembly with(Knowledge otherRows) {
        return new ReportAssembly(this, otherRows);
    }

    /**
     * The report.
     *
     * @param patientCase the case, in codes of the vocabulary
     * @param facts the facts of the case
     * @param matches the rules that apply
     * @throws RuleFailedException if the reference evaluator does not see why one of them applies
     */
    public Report report(PatientCase patientCase, Facts facts, Set<Match> matches) {
        return report(patientCase, patientCase, facts, matches);
    }

    /**
     * The report.
     *
     * @param stated the case as it was stated, with the names of combinations
     * @param patientCase the case, in codes of the vocabulary
     * @param facts the facts of the case
     * @param matches the rules that apply
     * @throws RuleFailedException if the reference evaluator does not see why one of them applies
     */
    public Report report(PatientCase stated, PatientCase patientCase, Facts facts, Set<Match> matches) {
        return report(stated, patientCase, facts, matches, this::grounds, leftovers::of);
    }

    /**
     * What a report comes to, for whoever only compares: the same items, in the same order, without the facts behind them and
     * without what goes unread.
     *
     * @param patientCase the case, in codes of the vocabulary
     * @param facts the facts of the case
     * @param matches the rules that apply
     */
    public Report outline(PatientCase patientCase, Facts facts, Set<Match> matches) {
        return report(
                patientCase,
                patientCase,
                facts,
                matches,
                this::bareGrounds,
                (stated, alerts, recommendations, withheld) -> List.of());
    }

    private Report report(
            PatientCase stated,
            PatientCase patientCase,
            Facts facts,
            Set<Match> matches,
            Grounding grounding,
            Remainder remainder) {
        Facts known = facts.with(findings(matches));
        Map<String, List<Match>> byRule = matches.stream()
                .collect(Collectors.groupingBy(match -> match.rule().id()));
        Function<Rule, List<Match>> matchesOf = rule -> byRule.getOrDefault(rule.id(), List.of());
        Resolution resolution = new Resolution(facts, matchesOf, ladder, precedence, vocabulary, provenance);

        List<Alert> alerts = new ArrayList<>();
        Map<Advised, List<Advice>> advice = new LinkedHashMap<>();
        Map<Advised, Advice> kept = new LinkedHashMap<>();
        Questions questions = new Questions();
        for (Match match : inOrder(matches)) {
            Sentence then = match.rule().then();
            Grounds grounds = grounding.of(match, known, resolution);
            Basis basis = grounds.basis();
            if (then.verb().role() == Verb.Role.ALERT) {
                alerts.add(items.alert(match, basis, grounds.rows(), patientCase));
                continue;
            }
            boolean offers = then.verb().role() == Verb.Role.EXPOSURE;
            List<Obstacle> obstacles = resolution.obstacles(match);
            if (then.verb() == Verb.TEST && ladder.waits(match) && exclusions.isDone(match.subject(), facts)) {
                continue;
            }
            List<ContraindicationRow> open = offers ? exclusions.open(match.subject(), facts) : List.of();
            Stream<String> first = Stream.concat(open.stream().flatMap(Exclusions::by), then.after().stream());
            Advice said = new Advice(match, basis, obstacles, open, exclusions.undone(first, facts));
            Advised advised = new Advised(then.verb(), match.subject());
            if (resolution.withholds(obstacles)) {
                // That a drug goes on is not withheld: what outranks the advice to keep it says what happens (D-20).
                if (then.verb() != Verb.CONTINUE) {
                    kept.putIfAbsent(advised, said);
                }
            } else {
                advice.computeIfAbsent(advised, key -> new ArrayList<>()).add(said);
                grounds.questions().forEach(text -> questions.add(text, match));
            }
        }
        Set<Match> offered = new LinkedHashSet<>();
        advice.values().forEach(alike -> offered.add(alike.get(0).match()));
        Optional<RegimenRow> regimen = regimens.neededBy(known::holds);
        boolean low =
                regimen.filter(row -> row.regimen() == DoseRow.Regimen.LOW).isPresent();
        List<Recommendation> recommendations = new ArrayList<>();
        for (List<Advice> alike : advice.values()) {
            Match match = alike.get(0).match();
            Doses.Choice dose = doses.of(match.rule().then().verb(), match.subject(), patientCase, low);
            dose.questions().forEach(text -> questions.add(text, match));
            recommendations.add(items.recommendation(alike, dose.dosing(), regimen));
        }
        List<Withheld> withheld = kept.values().stream()
                .map(said -> items.withheld(said, resolution.standingAgainst(said.obstacles())))
                .toList();
        return new Report(
                patientCase.asOf(),
                patientCase.title(),
                patientCase.citation(),
                ladder.standing(patientCase, offered, known, matchesOf),
                AlikeAlerts.joined(alerts),
                recommendations,
                withheld,
                questions.all(),
                remainder.of(patientCase, alerts, recommendations, withheld),
                matches.stream()
                        .map(match -> match.rule().id())
                        .distinct()
                        .sorted()
                        .toList(),
                notes,
                unlisted(stated, patientCase),
                new Report.KnowledgeStamp(
                        knowledge.version(),
                        knowledge.contentHash(),
                        knowledge.rules().size()));
    }

    /** What the vocabulary does not list, and what was taken apart. */
    private List<Unlisted> unlisted(PatientCase stated, PatientCase patientCase) {
        Set<FoundTerms.Found> unlisted =
                FoundTerms.in(CaseFields.PART, patientCase, (term, kinds) -> !vocabulary.isListed(term));
        Set<FoundTerms.Found> combinations = FoundTerms.in(
                CaseFields.PART,
                stated,
                (term, kinds) -> kinds.contains(Concept.Kind.THERAPY)
                        && vocabulary.combination(term).isPresent());
        return Stream.concat(
                        unlisted.stream().map(items::unlisted),
                        combinations.stream()
                                .filter(found -> !unlisted.contains(found))
                                .map(found -> items.combined(found, stated)))
                .toList();
    }

    /** What rules conclude; of what they conclude of several steps, the first on the ladder first. */
    private List<Finding> findings(Set<Match> matches) {
        return matches.stream()
                .filter(match -> match.rule().then().verb() == Verb.CONCLUDE)
                .map(Finding::concludedBy)
                .distinct()
                .sorted(Comparator.comparing(Finding::name)
                        .thenComparingInt(finding -> ladder.placeOf(finding.of()))
                        .thenComparing(Finding::of))
                .toList();
    }

    private List<Match> inOrder(Set<Match> matches) {
        List<Match> shown = new ArrayList<>(matches);
        shown.removeIf(match -> match.rule().then().verb() == Verb.CONCLUDE);
        shown.sort(order);
        return shown;
    }

    /**
     * Why a rule applies.
     *
     * @param rows what stands behind an alert
     * @param questions what was taken for granted, as questions
     */
    private record Grounds(Basis basis, List<Obstacle> rows, List<String> questions) {}

    /** Finds out why a rule applies. */
    private interface Grounding {
        Grounds of(Match match, Facts known, Resolution resolution);
    }

    /** Finds what is left of a case beside the items of its report. */
    private interface Remainder {
        List<Report.Unread> of(
                PatientCase patientCase,
                List<Alert> alerts,
                List<Recommendation> recommendations,
                List<Withheld> withheld);
    }

    private Grounds grounds(Match match, Facts known, Resolution resolution) {
        List<Witness> witnesses = witnesses(match, known);
        Account account = provenance.account(witnesses);
        return new Grounds(
                provenance.basis(match.rule(), account, items.therapies(match, witnesses, known)),
                rows(match, witnesses, resolution),
                account.questions());
    }

    /** Of what met the conditions, an outline reads only the rows behind an alert, by which alerts are joined. */
    private Grounds bareGrounds(Match match, Facts known, Resolution resolution) {
        return new Grounds(
                provenance.basis(match.rule(), NO_ACCOUNT, List.of()),
                Resolution.asksForRows(match.rule()) ? rows(match, witnesses(match, known), resolution) : List.of(),
                List.of());
    }

    private static List<Obstacle> rows(Match match, List<Witness> witnesses, Resolution resolution) {
        return match.rule().then().verb().role() == Verb.Role.ALERT
                ? resolution.rowsBehind(match, witnesses)
                : List.of();
    }

    /** What several rules recommend alike is shown once, under the title of the one that comes first. */
    private record Advised(Verb verb, String subject) {}

    /** What is to be asked, and the rules that took an answer for granted. */
    private static final class Questions {

        private final Map<String, Set<String>> rules = new LinkedHashMap<>();

        void add(String text, Match match) {
            rules.computeIfAbsent(text, key -> new TreeSet<>()).add(match.rule().id());
        }

        List<Question> all() {
            return rules.entrySet().stream()
                    .map(entry -> new Question(entry.getKey(), List.copyOf(entry.getValue())))
                    .toList();
        }
    }

    private static List<Witness> witnesses(Match match, Facts known) {
        return ReferenceEvaluator.witnesses(match, known)
                .orElseThrow(() ->
                        new RuleFailedException(match.rule().id(), "applies under one engine and not under the other"));
    }
}
