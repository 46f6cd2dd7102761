package org.spsrules.internal.report;

import java.util.List;
import java.util.stream.Stream;
import org.spsrules.Report.Obstacle;
import org.spsrules.Report.Obstacle.Kind;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The conditions that have to be excluded before a therapy begins. No rule has to ask whether they are. */
final class Exclusions {

    private final List<ContraindicationRow> rows;
    private final Vocabulary vocabulary;
    private final Provenance provenance;

    Exclusions(List<ContraindicationRow> rows, Vocabulary vocabulary, Provenance provenance) {
        this.rows = rows.stream().filter(row -> row.exclusion().isPresent()).toList();
        this.vocabulary = vocabulary;
        this.provenance = provenance;
    }

    /** The rows of a therapy whose conditions are not excluded by what is known. */
    List<ContraindicationRow> open(String therapy, Facts facts) {
        return rows.stream()
                .filter(row -> vocabulary.isA(therapy, row.therapy()))
                .filter(row -> isOpen(row, facts))
                .toList();
    }

    /** A condition that tests exclude is excluded by their results alone. */
    private boolean isOpen(ContraindicationRow row, Facts facts) {
        List<String> tests = by(row).filter(this::isTest).toList();
        return tests.isEmpty()
                ? facts.patient().unclear(row.condition())
                : !tests.stream().allMatch(facts.tests()::negative);
    }

    /** Of what comes first, what is not done already: a test with a result is (D-59). */
    List<String> undone(Stream<String> first, Facts facts) {
        return first.filter(code -> !isDone(code, facts)).distinct().toList();
    }

    /** Whether a test has a result. */
    boolean isDone(String code, Facts facts) {
        return isTest(code) && !facts.tests().noResult(code);
    }

    private boolean isTest(String code) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == Concept.Kind.TEST)
                .isPresent();
    }

    /** Codes of what has to be done first. */
    static Stream<String> by(ContraindicationRow row) {
        return row.exclusion().stream().flatMap(exclusion -> exclusion.by().stream());
    }

    /** The caution until it has been done. */
    Obstacle caution(ContraindicationRow row) {
        return new Obstacle(
                Kind.CAUTION,
                vocabulary.nameOf(row.condition()),
                row.exclusion().orElseThrow().untilThen(),
                !row.verified().isEmpty(),
                provenance.readings(row.verified()),
                provenance.citations(row.sources()));
    }
}
