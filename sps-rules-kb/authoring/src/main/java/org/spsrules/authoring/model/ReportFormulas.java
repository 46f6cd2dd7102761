package org.spsrules.authoring.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.logicng.formulas.FType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.report.Offers;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** For each rule and whatever it can say, in which cases a report says it and does not withhold it. Not thread-safe. */
final class ReportFormulas {

    /** What goes on, is raised or is lowered, and may be stated as a class. */
    private static final Set<Verb> IN_USE = Set.of(Verb.CONTINUE, Verb.TAPER, Verb.TITRATE);

    private final Knowledge knowledge;
    private final List<Rule> rules;
    private final RuleFormulas matches;
    private final SymbolicFacts facts;
    private final Obstacles obstacles;
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final FormulaFactory formulas;
    private final Comparator<Match> order;
    private final Map<Verb, List<Match>> changes = new HashMap<>();
    private final Set<Match> open = new HashSet<>();

    ReportFormulas(
            Knowledge knowledge,
            List<Rule> rules,
            RuleFormulas matches,
            SymbolicFacts facts,
            CaseSpace space,
            Definitions definitions) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.matches = matches;
        this.facts = facts;
        this.obstacles = new Obstacles(knowledge, space, facts, definitions);
        this.definitions = definitions;
        this.vocabulary = space.vocabulary;
        this.formulas = space.formulas;
        this.order = new Offers(knowledge, vocabulary).order();
    }

    /** By what a rule says: in which cases a report says it. */
    Map<List<String>, Formula> said(Rule rule) {
        Verb verb = rule.then().verb();
        if (verb.role() == Verb.Role.ALERT || verb == Verb.CONCLUDE) {
            return matches.matches(rule);
        }
        Map<List<String>, Formula> said = new LinkedHashMap<>();
        matches.matches(rule).keySet().forEach(objects -> {
            Formula shown = said(new Match(rule, objects));
            if (shown.type() != FType.FALSE) {
                said.put(objects, shown);
            }
        });
        return said;
    }

    private Formula said(Match match) {
        return definitions.once(
                "a report says " + match,
                () -> formulas.and(
                        unlessOutranked(match),
                        waitsForAnotherChange(match).negate(),
                        isDone(match).negate()));
    }

    /** A test that has a result is not asked for again, unless there is danger. */
    private Formula isDone(Match match) {
        return match.rule().then().verb() == Verb.TEST && waits(match)
                ? facts.tests().noResult(match.subject()).negate()
                : formulas.falsum();
    }

    /** That a rule says something which nothing keeps back but, perhaps, the order of changes. */
    private Formula unlessOutranked(Match match) {
        if (!open.add(match)) {
            throw new UnmodelledException(match + ", which outranks what outranks it");
        }
        try {
            return definitions.once(
                    "nothing outranks " + match,
                    () -> formulas.and(
                            holds(match),
                            against(match).negate(),
                            formulas.or(outranking(match)).negate()));
        } finally {
            open.remove(match);
        }
    }

    private Formula holds(Match match) {
        return matches.matches(match.rule()).getOrDefault(match.objects(), formulas.falsum());
    }

    private List<Formula> outranking(Match sentence) {
        Verb verb = sentence.rule().then().verb();
        List<Formula> outranking = new ArrayList<>();
        if (offers(verb) && !waits(sentence)) {
            return outranking;
        }
        for (PrecedenceRow row : knowledge.precedence()) {
            if (row.withholds().contains(verb)) {
                each(rules.stream().filter(rule -> isOf(row, rule)))
                        .filter(stronger -> concerns(stronger, sentence))
                        .map(stronger -> row.finding().isPresent() ? holds(stronger) : unlessOutranked(stronger))
                        .forEach(outranking::add);
            }
        }
        return outranking;
    }

    private static boolean isOf(PrecedenceRow row, Rule rule) {
        return row.finding().equals(rule.then().finding()) && row.finding().isPresent()
                || row.said().equals(Optional.of(rule.then().verb()));
    }

    /** Everything that rules can say. */
    private Stream<Match> each(Stream<Rule> some) {
        return some.flatMap(rule -> matches.matches(rule).keySet().stream().map(objects -> new Match(rule, objects)));
    }

    /** Whether what outranks is about the drug of a sentence, or about all. */
    private boolean concerns(Match stronger, Match sentence) {
        Verb verb = stronger.rule().then().verb();
        List<String> objects = stronger.objects();
        int place = verb == Verb.CONCLUDE ? 1 : 0;
        if (objects.size() <= place || objects.get(place).isEmpty()) {
            return verb == Verb.CONCLUDE;
        }
        String about = objects.get(place);
        return vocabulary.isA(sentence.subject(), about)
                || IN_USE.contains(sentence.rule().then().verb()) && vocabulary.isA(about, sentence.subject());
    }

    private Formula against(Match offer) {
        Verb verb = offer.rule().then().verb();
        if (!offers(verb)) {
            return formulas.falsum();
        }
        List<Formula> against = new ArrayList<>();
        against.add(obstacles.against(offer.subject()));
        List<String> members = vocabulary.membersOf(offer.subject());
        if (!members.isEmpty()) {
            against.add(formulas.and(members.stream().map(obstacles::against).toList()));
        }
        if (verb == Verb.TITRATE) {
            members.stream().map(obstacles::experience).forEach(against::add);
        }
        if (waits(offer)) {
            against.add(suspended(Role.LADDER_SUSPENDED));
        }
        if (knowledge.kindOf(offer.rule().folder()) == RuleFolder.Kind.LADDER) {
            against.add(suspended(Role.ESCALATION_SUSPENDED));
        }
        return formulas.or(against);
    }

    private Formula suspended(Role role) {
        return definitions.once(
                role.word() + " is suspended",
                () -> formulas.or(each(knowledge.concluding(role).stream())
                        .map(this::holds)
                        .toList()));
    }

    private static boolean offers(Verb verb) {
        return verb.role() == Verb.Role.EXPOSURE;
    }

    /** Whether it is no answer to a danger. */
    private boolean waits(Match match) {
        RuleFolder.Kind kind = knowledge.kindOf(match.rule().folder());
        return kind != RuleFolder.Kind.EMERGENCY && kind != RuleFolder.Kind.SAFETY;
    }

    /** Of some changes a report says those of one drug: of the drug of which it says one first. */
    private Formula waitsForAnotherChange(Match change) {
        Verb verb = change.rule().then().verb();
        List<PrecedenceRow> rows =
                knowledge.precedence().stream().filter(row -> row.delays(verb)).toList();
        if (rows.isEmpty()) {
            return formulas.falsum();
        }
        List<Match> all = changes(verb);
        int before = all.indexOf(change);
        List<Formula> ownFirst = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            if (all.get(i).subject().equals(change.subject())) {
                ownFirst.add(formulas.and(
                        unlessOutranked(all.get(i)), anyOf(verb, all, i).negate()));
            }
        }
        Formula behindItsLike =
                formulas.and(anyOf(verb, all, before), formulas.or(ownFirst).negate());
        return formulas.or(Stream.concat(
                        Stream.of(behindItsLike), rows.stream().map(row -> waitsForOneThatIsBegun(change, row)))
                .toList());
    }

    private Formula waitsForOneThatIsBegun(Match change, PrecedenceRow row) {
        return formulas.or(row.among().stream()
                .filter(group -> vocabulary.isA(change.subject(), group))
                .flatMap(group -> each(rules.stream()
                                .filter(rule ->
                                        row.behind().contains(rule.then().verb())))
                        .filter(other -> vocabulary.isA(other.subject(), group))
                        .filter(other -> !other.subject().equals(change.subject()))
                        .filter(other -> order.compare(other, change) < 0))
                .map(this::unlessOutranked)
                .toList());
    }

    /** All changes of a kind, in the order of a report. */
    private List<Match> changes(Verb verb) {
        List<Match> known = changes.get(verb);
        if (known == null) {
            known = each(rules.stream().filter(rule -> rule.then().verb() == verb))
                    .sorted(order)
                    .toList();
            changes.put(verb, known);
        }
        return known;
    }

    /** That one of the first so many changes could be said. */
    private Formula anyOf(Verb verb, List<Match> all, int first) {
        return first == 0
                ? formulas.falsum()
                : definitions.once(
                        verb.word() + " of the first " + first,
                        () -> formulas.or(anyOf(verb, all, first - 1), unlessOutranked(all.get(first - 1))));
    }
}
