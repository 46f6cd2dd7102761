package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.trace.Readings;
import org.spsrules.authoring.trace.Review;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.pages.rulebook.EntriesView.Entry;
import org.spsrules.pages.rulebook.EntriesView.Labelled;
import org.spsrules.pages.rulebook.EntriesView.Part;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** The pages that explain: glossary, findings, sources, publications, review. Immutable. */
final class Entries {

    private final Book book;
    private final Links links;

    Entries(Book book, Links links) {
        this.book = book;
        this.links = links;
    }

    EntriesView therapies() {
        return new EntriesView(
                "Therapies",
                "Each therapy and each class with everything that the rules say of it.",
                List.of(
                        new Part("Therapies", therapies(Kind.THERAPY)),
                        new Part("Classes", therapies(Kind.THERAPY_CLASS))));
    }

    private List<Entry> therapies(Kind kind) {
        return concepts(concept -> concept.kind() == kind)
                .map(concept -> new Entry(
                        concept.code(),
                        links.therapy(concept.code(), concept.name()),
                        String.join(", ", concept.brands()),
                        List.of()))
                .toList();
    }

    private Stream<Concept> concepts(Predicate<Concept> which) {
        return book.knowledge.concepts().stream()
                .filter(which)
                .sorted(Comparator.comparing((Concept concept) -> concept.name().toLowerCase(Locale.ROOT))
                        .thenComparing(Concept::code));
    }

