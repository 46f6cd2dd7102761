package org.spsrules.internal.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.spsrules.Report;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Note;
import org.spsrules.Report.Section;
import org.spsrules.Report.Subject;
import org.spsrules.internal.explain.Wording;
import org.spsrules.internal.explain.Wording.Account;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.Reading;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/** Says where an item of a report comes from: which statements, which evidence, which facts. */
final class Provenance {

    private final Knowledge knowledge;
    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, String> grades = new HashMap<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, Citation> citations = new ConcurrentHashMap<>();
    private final Map<String, Foundation> foundations = new ConcurrentHashMap<>();
    private final Wording wording;

    Provenance(Knowledge knowledge, Vocabulary vocabulary) {
        this.knowledge = knowledge;
        knowledge.references().forEach(reference -> references.put(reference.id(), reference));
        knowledge.sources().forEach(source -> sources.put(source.code(), source));
        knowledge.grades().forEach(grade -> grades.put(grade.code(), grade.name()));
        knowledge.statements().forEach(statement -> statements.put(statement.id(), statement));
        this.wording = new Wording(vocabulary);
    }

    /** What a rule rests on, whatever the case. A report shows few rules, so it is put together when it is first shown. */
    private record Foundation(Section section, List<Citation> citations, List<String> grades) {}

    private Foundation foundation(Rule rule) {
        return new Foundation(
                knowledge.kindOf(rule.folder()).section(),
                citations(rule.sources()),
                rule.grades().stream().map(grades::get).toList());
    }

    private Citation citation(Statement statement) {
        Optional<Source> source = Optional.ofNullable(sources.get(statement.source()));
        return new Citation(
                statement.id(),
                statement.text(),
                !statement.verified().isEmpty()
                        || source.filter(Source::compiled).isEmpty(),
                readings(statement.verified()),
                source.map(Source::reviewStatus).orElse("unknown"));
    }

    /** How a rule's conditions were met, in words. */
    Account account(List<Witness> witnesses) {
        return wording.account(witnesses);
    }

    Basis basis(Rule rule, Account account, List<Subject> therapies) {
        Foundation foundation = foundations.computeIfAbsent(rule.id(), id -> foundation(rule));
        return new Basis(
                foundation.section(),
                rule.id(),
                rule.reviewed(),
                foundation.citations(),
                foundation.grades(),
                List.copyOf(account.because()),
                List.copyOf(account.assumed()),
                List.copyOf(account.absent()),
                therapies);
    }

    Note note(org.spsrules.internal.knowledge.Note note) {
        return new Note(note.text(), citations(note.sources()));
    }

    /** Where something was read, with what is known of the publication. */
    List<Report.Reading> readings(List<Reading> places) {
        return places.stream()
                .flatMap(place -> Optional.ofNullable(references.get(place.reference()))
                        .flatMap(reference -> reference.text().map(text -> reading(place, reference, text)))
                        .stream())
                .toList();
    }

    private static Report.Reading reading(Reading place, Reference reference, Reference.Text text) {
        return new Report.Reading(
                reference.id(),
                reference.citation(),
                text.kind().word(),
                text.date(),
                place.section(),
                LocalDate.parse(place.date()),
                text.address());
    }

    List<Citation> citations(List<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(statements.get(id)).stream())
                .map(statement -> citations.computeIfAbsent(statement.id(), id -> citation(statement)))
                .toList();
    }
}
