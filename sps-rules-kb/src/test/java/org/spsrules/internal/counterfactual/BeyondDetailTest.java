package org.spsrules.internal.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spsrules.InvalidCaseException;
import org.spsrules.OpenQuestion.Reach;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Reevaluation;
import org.spsrules.internal.report.BeyondDetail;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.kb.BuiltIn;
import org.spsrules.kb.Volume;
import org.spsrules.vocabulary.Vocabulary;

/** What the bound rules out is a detail: no line, no therapy withheld or freed, and no critical alert comes or goes by it. */
class BeyondDetailTest {

    private static final long SEED = 20261130;
    private static final int CASES = Volume.of(20);
    private static final int CHANGES = 60;

    private final Knowledge knowledge = BuiltIn.rules().knowledge();
    private final Vocabulary vocabulary = BuiltIn.rules().vocabulary();
    private final CaseFacts facts = new CaseFacts(vocabulary, knowledge);
    private final ReportAssembly assembly = new ReportAssembly(knowledge, vocabulary);
    private final Reevaluation reevaluation = new Reevaluation(knowledge.rules());
    private final BeyondDetail bound = new BeyondDetail(knowledge, vocabulary);
    private final ReferencedTerms terms =
            new ReferencedTerms(knowledge.rules(), knowledge, Optional.empty(), vocabulary);

    @Test
    void whatIsRuledOutIsADetail() {
        CaseGenerator generator = new CaseGenerator(knowledge, SEED);
        Random random = new Random(SEED);
        int ruledOut = 0;
        int beyond = 0;
        for (int number = 0; number < CASES; number++) {
            PatientCase patientCase = generator.next();
            CaseFacts.Baseline baseline = new CaseFacts.Baseline(patientCase, facts.of(patientCase));
            Reevaluation.Base evaluated = reevaluation.of(baseline.facts());
            Set<Match> matches = evaluated.matches(Map.of());
            Report before = assembly.report(patientCase, baseline.facts(), matches);
            List<Change> changes =
                    new ArrayList<>(Changes.of(patientCase, baseline.facts().patient(), terms, vocabulary));
            Collections.shuffle(changes, random);
            for (Change change : changes.subList(0, Math.min(CHANGES, changes.size()))) {
                Optional<PatientCase> changed = after(patientCase, change);
                if (changed.isPresent()) {
                    Facts then = facts.of(changed.get(), baseline);
                    Map<String, Set<Match>> otherwise = evaluated.otherwise(then);
                    Report after = assembly.report(changed.get(), then, evaluated.matches(otherwise));
                    Optional<Effects> effects = Effects.between(before, after, Comparator.naturalOrder());
                    assertThat(Effects.between(
                                    before,
                                    assembly.outline(changed.get(), then, evaluated.matches(otherwise)),
                                    Comparator.naturalOrder()))
                            .as("by outline, case %d of seed %d: %s", number, SEED, change.shown())
                            .isEqualTo(effects);
                    boolean isBeyond = effects.filter(found -> found.reach() != Reach.DETAIL)
                            .isPresent();
                    boolean possible =
                            bound.isPossible(baseline.facts(), then, BeyondDetail.offered(matches), otherwise.keySet());
                    assertThat(possible || !isBeyond)
                            .as("case %d of seed %d: %s", number, SEED, change.shown())
                            .isTrue();
                    ruledOut += possible ? 0 : 1;
                    beyond += isBeyond ? 1 : 0;
                }
            }
        }
        assertThat(ruledOut).isPositive();
        assertThat(beyond).isPositive();
    }

    private static Optional<PatientCase> after(PatientCase patientCase, Change change) {
        CaseDraft draft = new CaseDraft(patientCase);
        change.edit().accept(draft);
        try {
            return Optional.of(draft.toCase());
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }
}
