package org.spsrules.internal.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spsrules.Report;
import org.spsrules.Report.Basis;
import org.spsrules.Report.Citation;
import org.spsrules.Report.Note;
import org.spsrules.Report.Section;
import org.spsrules.internal.explain.Wording;
import org.spsrules.internal.explain.Wording.Account;
import org.spsrules.internal.knowledge.EvidenceGrade;
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

    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, Citation> citations = new HashMap<>();
    private final Map<String, List<Citation>> citationsOf = new HashMap<>();
    private final Map<String, List<String>> gradesOf = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Wording wording;

    Provenance(Knowledge knowledge, Vocabulary vocabulary) {
        knowledge.references().forEach(reference -> references.put(reference.id(), reference));
        Map<String, Source> sources =
                knowledge.sources().stream().collect(Collectors.toMap(Source::code, source -> source));
        for (Statement statement : knowledge.statements()) {
            Optional<Source> source = Optional.ofNullable(sources.get(statement.source()));
            citations.put(
                    statement.id(),
                    new Citation(
                            statement.id(),
                            statement.text(),
                            !statement.verified().isEmpty()
                                    || source.filter(Source::compiled).isEmpty(),
                            readings(statement.verified()),
                            source.map(Source::reviewStatus).orElse("unknown")));
        }
        Map<String, String> grades =
                knowledge.grades().stream().collect(Collectors.toMap(EvidenceGrade::code, EvidenceGrade::name));
        for (Rule rule : knowledge.rules()) {
            citationsOf.put(rule.id(), citations(rule.sources()));
            gradesOf.put(rule.id(), rule.grades().stream().map(grades::get).toList());
            sections.put(rule.id(), knowledge.kindOf(rule.folder()).section());
        }
        this.wording = new Wording(vocabulary);
    }

    /** How a rule's conditions were met, in words. */
    Account account(List<Witness> witnesses) {
        return wording.account(witnesses);
    }

    Basis basis(Rule rule, Account account) {
        return new Basis(
                sections.getOrDefault(rule.id(), Section.TREATMENT),
                rule.id(),
                rule.reviewed(),
                citationsOf.getOrDefault(rule.id(), List.of()),
                gradesOf.getOrDefault(rule.id(), List.of()),
                List.copyOf(account.because()),
                List.copyOf(account.assumed()),
                List.copyOf(account.absent()));
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
                .flatMap(id -> Optional.ofNullable(citations.get(id)).stream())
                .toList();
    }
}
