package org.spsrules.internal.counterfactual;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

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
    private final Subjects subjects;
    private final Map<String, List<Rule>> known = new ConcurrentHashMap<>();

    Targets(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.subjects = new Subjects(knowledge.rules(), vocabulary);
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
                .filter(rule -> !subjects(rule, therapy).isEmpty())
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

    /** What a rule can recommend of a therapy: it, or kinds of it. */
    Set<String> subjects(Rule rule, String therapy) {
        return subjects.of(rule, rule.then().objects().get(0)).stream()
                .filter(code -> vocabulary.isA(code, therapy))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
