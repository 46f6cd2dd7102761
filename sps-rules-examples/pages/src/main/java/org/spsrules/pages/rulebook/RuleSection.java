package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.pages.rulebook.RuleView.Example;
import org.spsrules.pages.rulebook.RuleView.Labelled;
import org.spsrules.pages.rulebook.RuleView.Rival;

/** Makes rules readable. Immutable. */
final class RuleSection {

    private final Book book;
    private final Links links;
    private final ConditionWords conditions;
    private final Proof proof;

    RuleSection(Book book, Links links, Proof proof) {
        this.book = book;
        this.links = links;
        this.proof = proof;
        this.conditions = new ConditionWords(book.vocabulary, links);
    }

    RuleView of(Rule rule) {
        Sentence then = rule.then();
        return new RuleView(
                rule.row().orElse("rule"),
                rule.title(),
                rule.id(),
                links.rule(rule.id(), rule.id()),
                then.level().map(level -> Tone.of(level).css()),
                book.says(then),
                conditions.of(rule.conditions()),
                ConditionWords.written(rule.conditions()),
                texts(then),
                then.after().stream().map(book.vocabulary::nameOf).toList(),
                giveWay(then),
                book.rivals(rule).stream()
                        .map(rival -> new Rival(links.rule(rival.id(), rival.title()), book.says(rival.then())))
                        .toList(),
                book.evidence(rule.grades()),
                book.cited(rule.sources(), links),
                rule.reviewed(),
                book.scenarios.getOrDefault(rule.id(), List.of()).stream()
                        .map(this::example)
                        .toList());
    }

    private static List<Labelled> texts(Sentence then) {
        List<Labelled> texts = new ArrayList<>();
        then.because().ifPresent(text -> texts.add(new Labelled("Because", text)));
        then.dose().ifPresent(text -> texts.add(new Labelled("Usual dose", text)));
        then.how().ifPresent(text -> texts.add(new Labelled("How", text)));
        then.forPatient().ifPresent(text -> texts.add(new Labelled("To the patient", text)));
        return texts;
    }

    /** What outranks the sentence, of the same drug. */
    private List<Ref> giveWay(Sentence then) {
        return book.knowledge.precedence().stream()
                .filter(row -> row.withholds().contains(then.verb()) || row.delays(then.verb()))
                .map(this::outranking)
                .toList();
    }

    private Ref outranking(PrecedenceRow row) {
        return row.finding()
                .map(finding -> links.finding(finding, "while it holds: " + book.vocabulary.nameOf(finding)))
                .orElseGet(() -> Ref.plain(row.said()
                        .map(verb -> "while a rule says: " + verb.phrase() + " it")
                        .orElseGet(() -> "of several drugs it is said of one at a time" + behind(row))));
    }

    private String behind(PrecedenceRow row) {
        return row.among()
                .map(group -> ", and not while another " + book.vocabulary.nameOf(group) + " is begun")
                .orElse("");
    }

    private Example example(Scenario scenario) {
        return new Example(
                scenario.name(),
                scenario.expected()
                        .fires()
                        .map(fires -> fires ? "applies" : "does not apply")
                        .orElse("what the report says"),
                proof.holds(scenario));
    }
}
