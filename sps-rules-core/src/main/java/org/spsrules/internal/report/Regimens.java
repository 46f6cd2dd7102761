package org.spsrules.internal.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.vocabulary.Vocabulary;

/** The regimens of dosing, and what each of them makes of the words of a rule. */
final class Regimens {

    private final List<RegimenRow> rows;
    private final Vocabulary vocabulary;
    private final Provenance provenance;

    Regimens(List<RegimenRow> rows, Vocabulary vocabulary, Provenance provenance) {
        this.rows = rows;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
    }

    /** The regimen that a patient needs in place of the usual one; empty if that will do. */
    Optional<RegimenRow> neededBy(Predicate<String> findings) {
        return rows.stream().filter(row -> findings.test(row.finding())).findFirst();
    }

    /** How to do what a rule says: its words on the dose, or those of the regimen in their place, before all others. */
    static Optional<String> how(Sentence then, Optional<RegimenRow> regimen) {
        Optional<String> dose =
                then.dose().map(usual -> regimen.map(RegimenRow::dose).orElse(usual));
        String words = Stream.concat(dose.stream(), then.how().stream()).collect(Collectors.joining(" "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    /** The caution that stands beside an offer whose words on the dose have been replaced. */
    Optional<Obstacle> caution(Sentence then, Optional<RegimenRow> regimen) {
        return regimen.filter(row -> then.dose().isPresent())
                .map(row -> new Obstacle(
                        Kind.CAUTION,
                        vocabulary.nameOf(row.finding()),
                        row.caution(),
                        !row.verified().isEmpty(),
                        provenance.readings(row.verified()),
                        provenance.citations(row.sources())));
    }
}
