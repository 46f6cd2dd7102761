package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Dosing;
import org.spsrules.Report.Likewise;
import org.spsrules.Report.Note;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Question;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unlisted;
import org.spsrules.Report.Withheld;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.explain.Wording.Account;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.TherapyNote;
import org.spsrules.internal.reference.FactsByType;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.ReferenceEvaluator.Witness;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Makes a report of what rules say. Knows no engine: it takes matches from either. Thread-safe. */
public final class ReportAssembly {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Precedence precedence;
    private final Provenance provenance;
    private final Doses doses;
    private final Regimens regimens;
    private final Exclusions exclusions;
    private final Subjects subjects;
    private final Leftovers leftovers;
    private final Orders orders;
    private final List<Note> notes;
    private final Map<String, List<Note>> therapyNotes = new HashMap<>();
    private final ReportOrder order;

    /** Makes reports for this knowledge base. */
    public ReportAssembly(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.ladder = new Ladder(knowledge, vocabulary);
        this.provenance = new Provenance(knowledge, vocabulary);
        this.order = new ReportOrder(knowledge, ladder);
        this.precedence = new Precedence(knowledge, ladder, order, vocabulary, provenance);
        this.doses = new Doses(knowledge.dosing(), provenance);
        this.regimens = new Regimens(knowledge.regimens(), vocabulary, provenance);
        this.exclusions = new Exclusions(knowledge.contraindications(), vocabulary, provenance);
        this.subjects = new Subjects(vocabulary);
        this.leftovers = new Leftovers(knowledge, vocabulary);
        this.orders = new Orders(knowledge.rules());
        this.notes = knowledge.notes().stream().map(provenance::note).toList();
        for (TherapyNote row : knowledge.therapyNotes()) {
            Note note = provenance.note(row.note());
            vocabulary
                    .selfAndNarrower(row.therapy())
                    .forEach(code -> therapyNotes
                            .computeIfAbsent(code, therapy -> new ArrayList<>())
                            .add(note));
        }
        therapyNotes.replaceAll((therapy, beside) -> List.copyOf(beside));
    }

    /**
     * The report.
     *
     * @param patientCase the case, in codes of the vocabulary
     * @param facts the facts of the case
     * @param matches the rules that apply
     * @throws RuleFailedException if the reference evaluator does not see why one of them applies
     */
    public Report report(PatientCase patientCase, List<Object> facts, Set<Match> matches) {
        List<Object> known = new ArrayList<>(facts);
        Findings findings = new Findings(matches, ladder);
        known.addAll(findings.all());
        FactsByType byType = new FactsByType(known);
        Map<String, List<Match>> byRule = matches.stream()
                .collect(Collectors.groupingBy(match -> match.rule().id()));
        Function<Rule, List<Match>> matchesOf = rule -> byRule.getOrDefault(rule.id(), List.of());
        Resolution resolution = new Resolution(facts, matchesOf, ladder, precedence, vocabulary, provenance);

        List<Alert> alerts = new ArrayList<>();
        Map<Advised, List<Said>> advice = new LinkedHashMap<>();
        Map<Advised, Said> kept = new LinkedHashMap<>();
        Questions questions = new Questions();
        for (Match match : inOrder(matches)) {
            Sentence then = match.rule().then();
            List<Witness> witnesses = witnesses(match, byType);
            Account account = provenance.account(witnesses);
            Basis basis = provenance.basis(match.rule(), account);
            if (then.verb().role() == Verb.Role.ALERT) {
                alerts.add(alert(match, basis, resolution.rowsBehind(match, witnesses), patientCase));
                continue;
            }
            boolean offers = then.verb().role() == Verb.Role.EXPOSURE;
            List<Obstacle> obstacles = resolution.obstacles(match);
            if (then.verb() == Verb.TEST && ladder.waits(match) && exclusions.isDone(match.subject(), facts)) {
                continue;
            }
            List<ContraindicationRow> open = offers ? exclusions.open(match.subject(), facts) : List.of();
            Stream<String> first = Stream.concat(open.stream().flatMap(Exclusions::by), then.after().stream());
            Said said = new Said(match, basis, obstacles, open, exclusions.undone(first, facts));
            Advised advised = new Advised(then.verb(), match.subject());
            if (resolution.withholds(obstacles)) {
                // That a drug goes on is not withheld: what outranks the advice to keep it says what happens (D-20).
                if (then.verb() != Verb.CONTINUE) {
                    kept.putIfAbsent(advised, said);
                }
            } else {
                advice.computeIfAbsent(advised, key -> new ArrayList<>()).add(said);
                account.questions().forEach(text -> questions.add(text, match));
            }
        }
        Set<Match> offered = new LinkedHashSet<>();
        advice.values().forEach(alike -> offered.add(alike.get(0).match()));
        Optional<RegimenRow> regimen = regimens.neededBy(findings::holds);
        boolean low =
                regimen.filter(row -> row.regimen() == DoseRow.Regimen.LOW).isPresent();
        List<Recommendation> recommendations = new ArrayList<>();
        for (List<Said> alike : advice.values()) {
            Match match = alike.get(0).match();
            Doses.Choice dose = doses.of(match.rule().then().verb(), match.subject(), patientCase, low);
            dose.questions().forEach(text -> questions.add(text, match));
            recommendations.add(recommendation(alike, dose.dosing(), regimen));
        }
        List<Withheld> withheld = kept.values().stream()
                .map(said -> withheld(said, resolution.standingAgainst(said.obstacles())))
                .toList();
        return new Report(
                patientCase.asOf(),
                patientCase.title(),
                patientCase.citation(),
                ladder.standing(patientCase, offered, findings, matchesOf),
                AlikeAlerts.joined(alerts),
                recommendations,
                withheld,
                questions.all(),
                leftovers.of(patientCase, alerts, recommendations, withheld),
                matches.stream()
                        .map(match -> match.rule().id())
                        .distinct()
                        .sorted()
                        .toList(),
                notes,
                UnlistedTerms.in(CaseFields.PART, patientCase, vocabulary).stream()
                        .map(this::unlisted)
                        .toList(),
                new Report.KnowledgeStamp(
                        knowledge.version(),
                        knowledge.contentHash(),
                        knowledge.rules().size()));
    }

