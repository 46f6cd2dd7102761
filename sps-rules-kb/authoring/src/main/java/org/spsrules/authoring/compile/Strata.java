package org.spsrules.authoring.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/**
 * Puts rules into layers, so that a rule that reads a finding waits for every rule that may conclude it. That is what
 * lets authors write rules in any order, and lets {@code not Finding( … )} mean what it says.
 */
public final class Strata {

    /** Who concludes findings, by their name: to ask every rule about every pattern takes longer than somebody waits. */
    private final Map<String, List<ParsedRule>> concluding;

    private final Diagnostics diagnostics;
    private final Map<String, Integer> strata = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private Strata(List<ParsedRule> rules, Diagnostics diagnostics) {
        this.concluding = rules.stream()
                .filter(parsed -> parsed.rule().then().finding().isPresent())
                .collect(Collectors.groupingBy(
                        parsed -> parsed.rule().then().finding().orElseThrow()));
        this.diagnostics = diagnostics;
    }

    /** The same rules with their strata. A circle of conclusions is reported. */
    public static List<ParsedRule> assign(List<ParsedRule> rules, Diagnostics diagnostics) {
        Strata strata = new Strata(rules, diagnostics);
        return rules.stream()
                .map(parsed -> parsed.with(parsed.rule().in(strata.of(parsed))))
                .toList();
    }

    private int of(ParsedRule parsed) {
        Rule rule = parsed.rule();
        Integer known = strata.get(rule.id());
        if (known != null) {
            return known;
        }
        if (!open.add(rule.id())) {
            reportCircle(parsed);
            return 0;
        }
        int stratum = 0;
        for (Pattern pattern : rule.patterns()) {
            Optional<FindingPredicate> read = FindingPredicate.read(pattern);
            List<ParsedRule> named = read.map(finding -> concluding.getOrDefault(finding.name(), List.of()))
                    .orElse(List.of());
            for (ParsedRule other : named) {
                Optional<FindingPredicate> concluded = FindingPredicate.concluded(other.rule());
                if (concluded.filter(read.orElseThrow()::overlaps).isPresent()) {
                    stratum = Math.max(stratum, of(other) + 1);
                }
            }
        }
        open.remove(rule.id());
        strata.put(rule.id(), stratum);
        return stratum;
    }

    private void reportCircle(ParsedRule parsed) {
        String id = parsed.rule().id();
        List<String> circle = new ArrayList<>(open);
        circle = circle.subList(circle.indexOf(id), circle.size());
        Location location = parsed.rule().patterns().stream()
                .filter(pattern -> FindingPredicate.read(pattern).isPresent())
                .map(parsed.places()::of)
                .findFirst()
                .orElse(parsed.places().of(Part.WHEN));
        diagnostics.add(
                location,
                LintCode.CIRCLE,
                "this rule waits for a finding that depends on this rule: " + String.join(" <- ", circle) + " <- "
                        + id);
    }
}
