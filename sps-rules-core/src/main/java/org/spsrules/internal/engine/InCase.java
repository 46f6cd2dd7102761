package org.spsrules.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Course;
import org.spsrules.internal.fact.Diagnosis;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.fact.History;
import org.spsrules.internal.fact.Interaction;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Patient;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.TestResult;
import org.spsrules.internal.fact.Tests;
import org.spsrules.internal.fact.Treatment;

/**
 * A fact, and beside it the facts of which its case has exactly one. Compiled rules match it instead of them: what they
 * ask of a treatment and of the patient who has it is then answered at once, when it is inserted, where Drools would
 * otherwise have to join one fact to the other.
 *
 * <p>What most rules ask of a fact first can be asked here as well, for Drools finds by a hash only what is one step
 * away, and asks one rule after the other for what is two steps away.
 */
public sealed interface InCase
        permits SingleFacts,
                InCase.TestResultInCase,
                InCase.TreatmentInCase,
                InCase.OptionInCase,
                InCase.PlanInCase,
                InCase.ContraindicationInCase,
                InCase.InteractionInCase,
                InCase.FindingInCase {

    /** The facts of which the case has exactly one. */
    SingleFacts single();

    default Patient patient() {
        return single().patient();
    }

    default Diagnosis diagnosis() {
        return single().diagnosis();
    }

    default Course course() {
        return single().course();
    }

    default History history() {
        return single().history();
    }

    default Tests tests() {
        return single().tests();
    }

    /** The facts of a case, as compiled rules match them. */
    static List<InCase> all(Facts facts, SingleFacts single) {
        List<InCase> all = new ArrayList<>();
        all.add(single);
        facts.testResults().forEach(fact -> all.add(new TestResultInCase(fact, single)));
        facts.treatments().forEach(fact -> all.add(new TreatmentInCase(fact, single)));
        facts.options().forEach(fact -> all.add(new OptionInCase(fact, single)));
        facts.plans().forEach(fact -> all.add(new PlanInCase(fact, single)));
        facts.contraindications().forEach(fact -> all.add(new ContraindicationInCase(fact, single)));
        facts.interactions().forEach(fact -> all.add(new InteractionInCase(fact, single)));
        return all;
    }

    record TestResultInCase(TestResult fact, SingleFacts single) implements InCase {}

    record TreatmentInCase(Treatment fact, SingleFacts single) implements InCase {}

    record OptionInCase(Option fact, SingleFacts single) implements InCase {}

    record PlanInCase(Plan fact, SingleFacts single) implements InCase {

        public String action() {
            return fact.action();
        }
    }

    record ContraindicationInCase(Contraindication fact, SingleFacts single) implements InCase {

        public String level() {
            return fact.level();
        }
    }

    record InteractionInCase(Interaction fact, SingleFacts single) implements InCase {

        public String level() {
            return fact.level();
        }
    }

    record FindingInCase(Finding fact, SingleFacts single) implements InCase {

        public String name() {
            return fact.name();
        }

        public String of() {
            return fact.of();
        }
    }
}
