package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.trace.Carrier;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.pages.rulebook.SourceView.Carriers;
import org.spsrules.pages.rulebook.SourceView.Entry;
import org.spsrules.pages.rulebook.SourceView.Place;
import org.spsrules.pages.rulebook.SourceView.ReadOn;

/** The page of a source: every statement with what carries it. */
final class SourcePage {

    private final Book book;
    private final Links links;
    private final Set<String> speaking;

    SourcePage(Book book, Links links) {
        this.book = book;
        this.links = links;
        this.speaking = book.knowledge.rules().stream()
                .filter(rule -> rule.then().verb() != Verb.CONCLUDE)
                .map(rule -> Rule.fileOf(rule.id()))
                .collect(Collectors.toSet());
    }

    SourceView view(Source source) {
        List<Statement> statements = book.knowledge.statements().stream()
                .filter(statement -> statement.source().equals(source.code()))
                .toList();
        String carried = book.trace.coverage().stream()
                .filter(coverage -> coverage.source().equals(source))
                .map(coverage -> coverage.carried() + " of " + coverage.all()
                        + " statements are carried by something in the knowledge base.")
                .findFirst()
                .orElse(statements.size() + " statements.");
        return new SourceView(
                source, carried, statements.stream().map(this::entry).toList());
    }

    private Entry entry(Statement statement) {
        return new Entry(
                statement.id(), kind(statement), book.cited(statement, links), read(statement), carriers(statement));
    }

    private List<ReadOn> read(Statement statement) {
        Map<String, List<Place>> byDay = new LinkedHashMap<>();
        for (Reading reading : statement.verified()) {
            byDay.computeIfAbsent(reading.date(), day -> new ArrayList<>())
                    .add(new Place(links.publication(reading.reference()), reading.section()));
        }
        return byDay.entrySet().stream()
                .map(day -> new ReadOn(day.getKey(), day.getValue()))
                .toList();
    }

    private static String kind(Statement statement) {
        return switch (statement.kind()) {
            case "R" -> "leads to a therapy";
            case "A" -> "leads to an alert";
            case "N" -> "a note";
            case "B" -> "background";
            default -> "";
        };
    }

    private List<Carriers> carriers(Statement statement) {
        Map<Carrier.Kind, Set<String>> names = new EnumMap<>(Carrier.Kind.class);
        for (Carrier carrier : book.trace.carriersOf(statement.id())) {
            String name = carrier.kind() == Carrier.Kind.RULE ? Rule.fileOf(carrier.name()) : carrier.name();
            names.computeIfAbsent(carrier.kind(), kind -> new LinkedHashSet<>()).add(name);
        }
        return names.entrySet().stream()
                .map(entry -> new Carriers(
                        entry.getKey().phrase(),
                        entry.getValue().stream()
                                .map(name -> carrier(entry.getKey(), name))
                                .toList()))
                .toList();
    }

    /** A rule that only concludes is named without a link: the page of the longest source would weigh too much with them. */
    private Ref carrier(Carrier.Kind kind, String name) {
        return switch (kind) {
            case RULE -> speaking.contains(name) ? links.rule(name, name) : Ref.plain(name);
            case LADDER_STEP -> links.step(name, book.vocabulary.nameOf(name));
            case CONCEPT, THERAPY_NOTE -> book.concept(name, links);
            default -> Ref.plain(name);
        };
    }
}
