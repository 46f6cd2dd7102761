package org.spsrules.authoring.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Something that a report says, whichever rule says it.
 *
 * @param level an alert, of this level or a graver one
 * @param verbs one of these verbs; any if there is none
 * @param rules a rule whose id is one of these, in which a star stands for anything; any if there is none
 * @param about it is said of this or of what belongs to it, which a variable can stand for; of anything if it is empty
 */
public record Saying(Optional<AlertLevel> level, Set<Verb> verbs, List<String> rules, Optional<Operand> about) {

    /** Whether a rule can say it. */
    boolean isOf(Rule rule) {
        boolean alerts = level.isEmpty()
                || rule.then()
                        .level()
                        .filter(own -> own.compareTo(level.get()) <= 0)
                        .isPresent();
        return alerts
                && rule.then().verb() != Verb.CONCLUDE
                && (verbs.isEmpty() || verbs.contains(rule.then().verb()))
                && (rules.isEmpty() || rules.stream().anyMatch(pattern -> fits(pattern, rule.id())));
    }

    /** Whether it is said with these objects, given what variables stand for. */
    boolean isAbout(List<String> objects, Map<String, Object> variables, Vocabulary vocabulary) {
        return about.isEmpty()
                || objects.stream()
                        .anyMatch(object -> vocabulary.isA(object, about.get().wordIn(variables)));
    }

    /** Whether an id is what a pattern means. */
    static boolean fits(String pattern, String id) {
        String expression = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(expression, Rule.fileOf(id) + " ") || Pattern.matches(expression, id + " ");
    }
}
