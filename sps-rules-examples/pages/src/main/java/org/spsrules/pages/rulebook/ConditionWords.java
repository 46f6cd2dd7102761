package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.List;
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

    private final Wording wording;
    private final Links links;

    ConditionWords(Vocabulary vocabulary, Links links) {
        this.wording = new Wording(vocabulary);
        this.links = links;
    }

    List<ConditionView> of(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> of(condition).stream()).toList();
    }

    private List<ConditionView> of(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern);
        } else if (condition instanceof Condition.AnyOf group) {
            return List.of(new ConditionView(
                    "",
                    Ref.plain("at least one of these:"),
                    group.alternatives().stream()
                            .map(alternative -> of(List.copyOf(alternative)))
                            .toList()));
        }
        Condition.Count count = (Condition.Count) condition;
        return List.of(said("at least " + count.atLeast() + " of these: " + wording.thing(count.pattern(), Map.of())));
    }

    private List<ConditionView> pattern(Pattern pattern) {
        if (pattern.isFinding()) {
            String words = wording.finding(pattern, Map.of());
            Ref finding = pattern.literal("name")
                    .map(name -> links.finding(name, words))
                    .orElse(Ref.plain(words));
            return List.of(new ConditionView(pattern.isNegated() ? "not: " : "", finding, List.of()));
        } else if (!FactModel.instance().isSingle(pattern.factType())) {
            return List.of(said(wording.thing(pattern, Map.of()) + assumed(pattern)));
        }
        List<ConditionView> said = new ArrayList<>();
        FactType type = FactModel.instance().type(pattern.factType()).orElseThrow();
        pattern.demands()
                .forEach(constraint -> said.add(said(wording.wanted(type, constraint, Map.of())
                        + (isLenient(type, constraint) ? ", or not known" : ""))));
        return said;
    }

    /** Which parts of the words also hold where nothing is known. */
    private static String assumed(Pattern pattern) {
        FactType type = FactModel.instance().type(pattern.factType()).orElseThrow();
        long lenient = pattern.demands()
                .filter(constraint -> isLenient(type, constraint))
                .count();
        return lenient == 0 ? "" : ", or not known";
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