    EntriesView glossary() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "Background",
                book.knowledge.rulebook().stream()
                        .map(entry -> new Entry(
                                "",
                                Ref.plain(entry.title()),
                                entry.note().text(),
                                rests(entry.note().sources())))
                        .toList()));
        parts.add(new Part(
                "Grades of evidence, strongest first",
                book.knowledge.grades().stream()
                        .map(grade -> new Entry(grade.code(), Ref.plain(grade.name()), grade.note(), List.of()))
                        .toList()));
        for (Kind kind : List.of(
                Kind.CONDITION, Kind.SYMPTOM, Kind.TRIGGER, Kind.SIDE_EFFECT, Kind.TEST, Kind.VARIANT, Kind.CARE)) {
            parts.add(new Part(
                    heading(kind),
                    concepts(concept -> concept.kind() == kind).map(this::word).toList()));
        }
        return new EntriesView("Glossary", "Words that rules and cases use, and what stands behind them.", parts);
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case CONDITION -> "Conditions";
            case SYMPTOM -> "Symptoms";
            case TRIGGER -> "Triggers";
            case SIDE_EFFECT -> "Side effects";
            case TEST -> "Tests";
            case VARIANT -> "Variants";
            default -> "Care";
        };
    }

    private Entry word(Concept concept) {
        List<String> also = Stream.concat(concept.brands().stream(), concept.synonyms().stream())
                .toList();
        return new Entry(
                concept.code(),
                Ref.plain(concept.name()),
                Stream.concat(
                                concept.note().stream(),
                                also.isEmpty() ? Stream.empty() : Stream.of("Also: " + String.join(", ", also)))
                        .collect(Collectors.joining(" ")),
                rests(concept.sources()));
    }

    private List<Labelled> rests(List<String> statements) {
        return labelled("Rests on", statements.stream().map(links::statement).toList());
    }

    private static List<Labelled> labelled(String label, List<Ref> refs) {
        return refs.isEmpty() ? List.of() : List.of(new Labelled(label, refs));
    }

    EntriesView findings() {
        Map<String, List<Rule>> concluding = book.knowledge.rules().stream()
                .filter(rule -> rule.then().finding().isPresent())
                .collect(Collectors.groupingBy(rule -> rule.then().finding().orElseThrow()));
        Map<String, List<Rule>> reading = book.knowledge.rules().stream()
                .flatMap(rule -> rule.patterns().stream()
                        .filter(Pattern::isFinding)
                        .flatMap(pattern -> pattern.literal("name").stream())
                        .distinct()
                        .map(name -> Map.entry(name, rule)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new EntriesView(
                "Findings",
                "What rules conclude for other rules to read: the joints of the guideline.",
                List.of(new Part(
                        "",
                        concepts(concept -> concept.kind() == Kind.FINDING)
                                .map(concept -> finding(
                                        concept,
                                        concluding.getOrDefault(concept.code(), List.of()),
                                        reading.getOrDefault(concept.code(), List.of())))
                                .toList())));
    }

    private Entry finding(Concept concept, List<Rule> concluding, List<Rule> reading) {
        List<Labelled> lists = new ArrayList<>(labelled("Concluded by", files(concluding)));
        lists.addAll(labelled("Read by", files(reading)));
        return new Entry(
                concept.code(), Ref.plain(concept.name()), concept.note().orElse(""), lists);
    }

    private List<Ref> files(List<Rule> rules) {
        return rules.stream()
                .map(rule -> Rule.fileOf(rule.id()))
                .distinct()
                .map(file -> links.rule(file, file))
                .toList();
    }

    EntriesView sources() {
        return new EntriesView(
                "Sources",
                "What the rules rest on: statements, each in our own words, and the publications behind them.",
                List.of(new Part(
                        "", book.knowledge.sources().stream().map(this::source).toList())));
    }

    private Entry source(Source source) {
        return new Entry(
                source.code(),
                links.source(source.code(), source.code() + ": " + source.title()),
                source.kind() + "; " + source.date() + "; review: " + source.reviewStatus(),
                List.of());
    }

    EntriesView publications() {
        return new EntriesView(
                "Publications",
                "The literature and the labels behind the statements.",
                List.of(new Part(
                        "",
                        book.knowledge.references().stream()
                                .map(this::publication)
                                .toList())));
    }

    private Entry publication(Reference reference) {
        List<Ref> addresses = Stream.concat(
                        reference.doi().map(doi -> "https://doi.org/" + doi).stream(),
                        reference.text().map(Reference.Text::address).stream())
                .distinct()
                .map(Entries::address)
                .toList();
        String text = reference
                .text()
                .map(read -> read.kind().word().replace('-', ' ')
                        + read.date().map(date -> ", " + date).orElse(", undated"))
                .orElse("not read for this knowledge base");
        return new Entry(reference.id(), Ref.plain(reference.citation()), text, labelled("Found at", addresses));
    }

    /** Only what a browser fetches leads anywhere; no other address becomes a link. */
    private static Ref address(String address) {
        return new Ref(
                address,
                Optional.of(address).filter(where -> where.startsWith("https://") || where.startsWith("http://")));
    }

    EntriesView review() {
        long reviewed = book.knowledge.rules().stream()
                .filter(rule -> !rule.reviewed().equals(Review.NONE))
                .count();
        List<Entry> status = new ArrayList<>();
        status.add(plain(
                "Rules",
                reviewed + " of " + book.knowledge.rules().size() + " rules have been reviewed by a clinician."));
        book.knowledge
                .sources()
                .forEach(source -> status.add(new Entry(
                        "",
                        links.source(source.code(), source.code() + ": " + source.title()),
                        "Review: " + source.reviewStatus() + ".",
                        List.of())));
        book.trace
                .coverage()
                .forEach(coverage -> status.add(plain(
                        "Statements of " + coverage.source().code(),
                        coverage.carried() + " of " + coverage.all()
                                + " are carried by something in the knowledge base.")));
        List<Entry> read = Stream.of(Readings.Kind.values()).map(this::read).toList();
        return new EntriesView(
                "Review status",
                "How far this knowledge base has been looked at by people, and what nobody has verified yet.",
                List.of(new Part("Reviewed", status), new Part("Verified in a publication", read)));
    }

    private Entry read(Readings.Kind kind) {
        List<Readings.Read> all =
                book.readings.all().stream().filter(read -> read.kind() == kind).toList();
        List<Ref> unverified = all.stream()
                .filter(read -> !read.verified())
                .map(read -> kind == Readings.Kind.STATEMENT ? links.statement(read.name()) : Ref.plain(read.name()))
                .toList();
        return new Entry(
                "",
                Ref.plain(kind.phrase().substring(0, 1).toUpperCase(Locale.ROOT)
                        + kind.phrase().substring(1) + "s"),
                (all.size() - unverified.size()) + " of " + all.size() + " were read in a publication.",
                labelled("Read nowhere", unverified));
    }

    private static Entry plain(String term, String text) {
        return new Entry("", Ref.plain(term), text, List.of());
    }

    /** Everything by its name, to be searched. */
    EntriesView index() {
        Stream<Entry> rules = book.knowledge.rules().stream()
                .map(rule -> new Entry("", links.rule(rule.id(), rule.title()), "", List.of()));
        Stream<Entry> therapies = concepts(concept -> Vocabulary.therapies().contains(concept.kind()))
                .map(concept -> new Entry(
                        "",
                        links.therapy(concept.code(), concept.name()),
                        Stream.concat(concept.brands().stream(), concept.synonyms().stream())
                                .collect(Collectors.joining(", ")),
                        List.of()));
        Stream<Entry> findings = concepts(concept -> concept.kind() == Kind.FINDING)
                .map(concept -> new Entry("", links.finding(concept.code(), concept.name()), "finding", List.of()));
        Stream<Entry> statements = book.knowledge.statements().stream()
                .map(statement ->
                        new Entry("", links.statement(statement.id()), beginning(statement.text()), List.of()));
        return new EntriesView(
                "Index and search",
                "Every rule, therapy, finding and statement.",
                List.of(
                        new Part("Therapies", therapies.toList()),
                        new Part("Rules", rules.toList()),
                        new Part("Findings", findings.toList()),
                        new Part("Statements", statements.toList())));
    }

    private static String beginning(String text) {
        int end = text.indexOf(' ', 40);
        return end < 0 ? text : text.substring(0, end) + " \u2026";
    }
}
