package org.spsrules.internal.change;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Verb;
import org.spsrules.knowledge.Vocabulary;

/** Which rules could recommend a therapy. Thread-safe. */
final class Targets {

    private static final Set<Verb> BRINGING = EnumSet.of(
            Verb.START,
            Verb.ADD,
            Verb.TITRATE,
            Verb.SWITCH_TO,
            Verb.REPEAT,
            Verb.REFER_FOR,
            Verb.RESTORE,
            Verb.CONTINUE);

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Map<String, List<Rule>> known = new ConcurrentHashMap<>();

    Targets(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
    }

    /** How reports call the actions that bring a therapy. */
    static Set<String> phrases() {
        return BRINGING.stream().map(Verb::phrase).collect(Collectors.toSet());
    }

    /** The rules that can recommend the therapy or a kind of it. */
    List<Rule> of(String therapy) {
        return known.computeIfAbsent(therapy, this::find);
    }

    private List<Rule> find(String therapy) {
        return knowledge.rules().stream()
                .filter(rule -> BRINGING.contains(rule.then().verb()))
                .filter(rule -> canSpeakOf(rule, therapy))
                .toList();
    }

    /** Classes to which the therapy belongs and which rules recommend as such. */
    List<String> broader(String therapy) {
        return knowledge.rules().stream()
                .filter(rule -> BRINGING.contains(rule.then().verb()))
                .map(rule -> rule.then().objects().get(0))
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).value())
                .filter(code -> !code.equals(therapy) && vocabulary.isA(therapy, code))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean canSpeakOf(Rule rule, String therapy) {
        Operand object = rule.then().objects().get(0);
        if (object instanceof Operand.Text text) {
            return vocabulary.isA(text.value(), therapy);
        }
        String variable = ((Operand.Variable) object).name();
        return rule.patterns().stream()
                .filter(pattern -> binds(pattern, variable))
                .allMatch(pattern -> vocabulary.concepts().stream()
                        .anyMatch(concept -> vocabulary.isA(concept.code(), therapy)
                                && classes(pattern).stream().allMatch(of -> vocabulary.isA(concept.code(), of))));
    }

    private static boolean binds(Pattern pattern, String variable) {
        return pattern.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.Binding binding
                        && binding.variable().equals(variable)
                        && binding.field().equals("therapy"));
    }

    private static Set<String> classes(Pattern pattern) {
        Set<String> classes = new LinkedHashSet<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Predicate predicate
                    && Set.of("isA", "concerns").contains(predicate.name())
                    && predicate.arguments().get(0) instanceof Operand.Text text) {
                classes.add(text.value());
            }
        }
        return classes;
    }
}
