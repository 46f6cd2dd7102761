package org.spsrules.pages.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.pages.rulebook.RuleView.Labelled;
import org.spsrules.pages.rulebook.TherapyView.Brief;
import org.spsrules.pages.rulebook.TherapyView.Dose;
import org.spsrules.pages.rulebook.TherapyView.Row;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;

/** Gathers what is said of a therapy: by its name, or by the name of a class that it belongs to. For one page. */
final class TherapySection {

    private static final Set<Verb> WATCHING = Set.of(Verb.MONITOR, Verb.TEST);

    private final Book book;
    private final Links links;
    private final Vocabulary vocabulary;
    private final boolean conditions;
    private final ConditionWords words;
    private final Set<String> cited = new LinkedHashSet<>();

    private TherapySection(Book book, Links links, boolean conditions) {
        this.book = book;
        this.links = links;
        this.vocabulary = book.vocabulary;
        this.conditions = conditions;
        this.words = new ConditionWords(vocabulary, links);
    }

    /** On a page among others, which lead to the rules. */
    static TherapyView amongOthers(Concept therapy, Book book, Links links) {
        return new TherapySection(book, links, false).of(therapy);
    }

    /** On a page that stands alone, with the conditions of each rule. */
    static TherapyView alone(Concept therapy, Book book) {
        return new TherapySection(book, Links.alone(), true).of(therapy);
    }

