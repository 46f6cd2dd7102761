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

    /** Whether what a rule says or concludes last can be about the therapy, a class of it, a kind of it, or about none. */
    boolean mayConcern(Rule rule, String therapy) {
        List<Operand> objects = rule.then().objects();
        Set<String> kinds = vocabulary.selfAndNarrower(therapy);
        return rule.then().verb() == Verb.CONCLUDE && objects.size() < 2
                || subjects.of(rule, objects.get(objects.size() - 1)).stream()
                        .anyMatch(code -> kinds.stream().anyMatch(kind -> vocabulary.isA(kind, code)));
    }

    /** What a rule can recommend of a therapy: it, or kinds of it. */
    Set<String> subjects(Rule rule, String therapy) {
        return subjects.of(rule, rule.then().objects().get(0)).stream()
                .filter(code -> vocabulary.isA(code, therapy))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
