package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.authoring.trace.Readings;
import org.spsrules.authoring.trace.Traceability;
import org.spsrules.internal.knowledge.EvidenceGrade;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** What the pages are made from, and how to find one's way in it. Immutable. */
final class Book {

    final Knowledge knowledge;
    final Vocabulary vocabulary;
    final Traceability trace;
    final Readings readings;
    final Map<String, List<Scenario>> scenarios;
    private final List<Rule> speaking;
    private final Map<String, List<Rule>> advising = new HashMap<>();
    private final Map<String, Named> named;
    private final Map<String, Statement> statements;
    private final Map<String, EvidenceGrade> grades;
    private final Set<String> compiled;

    Book(KnowledgeFolder.Content content) {
        knowledge = content.knowledge();
        vocabulary = knowledge.vocabulary();
        trace = Traceability.of(knowledge);
        readings = Readings.of(knowledge);
        scenarios = Scenarios.read(content.scenarios(), knowledge, new Diagnostics()).stream()
                .collect(Collectors.groupingBy(Scenario::ruleId));
        speaking = speaking(knowledge);
        speaking.forEach(rule -> advisedOn(rule)
                .forEach(code ->
                        advising.computeIfAbsent(code, any -> new ArrayList<>()).add(rule)));
        named = speaking.stream().collect(Collectors.toMap(Rule::id, Named::in));
        statements = by(knowledge.statements(), Statement::id);
        grades = by(knowledge.grades(), EvidenceGrade::code);
        compiled = knowledge.sources().stream()
                .filter(Source::compiled)
                .map(Source::code)
                .collect(Collectors.toSet());
    }

    private static <T> Map<String, T> by(Collection<T> things, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(key.apply(thing), thing));
        return map;
    }

    List<Cited> cited(Collection<String> ids, Links links) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(statements.get(id)).stream())
                .map(statement -> cited(statement, links))
                .toList();
    }

    Cited cited(Statement statement, Links links) {
        return new Cited(
                links.statement(statement.id()),
                statement.text(),
                compiled.contains(statement.source()) && statement.verified().isEmpty());
    }

    /** How strong the evidence behind something is, in words. */
    List<String> evidence(List<String> codes) {
        return codes.stream()
                .flatMap(code -> Optional.ofNullable(grades.get(code)).stream())
                .map(EvidenceGrade::name)
                .toList();
    }

    /** The rules that say something to people, in the order of a report. */
    List<Rule> speaking() {
        return speaking;
    }

    /** The codes that one of these rules names. */
    Named named(Rule rule) {
        return Objects.requireNonNull(named.get(rule.id()), rule.id());
    }

    private static List<Rule> speaking(Knowledge knowledge) {
        List<String> folders =
                knowledge.folders().stream().map(folder -> folder.name()).toList();
        return knowledge.rules().stream()
                .filter(rule -> rule.then().finding().isEmpty())
                .sorted(Comparator.comparing((Rule rule) -> folders.indexOf(rule.folder()))
                        .thenComparing(Rule::id))
                .toList();
    }

    /**
     * The rules with which one competes: they advise on what it advises on, or offer another therapy of the step that it
     * offers. Who alerts competes with nobody.
     */
    List<Rule> rivals(Rule rule) {
        Set<String> own = advisedOn(rule);
        Stream<Rule> same = own.stream().flatMap(code -> advising.getOrDefault(code, List.of()).stream());
        Stream<Rule> ofStep = rule.then().verb().role() == Verb.Role.EXPOSURE
                ? knowledge.ladder().stream()
                        .filter(step -> step.therapies().stream().anyMatch(own::contains))
                        .flatMap(step -> step.therapies().stream())
                        .flatMap(code -> advising.getOrDefault(code, List.of()).stream())
                        .filter(other -> other.then().verb().role() == Verb.Role.EXPOSURE)
                : Stream.empty();
        Set<String> ids = Stream.concat(same, ofStep).map(Rule::id).collect(Collectors.toSet());
        return speaking.stream()
                .filter(other ->
                        ids.contains(other.id()) && !Rule.fileOf(other.id()).equals(Rule.fileOf(rule.id())))
                .toList();
    }

    /** What a rule advises to do something with; nothing if it alerts or concludes. */
    private static Set<String> advisedOn(Rule rule) {
        return rule.then().finding().isPresent() || rule.then().level().isPresent()
                ? Set.of()
                : rule.then().objects().stream()
                        .flatMap(object -> object.text().stream())
                        .collect(Collectors.toSet());
    }

    /** The name of a concept, which leads to where it stands. */
    Ref concept(String code, Links links) {
        return vocabulary
                .concept(code)
                .map(found -> switch (found.kind()) {
                    case THERAPY, THERAPY_CLASS -> links.therapy(code, found.name());
                    case FINDING -> links.finding(code, found.name());
                    case LADDER_STEP -> links.step(code, found.name());
                    default -> links.page("glossary.html#" + code, found.name());
                })
                .orElseGet(() -> Ref.plain(vocabulary.nameOf(code)));
    }

    String names(Collection<String> codes) {
        return codes.stream().map(vocabulary::nameOf).collect(Collectors.joining(", "));
    }

    /** What a rule says, in a few words. */
    String says(Sentence then) {
        String objects = then.objects().stream()
                .map(object -> object.variable()
                        .map(ConditionWords::called)
                        .orElseGet(() -> vocabulary.nameOf(object.text().orElse(object.spelling()))))
                .collect(Collectors.joining(", "));
        if (then.finding().isPresent()) {
            return "concludes: " + objects;
        }
        String verb = then.level()
                .map(level -> level.word() + " alert")
                .orElse(then.verb().phrase());
        if (objects.startsWith(verb + " ")) {
            return objects;
        }
        return objects.isEmpty() ? verb : then.level().isPresent() ? verb + ": " + objects : verb + " " + objects;
    }
}
