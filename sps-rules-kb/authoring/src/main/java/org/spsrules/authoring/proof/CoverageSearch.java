package org.spsrules.authoring.proof;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.mutation.RowMutant;
import org.spsrules.authoring.mutation.RowRemoval;
import org.spsrules.authoring.mutation.Site;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Observer;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Rule;

/**
 * Looks which conditions of a rule its scenarios see true and false. What counts is what the reference evaluator sees: a
 * condition after one that does not hold is not asked. A condition of a rule about rows is one, whichever row it is seen
 * with; that each row has its scenarios, lint sees to.
 */
public final class CoverageSearch {

    private final Content content;
    private final List<Scenario> scenarios;
    private final TriedCase.Maker maker;

    /** Looks at a knowledge base in which no error was found. */
    public CoverageSearch(Content content, List<Scenario> scenarios) {
        this.content = content;
        this.scenarios = scenarios;
        this.maker = new TriedCase.Maker(content.knowledge());
    }

    /** A condition, by its place and its spelling; that of a rule about rows has one spelling for each. */
    private record Key(Location location, String spelling) {}

    /** What has been seen of a condition. */
    private static final class Sides {

        private final String ruleId;
        private final String text;
        private boolean met;
        private boolean unmet;

        Sides(String ruleId, String text) {
            this.ruleId = ruleId;
            this.text = text;
        }

        synchronized void saw(boolean holds) {
            met |= holds;
            unmet |= !holds;
        }
    }

    /** The coverage of the rules whose id is so, and of all rows if that is wanted. */
    public Coverage run(Predicate<String> ruleIds, boolean withRows) {
        return new Coverage(conditions(ruleIds, (scenario, applies) -> {}), withRows ? rows() : List.of());
    }

    /**
     * What is seen of the conditions of the rules whose id is so.
     *
     * @param applied is told whether the rule of each valid scenario applies in it, by several threads
     */
    public List<Coverage.Seen> conditions(Predicate<String> ruleIds, BiConsumer<Scenario, Boolean> applied) {
        Map<String, List<ParsedRule>> byFile = content.rules().stream()
                .filter(parsed -> ruleIds.test(parsed.rule().id()))
                .collect(Collectors.groupingBy(
                        parsed -> Rule.fileOf(parsed.rule().id()), LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Scenario>> beside =
                scenarios.stream().collect(Collectors.groupingBy(scenario -> Rule.fileOf(scenario.ruleId())));
        return List.copyOf(byFile.entrySet()).parallelStream()
                .flatMap(entry ->
                        seen(entry.getValue(), beside.getOrDefault(entry.getKey(), List.of()), applied).stream())
                .toList();
    }

    /** The conditions of the rules of one file. */
    private List<Coverage.Seen> seen(
            List<ParsedRule> rules, List<Scenario> beside, BiConsumer<Scenario, Boolean> applied) {
        Map<Key, Sides> sides = new LinkedHashMap<>();
        Map<Object, Sides> byPart = new IdentityHashMap<>();
        Map<String, Rule> byId = new LinkedHashMap<>();
        for (ParsedRule parsed : rules) {
            byId.put(parsed.rule().id(), parsed.rule());
            Site.in(parsed.rule())
                    .flatMap(CoverageSearch::part)
                    .forEach(part -> byPart.put(
                            part,
                            sides.computeIfAbsent(
                                    key(parsed, part),
                                    any -> new Sides(parsed.rule().id(), text(part)))));
        }
        Observer observer = new Observer() {
            @Override
            public void saw(Constraint constraint, boolean holds) {
                Optional.ofNullable(byPart.get(constraint)).ifPresent(seen -> seen.saw(holds));
            }

            @Override
            public void saw(Condition condition, boolean holds) {
                Optional.ofNullable(byPart.get(condition)).ifPresent(seen -> seen.saw(holds));
            }
        };
        for (Scenario scenario : beside) {
            Rule rule = byId.get(scenario.ruleId());
            if (rule != null) {
                maker.of(scenario.patientCase())
                        .ifPresent(tried -> applied.accept(
                                scenario,
                                !maker.observed(tried, observer).matchesOf(rule).isEmpty()));
            }
        }
        List<Coverage.Seen> seen = new ArrayList<>();
        sides.forEach((key, side) -> seen.add(new Coverage.Seen(
                key.location.file(),
                key.location.position().line(),
                key.location.position().column(),
                side.ruleId,
                side.text,
                side.met,
                side.unmet,
                suggestion(side, beside))));
        return seen;
    }

    /** What is seen as one: a constraint, or all that is asked of a finding or of facts that are counted. */
    private static Stream<Object> part(Site site) {
        Stream<Object> whole = site.condition() instanceof Condition.Count
                ? Stream.of(site.condition())
                : site.pattern().isFinding()
                                || site.pattern().demands().findAny().isEmpty()
                        ? Stream.of(site.pattern())
                        : Stream.empty();
        return site.pattern().isFinding() || site.constraint() instanceof Constraint.Binding
                ? whole
                : Stream.concat(whole, Stream.of(site.constraint()));
    }

    private static Key key(ParsedRule parsed, Object part) {
        Location location = parsed.places().of(part);
        boolean ofARow = parsed.rule().row().isPresent();
        return new Key(location, ofARow ? (part instanceof Constraint asks ? asks.asked() : "") : text(part));
    }

    private static String text(Object part) {
        return part instanceof Constraint constraint ? constraint.spelling() : ((Condition) part).text();
    }

    /** A scenario to begin with, and what has to become otherwise in it. */
    private static String suggestion(Sides side, List<Scenario> beside) {
        if (side.met && side.unmet) {
            return "";
        }
        Optional<String> like = beside.stream()
                .filter(scenario -> scenario.expected()
                        .fires()
                        .filter(fires -> fires == side.met)
                        .isPresent())
                .map(Scenario::name)
                .findFirst();
        String wanted = side.met
                ? " does not hold"
                : side.unmet ? " holds" : " is asked and holds, and one in which it does not";
        return "write one" + like.map(name -> " like \"" + name + "\"").orElse("") + " in which " + side.text + wanted
                + " while what stands before it does";
    }

    private List<Coverage.Row> rows() {
        Knowledge knowledge = content.knowledge();
        RowRemoval removal = new RowRemoval(knowledge, scenarios);
        List<Coverage.Row> rows = new ArrayList<>();
        List<RowMutant<?>> all = Stream.of(
                        RowMutant.ofContraindications(knowledge),
                        RowMutant.ofInteractions(knowledge),
                        RowMutant.ofDoses(knowledge))
                .<RowMutant<?>>flatMap(List::stream)
                .filter(RowMutant::isMissing)
                .toList();
        Set<Object> uncovered = Stream.of(
                        removal.unnoticedContraindications(), removal.unnoticedInteractions(), removal.unnoticedDoses())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        for (RowMutant<?> mutant : all) {
            Location location = content.locations().of(mutant.row());
            rows.add(new Coverage.Row(
                    location.file(),
                    location.position().line(),
                    location.position().column(),
                    mutant.what(),
                    !uncovered.contains(mutant.row())));
        }
        return rows;
    }
}
