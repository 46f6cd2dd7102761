package org.spsrules.authoring.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spsrules.authoring.trace.Carrier.Kind;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.rule.Rule;

/** What carries each statement of a knowledge base. Immutable and safe for use by several threads. */
public final class Traceability {

    private static final Comparator<Carrier> ORDER =
            Comparator.comparing(Carrier::kind).thenComparing(Carrier::name);

    private final Knowledge knowledge;
    private final Map<String, Set<Carrier>> carriers = new LinkedHashMap<>();

    private Traceability(Knowledge knowledge) {
        this.knowledge = knowledge;
        knowledge.statements().forEach(statement -> carriers.put(statement.id(), new TreeSet<>(ORDER)));
        knowledge.rules().forEach(rule -> add(rule.sources(), Kind.RULE, rule.id()));
        knowledge
                .contraindications()
                .forEach(row -> add(row.sources(), Kind.CONTRAINDICATION, row.therapy() + " in " + row.condition()));
        knowledge
                .interactions()
                .forEach(row -> add(row.sources(), Kind.INTERACTION, row.therapy() + " with " + row.with()));
        knowledge.kinship().forEach(row -> add(row.sources(), Kind.CONTRAINDICATION, "kin of " + row.therapyClass()));
        knowledge
                .reactions()
                .forEach(row -> add(row.sources(), Kind.CONTRAINDICATION, "what has caused " + row.sideEffect()));
        knowledge
                .dosing()
                .forEach(row -> add(
                        row.sources(),
                        Kind.DOSE,
                        row.therapy() + " " + row.role().word()));
        knowledge
                .regimens()
                .forEach(row -> add(row.sources(), Kind.DOSE, row.regimen().word() + " regimen"));
        knowledge.plausibility().forEach(row -> add(row.sources(), Kind.QUESTION, String.join(", ", row.about())));
        knowledge.therapyNotes().forEach(note -> add(note.note().sources(), Kind.THERAPY_NOTE, note.therapy()));
        knowledge.notes().forEach(note -> add(note.sources(), Kind.STANDING_NOTE, beginning(note.text())));
        knowledge.ladder().forEach(step -> add(step.sources(), Kind.LADDER_STEP, step.code()));
        knowledge.concepts().forEach(concept -> add(concept.sources(), Kind.CONCEPT, concept.code()));
        knowledge.rulebook().forEach(entry -> add(entry.note().sources(), Kind.RULEBOOK_ENTRY, entry.title()));
    }

    /** What carries the statements of this knowledge base. */
    public static Traceability of(Knowledge knowledge) {
        return new Traceability(knowledge);
    }

    private void add(List<String> statements, Kind kind, String name) {
        for (String id : statements) {
            carriers.computeIfAbsent(id, unknown -> new TreeSet<>(ORDER)).add(new Carrier(kind, name));
        }
    }

    private static String beginning(String text) {
        int end = text.indexOf(' ', 30);
        return "\"" + (end < 0 ? text : text.substring(0, end) + " …") + "\"";
    }

    /** What carries a statement, those that speak of a patient first; nothing for an id that does not exist. */
    public List<Carrier> carriersOf(String statementId) {
        return List.copyOf(carriers.getOrDefault(statementId, Set.of()));
    }

    /**
     * How many statements of a source are carried.
     *
     * @param source the source
     * @param carried how many are
     * @param all how many there are
     */
    public record Coverage(Source source, long carried, long all) {}

    /** The coverage of each source all of whose statements have to be carried. */
    public List<Coverage> coverage() {
        return knowledge.sources().stream()
                .filter(Source::traced)
                .map(source -> {
                    List<Statement> statements = statementsOf(source);
                    return new Coverage(
                            source, statements.stream().filter(this::isCarried).count(), statements.size());
                })
                .toList();
    }

    private List<Statement> statementsOf(Source source) {
        return knowledge.statements().stream()
                .filter(statement -> statement.source().equals(source.code()))
                .toList();
    }

    /** A recommendation or an alert has to come to the patient whom it concerns; a note only has to stand somewhere. */
    private boolean isCarried(Statement statement) {
        List<Carrier> found = carriersOf(statement.id());
        return statement.isAboutPatient()
                ? found.stream().anyMatch(carrier -> carrier.kind().speaksOfPatient())
                : !found.isEmpty();
    }

    /** Everything that is wrong, a sentence each: statements that nothing carries, citations of what does not exist. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        Set<String> traced = knowledge.sources().stream()
                .filter(Source::traced)
                .map(Source::code)
                .collect(Collectors.toSet());
        Set<String> known = knowledge.statements().stream().map(Statement::id).collect(Collectors.toSet());
        for (Statement statement : knowledge.statements()) {
            if (traced.contains(statement.source()) && !isCarried(statement)) {
                List<Carrier> found = carriersOf(statement.id());
                findings.add(statement.id()
                        + (found.isEmpty()
                                ? " is carried by nothing: "
                                : " is about a patient (kind " + statement.kind()
                                        + "), but no rule carries it, only the " + named(found) + ": ")
                        + statement.text());
            }
        }
        carriers.forEach((id, citing) -> {
            if (!known.contains(id)) {
                findings.add("there is no statement " + id + ", which is cited by the " + named(List.copyOf(citing)));
            }
        });
        for (Rule rule : knowledge.rules()) {
            if (rule.grades().isEmpty()) {
                findings.add("the rule " + rule.id() + " does not say how strong its evidence is");
            }
            if (!rule.reviewed().equals(Review.NONE)
                    && Review.parse(rule.reviewed()).isEmpty()) {
                findings.add("the rule " + rule.id() + " has a review that cannot be read, \"" + rule.reviewed()
                        + "\"; write none, or 2026-03-01 by A. Name, due 2027-03-01");
            }
        }
        return List.copyOf(findings);
    }

    private static String named(List<Carrier> carriers) {
        return carriers.stream()
                .map(carrier -> carrier.kind().phrase() + " " + carrier.name())
                .collect(Collectors.joining(", "));
    }

    /** Rules whose clinical review is overdue on a day. */
    public List<Rule> overdue(LocalDate asOf) {
        return knowledge.rules().stream()
                .filter(rule -> Review.parse(rule.reviewed())
                        .filter(review -> review.isOverdue(asOf))
                        .isPresent())
                .toList();
    }
}
