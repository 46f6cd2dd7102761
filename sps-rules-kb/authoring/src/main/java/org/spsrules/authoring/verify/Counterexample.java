package org.spsrules.authoring.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.internal.Engine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/** A case that is said to break an invariant, as the engines see it. */
final class Counterexample {

    private static final String WHEN = "invariant/when";
    private static final String HOLDS = "invariant/holds";

    private final WrittenInvariant invariant;
    private final PatientCase patientCase;
    private final Vocabulary vocabulary;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;

    Counterexample(Knowledge knowledge, List<Rule> rules, WrittenInvariant invariant, PatientCase patientCase) {
        this.invariant = invariant;
        this.patientCase = patientCase;
        this.vocabulary = knowledge.vocabulary();
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.evaluator = new ReferenceEvaluator(Stream.concat(
                        rules.stream(), Stream.of(asRule(WHEN, invariant.when()), asRule(HOLDS, invariant.holds())))
                .toList());
    }

    /** Conditions as those of a rule, so that an engine can be asked whether they hold. */
    private static Rule asRule(String id, List<Condition> conditions) {
        Sentence nothing = new Sentence(
                Verb.REVIEW,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Rule(id, id, List.of(), List.of(), "none", conditions, nothing, 0);
    }

    PatientCase patientCase() {
        return patientCase;
    }

    /** Whether a case breaks the invariant, as the reference evaluator sees it. */
    boolean isOne(PatientCase candidate) {
        Set<Match> matches = evaluator.evaluate(facts.of(candidate));
        if (!applies(WHEN, matches)) {
            return false;
        } else if (!invariant.holds().isEmpty()) {
            return !applies(HOLDS, matches);
        }
        boolean said = matches.stream()
                .anyMatch(match -> invariant.speaksOf(match.rule())
                        && !isOwn(match)
                        && invariant.isAbout(match.objects(), vocabulary));
        return said == invariant.forbidden();
    }

    private static boolean applies(String id, Set<Match> matches) {
        return matches.stream().anyMatch(match -> match.rule().id().equals(id));
    }

    private static boolean isOwn(Match match) {
        return match.rule().id().equals(WHEN) || match.rule().id().equals(HOLDS);
    }

    /** Whether another engine says of a case by all rules what the reference evaluator says. */
    boolean agree(Engine other, PatientCase candidate) {
        Facts known = facts.of(candidate);
        Set<Match> own = new HashSet<>(evaluator.evaluate(known));
        own.removeIf(Counterexample::isOwn);
        return own.equals(new HashSet<>(other.evaluate(known)));
    }
}
