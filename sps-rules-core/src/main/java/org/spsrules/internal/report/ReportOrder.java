package org.spsrules.internal.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** The order in which a report says what rules say: gravest first, then by folder and by the ladder. Thread-safe. */
final class ReportOrder implements Comparator<Match> {

    private final Comparator<Match> order;

    ReportOrder(Knowledge knowledge, Ladder ladder) {
        List<String> folders =
                knowledge.folders().stream().map(RuleFolder::name).toList();
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> inOrder = new HashMap<>();
        knowledge.rules().stream()
                .sorted(Comparator.comparing(rule -> Rule.fileOf(rule.id())))
                .forEach(rule -> {
                    places.put(rule.id(), folders.indexOf(rule.folder()));
                    inOrder.put(rule.id(), inOrder.size());
                });
        this.order = Comparator.comparing((Match match) ->
                        match.rule().then().level().map(AlertLevel::ordinal).orElse(-1))
                .thenComparingInt(match -> places.getOrDefault(match.rule().id(), places.size()))
                .thenComparingInt(match -> ladder.rank(match.subject()))
                .thenComparing(match -> match.rule().then().verb())
                .thenComparingInt(match -> inOrder.getOrDefault(match.rule().id(), inOrder.size()))
                .thenComparing(match -> String.join(" ", match.objects()));
    }

    @Override
    public int compare(Match first, Match second) {
        return order.compare(first, second);
    }
}
