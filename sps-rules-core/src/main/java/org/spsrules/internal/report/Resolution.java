package org.spsrules.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spsrules.Report.Obstacle;
import org.spsrules.fact.Contraindication;
import org.spsrules.internal.report.ReportAssembly.Findings;
import org.spsrules.knowledge.Match;
import org.spsrules.knowledge.Vocabulary;

/**
 * Decides, in one place for all rules, what stands against an offer that begins or increases exposure (D-20). No rule
 * has to ask whether its therapy is contraindicated.
 */
final class Resolution {

    /** Code of the finding that SPS is not confirmed. */
    static final String DIAGNOSIS_OPEN = "diagnosis-open";

    /** Code of the finding that an emergency comes before the ladder. */
    static final String LADDER_SUSPENDED = "ladder-suspended";

    /** Code of the finding that nothing is escalated for the time being. */
    static final String ESCALATION_SUSPENDED = "escalation-suspended";

    private static final String SAFETY = "safety";

    private final List<Contraindication> contraindications;
    private final Findings findings;
    private final Ladder ladder;
    private final Vocabulary vocabulary;
    private final Provenance provenance;

    Resolution(
            List<Contraindication> contraindications,
            Findings findings,
            Ladder ladder,
            Vocabulary vocabulary,
            Provenance provenance) {
        this.contraindications = contraindications;
        this.findings = findings;
        this.ladder = ladder;
        this.vocabulary = vocabulary;
        this.provenance = provenance;
    }

    /** Everything that stands against an offer or calls for care, gravest first. */
    List<Obstacle> obstacles(Match offer) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Contraindication contraindication : contraindications) {
            if (vocabulary.isA(offer.subject(), contraindication.therapy())) {
                obstacles.add(obstacle(contraindication));
            }
        }
        boolean escalates =
                ladder.position(offer).isPresent() && !offer.rule().folder().equals(SAFETY);
        for (String suspension : List.of(LADDER_SUSPENDED, ESCALATION_SUSPENDED)) {
            if (escalates && findings.holds(suspension)) {
                obstacles.add(new Obstacle(
                        Obstacle.Kind.SUSPENDED,
                        vocabulary.nameOf(suspension),
                        ladder.explanation(suspension),
                        true,
                        List.of()));
            }
        }
        obstacles.sort(Comparator.comparing(Obstacle::kind).thenComparing(Obstacle::about));
        return obstacles;
    }

    private Obstacle obstacle(Contraindication contraindication) {
        Obstacle.Kind kind = switch (contraindication.level()) {
            case "absolute" -> Obstacle.Kind.CONTRAINDICATED;
            case "specialist-decision" -> Obstacle.Kind.SPECIALIST_DECISION;
            default -> Obstacle.Kind.CAUTION;
        };
        return new Obstacle(
                kind,
                vocabulary.nameOf(contraindication.condition()),
                contraindication.reason(),
                contraindication.verified(),
                provenance.citations(contraindication.sources()));
    }

    /** Whether the obstacles keep an offer back. */
    boolean withholds(List<Obstacle> obstacles) {
        return !standingAgainst(obstacles).isEmpty();
    }

    /** The obstacles that keep an offer back. */
    List<Obstacle> standingAgainst(List<Obstacle> obstacles) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.kind() != Obstacle.Kind.CAUTION)
                .toList();
    }
}