    private List<Match> inOrder(Set<Match> matches) {
        List<Match> shown = new ArrayList<>(matches);
        shown.removeIf(match -> match.rule().then().verb() == Verb.CONCLUDE);
        shown.sort(order);
        return shown;
    }

    /** What several rules recommend alike is shown once, under the title of the one that comes first. */
    private record Advised(Verb verb, String subject) {}

    private record Said(
            Match match,
            Basis basis,
            List<Obstacle> obstacles,
            List<ContraindicationRow> notExcluded,
            List<String> first) {}

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

    private static List<Witness> witnesses(Match match, FactsByType known) {
        return ReferenceEvaluator.witnesses(match, known)
                .orElseThrow(() ->
                        new RuleFailedException(match.rule().id(), "applies under one engine and not under the other"));
    }

    private Alert alert(Match match, Basis basis, List<Obstacle> obstacles, PatientCase patientCase) {
        Sentence then = match.rule().then();
        return new Alert(
                then.level().map(ReportAssembly::level).orElseThrow(),
                match.rule().title(),
                subject(match),
                then.because(),
                then.how(),
                then.forPatient(),
                obstacles,
                isAcknowledged(match, patientCase),
                orders.areNeededBy(match.rule()),
                basis,
                List.of());
    }

    /** By its rule, or by the rule and what it is about. */
    private boolean isAcknowledged(Match match, PatientCase patientCase) {
        String rule = match.rule().id();
        return patientCase.acknowledged().contains(rule)
                || subject(match)
                        .map(about -> rule + " " + about.code())
                        .filter(patientCase.acknowledged()::contains)
                        .isPresent();
    }

    private static Alert.Level level(AlertLevel level) {
        return switch (level) {
            case CRITICAL -> Alert.Level.CRITICAL;
            case WARNING -> Alert.Level.WARNING;
            case NOTE -> Alert.Level.INFORMATION;
        };
    }

    private Recommendation recommendation(List<Said> alike, Dosing dosing, Optional<RegimenRow> regimen) {
        Said said = alike.get(0);
        Match match = said.match();
        Sentence then = match.rule().then();
        return new Recommendation(
                match.rule().title(),
                then.verb().phrase(),
                subject(match),
                ladder.position(match),
                then.because(),
                Regimens.how(then, regimen),
                then.forPatient(),
                alike.stream()
                        .flatMap(each -> each.first().stream())
                        .distinct()
                        .map(this::subject)
                        .toList(),
                cautions(alike, regimen),
                dosing,
                then.verb().role() == Verb.Role.EXPOSURE
                        ? therapyNotes.getOrDefault(match.subject(), List.of())
                        : List.of(),
                said.basis(),
                alike.stream().skip(1).map(other -> likewise(other, regimen)).toList());
    }

    private List<Obstacle> cautions(List<Said> alike, Optional<RegimenRow> regimen) {
        return alike.stream()
                .flatMap(said -> Stream.of(
                                regimens.caution(said.match().rule().then(), regimen).stream(),
                                said.notExcluded().stream().map(exclusions::caution),
                                said.obstacles().stream())
                        .flatMap(Function.identity()))
                .distinct()
                .toList();
    }

    private static Likewise likewise(Said said, Optional<RegimenRow> regimen) {
        Rule rule = said.match().rule();
        return new Likewise(rule.title(), rule.then().because(), Regimens.how(rule.then(), regimen), said.basis());
    }

    private Withheld withheld(Said said, List<Obstacle> obstacles) {
        Match match = said.match();
        return new Withheld(
                match.rule().title(),
                match.rule().then().verb().phrase(),
                subject(match),
                ladder.position(match),
                obstacles,
                said.basis());
    }

    private Unlisted unlisted(UnlistedTerms.Found found) {
        List<String> classes =
                vocabulary.concept(found.code()).map(Concept::parents).orElse(List.of());
        return new Unlisted(
                found.field(),
                vocabulary.nameOf(found.code()),
                classes.stream().map(this::subject).toList());
    }

    private Optional<Subject> subject(Match match) {
        return match.subject().isEmpty() ? Optional.empty() : Optional.of(subject(match.subject()));
    }

    private Subject subject(String code) {
        return subjects.of(code);
    }

    /** The findings among what rules say. */
    static final class Findings {

        private final Map<String, Set<Finding>> byName = new TreeMap<>();

        Findings(Set<Match> matches, Ladder ladder) {
            Comparator<Finding> order = Comparator.comparingInt((Finding finding) -> ladder.placeOf(finding.of()))
                    .thenComparing(Finding::of);
            for (Match match : matches) {
                if (match.rule().then().verb() == Verb.CONCLUDE) {
                    byName.computeIfAbsent(match.subject(), name -> new TreeSet<>(order))
                            .add(Finding.concludedBy(match));
                }
            }
        }

        List<Finding> all() {
            return byName.values().stream().flatMap(Set::stream).toList();
        }

        boolean holds(String name) {
            return byName.containsKey(name);
        }

        boolean holds(String name, String of) {
            return byName.getOrDefault(name, Set.of()).stream().anyMatch(finding -> of.equals(finding.of()));
        }
    }
}