    private TherapyView of(Concept therapy) {
        String code = therapy.code();
        List<Rule> said = rules(rule -> through(book.named(rule).said(), code).isPresent());
        List<Rule> watching = rules(rule -> WATCHING.contains(rule.then().verb())
                && through(book.named(rule).anywhere(), code).isPresent());
        Set<String> listed =
                Stream.concat(said.stream(), watching.stream()).map(Rule::id).collect(Collectors.toSet());
        List<Rule> reading = rules(rule -> !listed.contains(rule.id())
                && through(book.named(rule).asked(), code).isPresent());
        List<Rule> patients = Stream.of(said, watching, reading)
                .flatMap(List::stream)
                .filter(rule -> rule.then().forPatient().isPresent())
                .toList();
        cited.addAll(therapy.sources());
        List<Row> notes = notes(code);
        List<Dose> doses = doses(code);
        List<Row> obstacles = obstacles(code);
        List<Row> interactions = interactions(code);
        List<Brief> offers = briefs(only(said, Verb.Role.EXPOSURE), code);
        List<Brief> alerts = briefs(
                Stream.concat(only(said, Verb.Role.ALERT).stream(), only(reading, Verb.Role.ALERT).stream())
                        .sorted(Comparator.comparing(rule -> rule.then().level().orElseThrow()))
                        .toList(),
                code);
        List<Brief> advice = briefs(
                only(said, Verb.Role.ADVICE).stream()
                        .filter(rule -> !watching.contains(rule))
                        .toList(),
                code);
        List<Brief> monitoring = briefs(watching, code);
        return new TherapyView(
                code,
                capitalised(therapy.name()),
                therapy.kind() == Kind.THERAPY ? "Therapy" : "Class of therapies",
                facts(therapy),
                refs(vocabulary.selfAndAncestors(code), code),
                therapy.kind() == Kind.THERAPY ? List.of() : refs(vocabulary.membersOf(code), code),
                steps(code),
                notes,
                doses,
                obstacles,
                interactions,
                offers,
                alerts,
                advice,
                monitoring,
                briefs(
                        reading.stream()
                                .filter(rule -> rule.then().verb().role() != Verb.Role.ALERT)
                                .toList(),
                        code),
                patients.stream().map(rule -> toPatient(rule, code)).toList(),
                book.cited(new TreeSet<>(cited), links));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private List<Rule> rules(Predicate<Rule> which) {
        return book.speaking().stream().filter(which).toList();
    }

    private static List<Rule> only(List<Rule> rules, Verb.Role role) {
        return rules.stream().filter(rule -> rule.then().verb().role() == role).toList();
    }

    /** Of some codes the one that is the therapy, or else the first class of it; for a class, a member counts as well. */
    private Optional<String> through(Collection<String> codes, String therapy) {
        return codes.contains(therapy)
                ? Optional.of(therapy)
                : codes.stream().filter(code -> vocabulary.isA(therapy, code)).min(Comparator.naturalOrder());
    }

    private List<Labelled> facts(Concept therapy) {
        List<Labelled> facts = new ArrayList<>();
        label("Brands", therapy.brands(), facts);
        label("Also called", therapy.synonyms(), facts);
        label("Codes", therapy.codes().stream().map(TherapySection::code).toList(), facts);
        therapy.note().ifPresent(note -> facts.add(new Labelled("Note", note)));
        return facts;
    }

    private static void label(String label, List<String> values, List<Labelled> facts) {
        if (!values.isEmpty()) {
            facts.add(new Labelled(label, String.join(", ", values)));
        }
    }

    private static String code(Coding coding) {
        String match = coding.match() == Coding.Match.EXACT
                ? ""
                : " (" + coding.match().word() + ")";
        return coding + coding.display().map(display -> " " + display).orElse("") + match;
    }

    private List<Ref> refs(Collection<String> codes, String self) {
        return codes.stream()
                .filter(code -> !code.equals(self))
                .sorted(Comparator.comparing(vocabulary::nameOf))
                .map(code -> book.concept(code, links))
                .toList();
    }

    private List<Ref> steps(String code) {
        return book.knowledge.ladder().stream()
                .filter(step -> step.therapies().stream()
                        .anyMatch(therapy -> vocabulary.isA(therapy, code) || vocabulary.isA(code, therapy)))
                .map(this::step)
                .toList();
    }

    private Ref step(LadderStep step) {
        cited.addAll(step.sources());
        return links.step(
                step.code(),
                step.line().name().toLowerCase(Locale.ROOT) + " line, "
                        + (step.step().length() > 2 ? step.step() : "step " + step.step()) + ": " + step.title());
    }

    private List<Row> notes(String code) {
        return book.knowledge.therapyNotes().stream()
                .filter(note -> vocabulary.isA(code, note.therapy()))
                .map(note -> new Row(
                        Optional.empty(),
                        "",
                        Ref.plain(""),
                        note.note().text(),
                        false,
                        statements(note.note().sources())))
                .toList();
    }

    private List<Dose> doses(String code) {
        return book.knowledge.dosing().stream()
                .filter(row -> vocabulary.isA(code, row.therapy()))
                .map(row -> new Dose(
                        row.role().word(),
                        row.text(),
                        holds(row),
                        row.verified().isEmpty(),
                        statements(row.sources())))
                .toList();
    }

    private static String holds(DoseRow row) {
        List<String> holds = new ArrayList<>();
        if (row.regimen() == DoseRow.Regimen.LOW) {
            holds.add("old, frail or sensitive, or liver impaired");
        }
        row.clearanceFrom()
                .map(BigDecimal::toPlainString)
                .ifPresent(from -> holds.add("clearance from " + from + " mL/min"));
        row.clearanceBelow()
                .map(BigDecimal::toPlainString)
                .ifPresent(below -> holds.add("clearance below " + below + " mL/min"));
        row.needs().forEach(organ -> holds.add(organ.word() + " function known"));
        return String.join("; ", holds);
    }

    private List<Row> obstacles(String code) {
        return book.knowledge.contraindications().stream()
                .filter(row -> vocabulary.isA(code, row.therapy()))
                .sorted(Comparator.comparing(ContraindicationRow::level)
                        .thenComparing(row -> vocabulary.nameOf(row.condition())))
                .map(row -> row(
                        row.level(),
                        Ref.plain(book.names(Stream.concat(Stream.of(row.condition()), row.also().stream())
                                .toList())),
                        row.reason()
                                + row.exclusion()
                                        .map(first -> " " + first.untilThen())
                                        .orElse("")
                                + through(row.therapy(), code),
                        row.verified().isEmpty(),
                        row.sources()))
                .toList();
    }

    private List<Row> interactions(String code) {
        return book.knowledge.interactions().stream()
                .filter(row -> vocabulary.isA(code, row.therapy()) || vocabulary.isA(code, row.with()))
                .sorted(Comparator.comparing(InteractionRow::level))
                .map(row -> {
                    boolean first = vocabulary.isA(code, row.therapy());
                    String other = first ? row.with() : row.therapy();
                    return row(
                            row.level(),
                            book.concept(other, links),
                            row.reason() + through(first ? row.therapy() : row.with(), code),
                            row.verified().isEmpty(),
                            row.sources());
                })
                .toList();
    }

    private String through(String named, String code) {
        return named.equals(code) ? "" : " (Said of " + vocabulary.nameOf(named) + ".)";
    }

    private Row row(Level level, Ref about, String text, boolean unverified, List<String> sources) {
        Tone tone = switch (level) {
            case ABSOLUTE -> Tone.CRITICAL;
            case SPECIALIST_DECISION -> Tone.WARNING;
            case CAUTION -> Tone.INFORMATION;
        };
        return new Row(
                Optional.of(tone.css()), level.word().replace('-', ' '), about, text, unverified, statements(sources));
    }

    private List<Ref> statements(List<String> ids) {
        cited.addAll(ids);
        return ids.stream().map(links::statement).toList();
    }

    private List<Brief> briefs(List<Rule> rules, String code) {
        return rules.stream()
                .map(rule -> brief(rule, code, then -> then.then().because()))
                .toList();
    }

    private Brief toPatient(Rule rule, String code) {
        return brief(rule, code, then -> then.then().forPatient());
    }

    private Brief brief(Rule rule, String code, Function<Rule, Optional<String>> text) {
        return new Brief(
                links.rule(rule.id(), rule.title()),
                rule.then().level().map(level -> Tone.of(level).css()),
                book.says(rule.then()),
                through(book.named(rule).anywhere(), code)
                        .filter(named -> !named.equals(code))
                        .map(vocabulary::nameOf),
                text.apply(rule),
                conditions ? words.of(rule.conditions()) : List.of(),
                statements(rule.sources()));
    }
}
