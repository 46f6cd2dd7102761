package org.spsrules.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Verb;

/**
 * Puts rules into layers, so that a rule that reads a finding waits for every rule that may conclude it. That is what
 * lets authors write rules in any order, and lets {@code not Finding( … )} mean what it says.
 */
final class Strata {

    /** A finding that is read or concluded; an absent subject stands for any. */
    private record Predicate(String name, Optional<String> of) {

        boolean overlaps(Predicate other) {
            return name.equals(other.name) && (of.isEmpty() || other.of.isEmpty() || of.equals(other.of));
        }
    }

    private final List<Rule> rules;
    private final Map<String, String> files;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> strata = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private Strata(List<Rule> rules, Map<String, String> files, Diagnostics diagnostics) {
        this.rules = rules;
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /**
     * The same rules with their strata. A circle of conclusions is reported.
     *
     * @param files path of the file of each rule, by rule id
     */
    static List<Rule> assign(List<Rule> rules, Map<String, String> files, Diagnostics diagnostics) {
        Strata strata = new Strata(rules, files, diagnostics);
        return rules.stream()
                .map(rule -> new Rule(
                        rule.id(),
                        rule.title(),
                        rule.sources(),
                        rule.grades(),
                        rule.reviewed(),
                        rule.conditions(),
                        rule.then(),
                        strata.of(rule)))
                .toList();
    }

    private int of(Rule rule) {
        Integer known = strata.get(rule.id());
        if (known != null) {
            return known;
        }
        if (!open.add(rule.id())) {
            reportCircle(rule);
            return 0;
        }
        int stratum = 0;
        for (Predicate read : read(rule)) {
            for (Rule other : rules) {
                if (concluded(other).filter(read::overlaps).isPresent()) {
                    stratum = Math.max(stratum, of(other) + 1);
                }
            }
        }
        open.remove(rule.id());
        strata.put(rule.id(), stratum);
        return stratum;
    }

    private void reportCircle(Rule rule) {
        List<String> circle = new ArrayList<>(open);
        circle = circle.subList(circle.indexOf(rule.id()), circle.size());
        int line = rule.patterns().stream()
                .filter(pattern -> pattern.factType().equals("Finding"))
                .mapToInt(Pattern::line)
                .findFirst()
                .orElse(1);
        diagnostics.add(
                files.getOrDefault(rule.id(), rule.id()),
                line,
                1,
                "circle",
                "this rule waits for a finding that depends on this rule: " + String.join(" <- ", circle) + " <- "
                        + rule.id());
    }

    private static List<Predicate> read(Rule rule) {
        List<Predicate> read = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            if (pattern.factType().equals("Finding")) {
                literal(pattern, "name").ifPresent(name -> read.add(new Predicate(name, literal(pattern, "of"))));
            }
        }
        return read;
    }

    private static Optional<String> literal(Pattern pattern, String field) {
        return pattern.constraints().stream()
                .filter(Constraint.Comparison.class::isInstance)
                .map(Constraint.Comparison.class::cast)
                .filter(comparison -> comparison.field().equals(field))
                .map(Constraint.Comparison::operand)
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .findFirst();
    }

    private static Optional<Predicate> concluded(Rule rule) {
        List<Operand> objects = rule.then().objects();
        if (rule.then().verb() != Verb.CONCLUDE || !(objects.get(0) instanceof Operand.Text name)) {
            return Optional.empty();
        }
        Optional<String> of = Optional.of("");
        if (objects.size() > 1) {
            of = objects.get(1) instanceof Operand.Text text ? Optional.of(text.value()) : Optional.empty();
        }
        return Optional.of(new Predicate(name.value(), of));
    }
}
