package org.spsrules.playground;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.spsrules.Report;
import org.spsrules.Report.Withheld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules behind the items of a report, so that somebody can ask of each why it is there. For one report. */
final class RulesBehind {

    private final Map<String, Set<String>> byTitle =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Map<String, Set<String>> byWithheld = new TreeMap<>();

    RulesBehind(Report report) {
        report.alerts().stream()
                .flatMap(alert -> Stream.concat(Stream.of(alert), alert.likewise().stream()))
                .forEach(alert -> put(byTitle, alert.title(), alert.basis().ruleId()));
        report.recommendations()
                .forEach(item -> put(byTitle, item.title(), item.basis().ruleId()));
        report.withheld()
                .forEach(item -> put(byWithheld, named(item), item.basis().ruleId()));
    }

    private static void put(Map<String, Set<String>> rules, String words, String ruleId) {
        rules.computeIfAbsent(words, any -> new LinkedHashSet<>()).add(ruleId);
    }

    private static String named(Withheld item) {
        return item.action()
                + item.subject().map(subject -> " " + subject.name()).orElse("");
    }

    /** The blocks of the page of the report; those that are items name their rules. */
    ArrayNode in(ArrayNode blocks) {
        for (JsonNode block : blocks) {
            String text = block.path("text").asString();
            if (block instanceof ObjectNode item
                    && block.path("kind").asString().equals("item")) {
                List<String> rules = Stream.concat(
                                behind(text, byTitle, String::startsWith).limit(1),
                                block.path("mark").asString().equals("x")
                                        ? behind(text, byWithheld, String::contains)
                                        : Stream.empty())
                        .flatMap(Set::stream)
                        .distinct()
                        .toList();
                if (!rules.isEmpty()) {
                    rules.forEach(item.putArray("rules")::add);
                }
            }
        }
        return blocks;
    }

    private static Stream<Set<String>> behind(
            String text, Map<String, Set<String>> rules, BiPredicate<String, String> says) {
        return rules.entrySet().stream()
                .filter(entry -> says.test(text, entry.getKey()))
                .map(Map.Entry::getValue);
    }
}
