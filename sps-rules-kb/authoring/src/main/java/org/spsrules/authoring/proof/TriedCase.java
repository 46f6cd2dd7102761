package org.spsrules.authoring.proof;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.Evaluation;
import org.spsrules.internal.reference.Observer;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Match;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A case on which rules are tried, with what the sound ones make of it. Not thread-safe.
 *
 * @param patientCase the case in codes
 * @param facts its facts
 * @param evaluation the sound rules, as far as they were asked
 * @param asked the constraints and conditions that these rules have come to
 */
record TriedCase(PatientCase patientCase, Facts facts, Evaluation evaluation, Asked asked) {

    /** Makes them of the cases of one knowledge base. Thread-safe. */
    static final class Maker {

        private final Knowledge knowledge;
        private final PatientCaseReader reader;
        private final CaseTerms terms;
        private final CaseFacts facts;
        private final ReferenceEvaluator evaluator;

        Maker(Knowledge knowledge) {
            Vocabulary vocabulary = knowledge.vocabulary();
            this.knowledge = knowledge;
            this.reader = new PatientCaseReader(vocabulary);
            this.terms = new CaseTerms(vocabulary);
            this.facts = new CaseFacts(vocabulary, knowledge);
            this.evaluator = new ReferenceEvaluator(knowledge.rules());
        }

        Knowledge knowledge() {
            return knowledge;
        }

        /** The case in a tree, if it is a valid one. */
        Optional<TriedCase> of(Node tree) {
            try {
                return Optional.of(of(reader.read(tree)));
            } catch (InvalidCaseException e) {
                // What is wrong with it is reported elsewhere.
                return Optional.empty();
            }
        }

        TriedCase of(PatientCase patientCase) {
            PatientCase resolved = terms.resolve(patientCase);
            Facts ofCase = facts.of(resolved);
            Asked asked = new Asked();
            return new TriedCase(resolved, ofCase, evaluator.on(ofCase, asked), asked);
        }

        /** The rules on a case, while someone looks on. */
        Evaluation observed(TriedCase tried, Observer observer) {
            return evaluator.on(tried.facts, observer);
        }

        /** What the rules say. */
        Set<Match> matches(TriedCase tried) {
            return evaluator.evaluate(tried.evaluation);
        }
    }

    /** Remembers which parts of rules were asked, by identity. */
    static final class Asked implements Observer {

        private final Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public void saw(Constraint constraint, boolean holds) {
            parts.add(constraint);
        }

        @Override
        public void saw(Condition condition, boolean holds) {
            parts.add(condition);
        }

        boolean include(Object part) {
            return parts.contains(part);
        }
    }
}
