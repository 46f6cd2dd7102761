package org.spsrules.pages.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spsrules.internal.explain.Wording;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.vocabulary.Vocabulary;

/** Puts the conditions of rules into words, whoever the patient is. Immutable. */
final class ConditionWords {

    private static final java.util.regex.Pattern SORT = java.util.regex.Pattern.compile(
            "(?<=^a plan: (?:[^:]{1,80}, )?)plan: |^a contraindication: (?=contraindicated: )");

    private final Wording wording;
    private final Links links;

    ConditionWords(Vocabulary vocabulary, Links links) {
        this.wording = new Wording(vocabulary);
        this.links = links;
    }

    List<ConditionView> of(List<Condition> conditions) {
        Map<String, Object> variables = new HashMap<>();
        conditions.stream()
                .flatMap(condition -> condition.patterns().stream())
                .flatMap(pattern -> pattern.bindings().stream())
                .forEach(binding -> variables.put(binding.variable(), called(binding.variable())));
        return of(conditions, variables);
    }

    /** What a variable is called, which stands for something else in each patient: {@code this drug}. */
    static String called(String variable) {
        return "this" + variable.replace('$', ' ').replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private List<ConditionView> of(List<? extends Condition> conditions, Map<String, Object> variables) {
        return conditions.stream()
                .flatMap(condition -> of(condition, variables).stream())
                .toList();
    }

    private List<ConditionView> of(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern, variables);
        } else if (condition instanceof Condition.AnyOf group) {
            return List.of(new ConditionView(
                    "",
                    Ref.plain("at least one of these:"),
                    group.alternatives().stream()
                            .map(alternative -> of(alternative, variables))
                            .distinct()
                            .toList()));
        }
        Condition.Count count = (Condition.Count) condition;
        return List.of(said("at least " + count.atLeast() + " of these: " + thing(count.pattern(), variables)));
    }

    private List<ConditionView> pattern(Pattern pattern, Map<String, Object> variables) {
        if (pattern.isFinding()) {
            String words = wording.finding(pattern, variables);
            Ref finding = pattern.literal("name")
                    .map(name -> links.finding(name, words))
                    .orElse(Ref.plain(words));
            return List.of(new ConditionView(pattern.isNegated() ? "not: " : "", finding, List.of()));
        }
        FactType type = FactModel.instance().type(pattern.factType()).orElseThrow();
        if (FactModel.instance().isSingle(pattern.factType())) {
            return pattern.demands()
                    .map(constraint ->
                            said(wording.wanted(type, constraint, variables) + unknown(isLenient(type, constraint))))
                    .toList();
        }
        boolean lenient = pattern.demands().anyMatch(constraint -> isLenient(type, constraint));
        return List.of(said(thing(pattern, variables) + unknown(lenient)));
    }

    /** What is asked of one of several facts; what sort of fact it is is not said twice. */
    private String thing(Pattern pattern, Map<String, Object> variables) {
        return SORT.matcher(wording.thing(pattern, variables)).replaceFirst("");
    }

    private static String unknown(boolean lenient) {
        return lenient ? ", or not known" : "";
    }

    private static boolean isLenient(FactType type, Constraint constraint) {
        return type.question(constraint.asked())
                .filter(question -> !question.says().strictly().isEmpty())
                .isPresent();
    }

    private static ConditionView said(String words) {
        return new ConditionView("", Ref.plain(words), List.of());
    }

    /** The conditions as the author wrote them. */
    static String written(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining("\n"));
    }
}
