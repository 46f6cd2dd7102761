package org.spsrules.pages.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.rule.Rule;
import org.spsrules.pages.Frame;
import org.spsrules.pages.Resources;
import org.spsrules.pages.Stylesheet;
import org.spsrules.pages.Templates;
import org.spsrules.pages.rulebook.RuleView.Labelled;
import org.spsrules.pages.rulebook.StartView.Part;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * The whole of a knowledge base as pages: static, in one folder, and leading nowhere outside it but to publications. The same
 * knowledge base gives the same pages, byte for byte. Immutable.
 */
public final class Rulebook {

    private final KnowledgeFolder.Content content;
    private final Book book;
    private final Optional<Mutation> mutation;

    private Rulebook(KnowledgeFolder.Content content, Optional<Mutation> mutation) {
        this.content = content;
        this.book = new Book(content);
        this.mutation = mutation;
    }

    /** The rulebook of a knowledge base in which nothing is wrong. */
    public static Rulebook of(KnowledgeFolder.Content content) {
        return new Rulebook(content, Optional.empty());
    }

    /** The same, in which the page of a rule says which faults in it would be noticed. */
    public Rulebook showing(Mutation tried) {
        return new Rulebook(content, Optional.of(tried));
    }

    /** A page that has not been made yet. */
    private record Leaf(String path, Supplier<String> text) {}

    /** Every file by its path, with slashes. The scenarios are run on their rules for it. */
    public SortedMap<String, String> files() {
        Proof proof = Proof.of(
                content, book.scenarios.values().stream().flatMap(List::stream).toList(), mutation);
        SortedMap<String, String> files = new TreeMap<>(leaves(proof).parallelStream()
                .collect(Collectors.toMap(Leaf::path, leaf -> leaf.text().get(), (first, last) -> last)));
        files.put("sps.css", Stylesheet.text());
        files.put("search.js", Resources.text("search.js"));
        return files;
    }

    private List<Leaf> leaves(Proof proof) {
        List<Leaf> leaves = new ArrayList<>(List.of(
                page(
                        "index.html",
                        "The ladder of treatment",
                        "start",
                        links -> new StartPage(book, links).view(parts(links))),
                list("rules.html", RuleLists::all),
                list("alerts.html", RuleLists::alerts),
                list("pitfalls.html", RuleLists::pitfalls),
                entries("therapies.html", Entries::therapies),
                entries("sources.html", Entries::sources),
                entries("publications.html", Entries::publications),
                entries("findings.html", Entries::findings),
                entries("glossary.html", Entries::glossary),
                entries("review.html", Entries::review),
                page("search.html", "Index and search", "search", links -> new Entries(book, links).index())));
        rules().forEach((file, rules) -> leaves.add(page(
                Links.ruleFile(file),
                rules.get(0).title(),
                "rule-page",
                links -> rulePage(file, rules, links, proof))));
        for (Source source : book.knowledge.sources()) {
            leaves.add(page(
                    Links.sourceFile(source.code()),
                    source.code() + ": " + source.title(),
                    "source",
                    links -> new SourcePage(book, links).view(source)));
        }
        for (Concept concept : book.knowledge.concepts()) {
            if (Vocabulary.therapies().contains(concept.kind())) {
                leaves.add(page(
                        Links.therapyFile(concept.code()),
                        concept.name(),
                        "therapy-page",
                        links -> TherapySection.amongOthers(concept, book, links)));
            }
        }
        return leaves;
    }

    /** Everything that is said of a therapy or a class, on one page that needs no other file. */
    public String alone(Concept therapy) {
        return render("therapy-page", therapy.name(), Links.alone(), TherapySection.alone(therapy, book));
    }

    private static List<Part> parts(Links links) {
        return List.of(
                new Part(
                        links.page("therapies.html", "Therapies"),
                        "Everything that the rules say of one, to read or to print."),
                new Part(
                        links.page("rules.html", "All rules"),
                        "In the order of a report, each with a page of its own."),
                new Part(links.page("alerts.html", "Alerts"), "What threatens, the gravest first."),
                new Part(links.page("pitfalls.html", "Pitfalls"), "Mistakes that are easily made."),
                new Part(links.page("sources.html", "Sources"), "Every statement, and what carries it."),
                new Part(
                        links.page("publications.html", "Publications"),
                        "Literature and labels behind the statements."),
                new Part(links.page("glossary.html", "Glossary"), "Words of the rules, and background."),
                new Part(links.page("findings.html", "Findings"), "What rules conclude for other rules."),
                new Part(links.page("review.html", "Review status"), "What people have looked at, and what not yet."),
                new Part(links.page("search.html", "Index and search"), "Everything by its name."));
    }

    private Map<String, List<Rule>> rules() {
        return book.knowledge.rules().stream()
                .collect(
                        Collectors.groupingBy(rule -> Rule.fileOf(rule.id()), LinkedHashMap::new, Collectors.toList()));
    }

    private RulePageView rulePage(String file, List<Rule> rules, Links links, Proof proof) {
        RuleSection section = new RuleSection(book, links, proof);
        String folder = rules.get(0).folder();
        RuleFolder.Kind kind = book.knowledge.kindOf(folder);
        return new RulePageView(
                file,
                links.page("rules.html#" + folder, folder),
                new Labelled(kind.word(), kind.meaning()),
                rules.stream().map(section::of).toList(),
                proof.of(file));
    }

    private Leaf list(String path, Function<RuleLists, ListView> list) {
        Links links = Links.from(path);
        return new Leaf(path, () -> {
            ListView view = list.apply(new RuleLists(book, links));
            return render("list", view.title(), links, view);
        });
    }

    private Leaf entries(String path, Function<Entries, EntriesView> entries) {
        Links links = Links.from(path);
        return new Leaf(path, () -> {
            EntriesView view = entries.apply(new Entries(book, links));
            return render("entries", view.title(), links, view);
        });
    }

    private Leaf page(String path, String title, String template, Function<Links, ?> view) {
        Links links = Links.from(path);
        return new Leaf(path, () -> render(template, title, links, view.apply(links)));
    }

    private String render(String template, String title, Links links, Object view) {
        return Templates.render(
                "rulebook/" + template, new Page<>(Frame.of(title, links.base(), book.knowledge), view));
    }
}
