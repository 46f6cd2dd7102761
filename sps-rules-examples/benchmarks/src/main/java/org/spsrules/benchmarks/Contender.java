package org.spsrules.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.ContainerEngine;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/** The ways of evaluating a case that are compared. What one of them opens lives as long as the virtual machine. */
public enum Contender {

    /** The whole answer, from the case to the report. */
    SPS_RULES {
        @Override
        Supplier<?> evaluationOf(PatientCase patientCase) {
            SpsRules rules = SpsRules.load();
            return () -> rules.evaluate(patientCase);
        }
    },

    /** The production engine alone, from facts to matches. */
    ENGINE_POOLED {
        @Override
        Supplier<?> evaluationOf(PatientCase patientCase) {
            return engineOnly(
                    patientCase, rules -> DroolsEngine.pooled(CompiledModels.from(loader()), rules)::evaluate);
        }
    },

    /** The same with a new session for each case. */
    ENGINE_UNPOOLED {
        @Override
        Supplier<?> evaluationOf(PatientCase patientCase) {
            return engineOnly(
                    patientCase, rules -> DroolsEngine.unpooled(CompiledModels.from(loader()), rules)::evaluate);
        }
    },

    /** Drools as its manual introduces it, from facts to matches. */
    DROOLS_CONTAINER {
        @Override
        Supplier<?> evaluationOf(PatientCase patientCase) {
            return engineOnly(
                    patientCase, rules -> new ContainerEngine(RuleContainer.compiledFrom(rules), rules)::evaluate);
        }
    },

    /** The reference evaluator, from facts to matches. */
    REFERENCE {
        @Override
        Supplier<?> evaluationOf(PatientCase patientCase) {
            return engineOnly(patientCase, rules -> new ReferenceEvaluator(rules)::evaluate);
        }
    };

    /** Opens what is needed, and gives an evaluation of this case that can be repeated. */
    abstract Supplier<?> evaluationOf(PatientCase patientCase);

    private static Supplier<Set<Match>> engineOnly(
            PatientCase patientCase, Function<List<Rule>, Function<Facts, Set<Match>>> engine) {
        EvaluationSteps steps = EvaluationSteps.load();
        Facts facts = steps.facts(steps.inCodes(patientCase));
        Function<Facts, Set<Match>> evaluation = engine.apply(steps.knowledge().rules());
        return () -> evaluation.apply(facts);
    }

    private static ClassLoader loader() {
        return Contender.class.getClassLoader();
    }
}
