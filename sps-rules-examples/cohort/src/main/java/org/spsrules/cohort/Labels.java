package org.spsrules.cohort;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spsrules.Line;
import org.spsrules.Report.KnowledgeStamp;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Concept;

/** What a knowledge base calls the codes and ids in results. Immutable. */
final class Labels {

    private final Knowledge knowledge;
    private final Map<String, Rule> rules;
    private final Map<String, String> concepts;

    Labels(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.rules = knowledge.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        this.concepts = knowledge.concepts().stream().collect(Collectors.toMap(Concept::code, Concept::name));
    }

    /** How far the knowledge base is to be trusted. */
    String status() {
        return knowledge.notes().get(0).text();
    }

    KnowledgeStamp stamp() {
        return new KnowledgeStamp(
                knowledge.version(), knowledge.contentHash(), knowledge.rules().size());
    }

    String line(Line line) {
        return line == Line.NONE
                ? "No line"
                : line.name().charAt(0) + line.name().substring(1).toLowerCase(Locale.ROOT) + " line";
    }

    /** What a step consists of. */
    String step(String line, String step) {
        return knowledge.ladder().stream()
                .filter(known ->
                        known.line().name().equals(line) && known.step().equals(step))
                .map(known -> known.title())
                .collect(Collectors.joining("; "));
    }

    /** The title of a rule. */
    String rule(String id) {
        Rule rule = rules.get(id);
        return rule == null ? id : rule.title();
    }

    /** Codes of the sources that a rule cites, in order. */
    String sources(String id) {
        Rule rule = rules.get(id);
        return rule == null
                ? ""
                : rule.sources().stream()
                        .map(statement -> statement.substring(0, statement.indexOf('-')))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /** The name of a concept. */
    String concept(String code) {
        return concepts.getOrDefault(code, code);
    }

    /** An action, and its therapy by name. */
    String offer(String key) {
        int blank = key.lastIndexOf(' ');
        return blank < 0 ? key : key.substring(0, blank) + " " + concept(key.substring(blank + 1));
    }
}
