package org.spsrules.authoring.lint;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spsrules.internal.fact.PersonalCondition;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.Node;
import org.spsrules.vocabulary.Concept;

/** The codes that rules, contraindications, the ladder, scenarios and the report itself name. */
final class NamedCodes {

    private final Subject subject;
    private final Set<String> codes = new HashSet<>();

    private NamedCodes(Subject subject) {
        this.subject = subject;
    }

    static Set<String> in(Subject subject) {
        NamedCodes named = new NamedCodes(subject);
        subject.knowledge().findings().forEach(finding -> named.codes.add(finding.code()));
        subject.knowledge().rules().forEach(named::rule);
        PersonalCondition.all().forEach(condition -> named.codes.add(condition.code()));
        subject.knowledge().contraindications().forEach(row -> {
            named.codes.addAll(List.of(row.therapy(), row.condition()));
            named.codes.addAll(row.also());
            named.codes.addAll(row.untested());
        });
        subject.knowledge().contraindications().stream()
                .flatMap(row -> row.exclusion().stream())
                .forEach(exclusion -> named.codes.addAll(exclusion.by()));
        subject.knowledge().interactions().forEach(row -> named.codes.addAll(List.of(row.therapy(), row.with())));
        subject.knowledge().kinship().forEach(row -> named.codes.add(row.therapyClass()));
        subject.knowledge().reactions().forEach(row -> named.codes.add(row.sideEffect()));
        subject.knowledge().dosing().forEach(row -> named.codes.add(row.therapy()));
        subject.knowledge().regimens().forEach(row -> named.codes.add(row.finding()));
        subject.knowledge().therapyNotes().forEach(note -> named.codes.add(note.therapy()));
        subject.knowledge().ladder().forEach(step -> {
            named.codes.add(step.code());
            named.codes.addAll(step.therapies());
            named.codes.addAll(step.enteringItsLine());
        });
        subject.scenarios().forEach(scenario -> named.node(scenario.patientCase()));
        return named.codes;
    }

    private void rule(Rule rule) {
        rule.texts().forEach(codes::add);
        codes.addAll(rule.then().after());
    }

    private void node(Node node) {
        if (node instanceof Node.Scalar scalar) {
            subject.vocabulary()
                    .resolve(scalar.text(), EnumSet.allOf(Concept.Kind.class))
                    .ifPresent(concept -> codes.add(concept.code()));
        } else if (node instanceof Node.Items items) {
            items.nodes().forEach(this::node);
        } else if (node instanceof Node.Fields fields) {
            fields.entries().forEach(entry -> node(entry.value()));
        }
    }
}
