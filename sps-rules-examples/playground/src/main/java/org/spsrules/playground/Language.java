package org.spsrules.playground;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.spsrules.authoring.row.RowModel;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The words of cases and rules, for pick-lists and completion. */
final class Language {

    private Language() {}

    /** The concepts of a vocabulary, by name. */
    static ArrayNode concepts(Vocabulary vocabulary) {
        ArrayNode concepts = Json.array();
        vocabulary.concepts().stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .forEach(concept -> concepts.add(described(concept)));
        return concepts;
    }

    private static ObjectNode described(Concept concept) {
        ObjectNode described = Json.object()
                .put("code", concept.code())
                .put("name", concept.name())
                .put("kind", concept.kind().word());
        ArrayNode names = described.putArray("names");
        Stream.concat(concept.brands().stream(), concept.synonyms().stream()).forEach(names::add);
        return described;
    }

    /** The facts and rows with their questions, and the verbs. */
    static ObjectNode rules() {
        ObjectNode language = Json.object();
        ObjectNode facts = language.putObject("facts");
        Stream.of(FactModel.instance().types(), RowModel.types())
                .map(Map::values)
                .flatMap(types -> types.stream())
                .forEach(type -> facts.set(type.name(), questions(type)));
        ArrayNode verbs = language.putArray("verbs");
        Arrays.stream(Verb.values()).map(Verb::word).distinct().forEach(verbs::add);
        return language;
    }

    private static ArrayNode questions(FactType type) {
        ArrayNode questions = Json.array();
        for (Question question : type.questions().values()) {
            ObjectNode described = questions
                    .addObject()
                    .put("name", question.name())
                    .put("says", question.says().value().replace("{0}", "…").replace("{value}", "…"))
                    .put("flag", question.isFlag())
                    .put("takes", question.isPredicate() && !question.isFlag());
            question.says().of().stream().map(Concept.Kind::word).forEach(described.putArray("kinds")::add);
            question.says().words().forEach(described.putArray("words")::add);
        }
        return questions;
    }
}
