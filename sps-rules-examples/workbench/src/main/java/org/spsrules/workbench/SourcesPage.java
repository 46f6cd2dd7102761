package org.spsrules.workbench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.trace.Carrier;
import org.spsrules.authoring.trace.Told;
import org.spsrules.authoring.trace.Traceability;
import org.spsrules.authoring.trace.Traceability.Coverage;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;
import org.spsrules.workbench.Colours.Tone;

/** Writes which statement is carried by what, and which rule rests on what. Not safe for use by several threads. */
final class SourcesPage {

    private final Knowledge knowledge;
    private final Traceability trace;
    private final Told told;
    private final Page page;

    SourcesPage(Knowledge knowledge, Traceability trace, Told told, Page page) {
        this.knowledge = knowledge;
        this.trace = trace;
        this.told = told;
        this.page = page;
    }

    /** Writes about the statements and rules with these ids. */
    void write(Set<String> ids) {
        for (Source source : knowledge.sources()) {
            List<Statement> statements = knowledge.statements().stream()
                    .filter(statement -> statement.source().equals(source.code()) && ids.contains(statement.id()))
                    .toList();
            if (!statements.isEmpty()) {
                page.paragraph(Tone.STRONG, source.code() + ": " + source.title() + ", " + source.kind());
                statements.forEach(statement -> statement(statement, source));
                page.gap();
            }
        }
        List<Rule> rules = knowledge.rules().stream()
                .filter(rule -> ids.contains(rule.id()))
                .toList();
        if (!rules.isEmpty()) {
            page.paragraph(Tone.STRONG, "RULES");
            rules.forEach(this::rule);
            page.gap();
        }
        page.paragraph(Tone.STRONG, "CODES OF PUBLIC SYSTEMS");
        new CodeCoverage(knowledge).lines().forEach(line -> page.item("-", Tone.NORMAL, line));
        page.gap();
        page.paragraph(
                Tone.STRONG,
                trace.coverage().stream().map(this::carried).collect(Collectors.joining("; ")) + "; "
                        + knowledge.rules().size() + " rules.");
    }

    private void statement(Statement statement, Source source) {
        String kind = statement.kind().isEmpty() ? "" : " " + statement.kind();
        boolean unverified = source.compiled() && statement.verified().isEmpty();
        page.field(0, statement.id() + kind, statement.text() + (unverified ? " (unverified)" : ""));
        statement
                .verified()
                .forEach(reading -> page.item(
                        "-",
                        Tone.FAINT,
                        "read in " + reading.reference() + ", " + reading.section() + ", on " + reading.date()));
        Map<Carrier.Kind, List<String>> names = new EnumMap<>(Carrier.Kind.class);
        for (Carrier carrier : trace.carriersOf(statement.id())) {
            names.merge(carrier.kind(), List.of(carrier.name()), SourcesPage::joined);
        }
        names.forEach((carrier, all) ->
                page.item("-", Tone.FAINT, carrier.phrase() + (all.size() == 1 ? " " : "s ") + String.join(", ", all)));
        if (names.isEmpty()) {
            page.item("!", Tone.WARNING, "nothing cites it");
        } else {
            page.item(
                    "-",
                    Tone.FAINT,
                    told.tellerOf(statement.id())
                            .map(scenario ->
                                    "told in a default report: " + scenario.ruleId() + ", \"" + scenario.name() + "\"")
                            .orElse("only cited: no scenario's default report tells it"));
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private void rule(Rule rule) {
        page.item("-", Tone.NORMAL, rule.id());
        page.more(
                Tone.FAINT,
                String.join(", ", rule.sources()) + "; " + String.join(", ", rule.grades()) + "; clinical review: "
                        + rule.reviewed());
    }

    private String carried(Coverage coverage) {
        String code = coverage.source().code();
        long read = knowledge.statements().stream()
                .filter(statement -> statement.source().equals(code))
                .filter(statement -> told.tellerOf(statement.id()).isPresent())
                .count();
        return code + " " + coverage.carried() + " of " + coverage.all() + " statements carried, " + read
                + " told in a default report";
    }
}
