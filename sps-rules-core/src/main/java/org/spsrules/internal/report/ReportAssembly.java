package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Question;
import org.spsrules.Report.Recommendation;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Withheld;
import org.spsrules.RuleFailedException;
import org.spsrules.explain.FactsByType;
import org.spsrules.explain.ReferenceEvaluator;
import org.spsrules.explain.ReferenceEvaluator.Witness;
import org.spsrules.explain.Wording.Account;
import org.spsrules.fact.Finding;
import org.spsrules.knowledge.Concept;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Match;
import org.spsrules.knowledge.Sentence;
import org.spsrules.knowledge.Verb;
import org.spsrules.knowledge.Vocabulary;

/** Makes a report of what rules say. Knows no engine: it takes matches from either. Thread-safe. */
public final class ReportAssembly {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Ladder ladder;
    private final Provenance provenance;
    private final Comparator<Match> order;

    /** Makes reports for this knowledge base. */
    public ReportAssembly(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.ladder = new Ladder(knowledge.ladder(), vocabulary);
        this.provenance = new Provenance(knowledge, vocabulary);
        this.order = Comparator.comparing(
                        (Match match) -> match.rule().then().verb().role() == Verb.Role.ALERT
                                ? match.rule().then().verb()
                                : Verb.CONCLUDE)
                .thenComparingInt(
                        match -> knowledge.folders().indexOf(match.rule().folder()))
                .thenComparingInt(match -> ladder.rank(match.subject()))
                .thenComparing(match -> match.rule().then().verb())
                .thenComparing(match -> match.rule().id())
                .thenComparing(match -> String.join(" ", match.objects()));
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
        Findings findings = new Findings(matches);
        known.addAll(findings.all());
        FactsByType byType = new FactsByType(known);
        Resolution resolution = new Resolution(facts, findings, ladder, vocabulary, provenance);

        List<Alert> alerts = new ArrayList<>();
        List<Recommendation> recommendations = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        Map<String, Set<String>> questions = new LinkedHashMap<>();
        Set<Match> offered = new LinkedHashSet<>();
        Set<Advised> recommended = new HashSet<>();
        for (Match match : matches.stream().sorted(order).toList()) {
            Verb.Role role = match.rule().then().verb().role();
            if (role == Verb.Role.CONCLUSION) {
                continue;
            }
            Account account = provenance.account(witnesses(match, byType));
            Basis basis = provenance.basis(match.rule(), account);
            List<Obstacle> obstacles = role == Verb.Role.EXPOSURE ? resolution.obstacles(match) : List.of();
            if (role == Verb.Role.ALERT) {
                alerts.add(alert(match, basis, patientCase));
            } else if (resolution.withholds(obstacles)) {
                withheld.add(withheld(match, basis, resolution.standingAgainst(obstacles)));
            } else if (recommended.add(new Advised(match.rule().then().verb(), match.subject()))) {
                offered.add(match);
                recommendations.add(recommendation(match, basis, obstacles));
                account.questions()
                        .forEach(text -> questions
                                .computeIfAbsent(text, key -> new TreeSet<>())
                                .add(match.rule().id()));
            }
        }
        return new Report(
                patientCase.asOf(),
                patientCase.title(),
                patientCase.citation(),
                ladder.standing(patientCase, offered, findings),
                alerts,
                recommendations,
                withheld,
                questions.entrySet().stream()
                        .map(entry -> new Question(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList(),
                matches.stream()
                        .map(match -> match.rule().id())
                        .distinct()
                        .sorted()
                        .toList(),
                knowledge.notes(),
                new Report.KnowledgeStamp(
                        knowledge.version(),
                        knowledge.contentHash(),
                        knowledge.rules().size()));
    }

    /** What two rules recommend alike is shown once, in the words of the one that comes first. */
    private record Advised(Verb verb, String subject) {}

    private static List<Witness> witnesses(Match match, FactsByType known) {
        return ReferenceEvaluator.witnesses(match, known)
                .orElseThrow(() ->
                        new RuleFailedException(match.rule().id(), "applies under one engine and not under the other"));
    }

    private Alert alert(Match match, Basis basis, PatientCase patientCase) {
        Sentence then = match.rule().then();
        return new Alert(
                Alert.Level.valueOf(then.verb().name()),
                match.rule().title(),
                subject(match),
                then.because(),
                then.how(),
                patientCase.acknowledged().contains(match.rule().id()),
                basis);
    }

    private Recommendation recommendation(Match match, Basis basis, List<Obstacle> cautions) {
        Sentence then = match.rule().then();
        return new Recommendation(
                match.rule().title(),
                then.verb().phrase(),
                subject(match),
                ladder.position(match),
                then.because(),
                then.how(),
                then.after().stream().map(this::subject).toList(),
                cautions,
                basis);
    }

    private Withheld withheld(Match match, Basis basis, List<Obstacle> obstacles) {
        return new Withheld(
                match.rule().title(),
                match.rule().then().verb().phrase(),
                subject(match),
                ladder.position(match),
                obstacles,
                basis);
    }

    private Optional<Subject> subject(Match match) {
        return match.subject().isEmpty() ? Optional.empty() : Optional.of(subject(match.subject()));
    }

    private Subject subject(String code) {
        return new Subject(
                code,
                vocabulary.nameOf(code),
                vocabulary.concept(code).map(Concept::codes).orElse(List.of()));
    }

    /** The findings among what rules say. */
    static final class Findings {

        private final Map<String, Set<Finding>> byName = new TreeMap<>();

        Findings(Set<Match> matches) {
            for (Match match : matches) {
                if (match.rule().then().verb() == Verb.CONCLUDE) {
                    byName.computeIfAbsent(match.subject(), name -> new TreeSet<>(Comparator.comparing(Finding::of)))
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
    }
}
