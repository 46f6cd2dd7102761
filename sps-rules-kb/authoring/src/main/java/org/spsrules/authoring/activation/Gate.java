package org.spsrules.authoring.activation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.InvalidCaseException;
import org.spsrules.KnowledgeException;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.RuleFailedException;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.SmallestCase;
import org.spsrules.authoring.invariant.Invariant;
import org.spsrules.authoring.invariant.Invariants;
import org.spsrules.authoring.invariant.Outcome;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.ScenarioRun;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;

/**
 * What edited rules have to pass before they serve: their own scenarios and the invariants, both under the reference
 * evaluator and therefore before anything is compiled; and then the compiled rules must say the same. Not thread-safe.
 */
final class Gate {

    /** Fixed, so that the same rules pass or fail alike wherever they are activated. */
    private static final long SEED = 20260119;

    private static final int GENERATED_CASES = 2_000;
    private static final int MOST_DISAGREEMENTS = 10;

    private final Knowledge knowledge;
    private final SpsRules reference;
    private final Diagnostics diagnostics;
    private final CaseTerms terms;
    private final Outcome.Reader outcomes;
    private final Set<Invariant> broken = new HashSet<>();
    private final List<Answered> answered = new ArrayList<>();

    /** A case, and what the reference evaluator says about it. */
    private record Answered(PatientCase patientCase, Report report) {}

    Gate(Knowledge knowledge, Diagnostics diagnostics) {
        this.knowledge = knowledge;
        this.reference = SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate);
        this.terms = new CaseTerms(knowledge.vocabulary());
        this.outcomes = new Outcome.Reader(knowledge);
        this.diagnostics = diagnostics;
    }

    /** Holds the rules, as their author wrote them, to their scenarios, and the answers to these to the invariants. */
    void scenarios(List<Scenario> scenarios) {
        PatientCaseReader reader = new PatientCaseReader(reference.vocabulary());
        for (Scenario scenario : scenarios) {
            try {
                PatientCase patientCase = reader.read(scenario.patientCase());
                Report report = reference.evaluate(patientCase);
                answered.add(new Answered(patientCase, report));
                ScenarioRun.mismatches(scenario, report).forEach(mismatch -> fail(scenario, mismatch));
                invariants(patientCase, report);
            } catch (InvalidCaseException e) {
                // Lint has said so.
                continue;
            } catch (RuleFailedException e) {
                failed(e);
            }
        }
    }

    private void fail(Scenario scenario, String mismatch) {
        diagnostics.add(
                scenario.file(),
                scenario.position(),
                LintCode.SCENARIO_FAILS,
                "\"" + scenario.name() + "\": " + mismatch);
    }

    /** Holds the rules to what must be true of every patient, in generated cases. */
    void invariants() {
        try {
            CaseGenerator generator = new CaseGenerator(knowledge, SEED);
            for (int i = 0; i < GENERATED_CASES; i++) {
                PatientCase patientCase = generator.next();
                Report report = reference.evaluate(patientCase);
                answered.add(new Answered(patientCase, report));
                invariants(patientCase, report);
            }
        } catch (RuleFailedException e) {
            failed(e);
        } catch (KnowledgeException e) {
            diagnostics.add(
                    KnowledgeFolder.MAIN, LintCode.INVARIANT, "the invariants cannot be tried: " + e.getMessage());
        }
    }

    /** Reports each invariant that is broken once. */
    private void invariants(PatientCase patientCase, Report report) {
        PatientCase resolved = terms.resolve(patientCase);
        Outcome outcome = outcomes.of(resolved, report);
        for (Invariant invariant : Invariants.all()) {
            if (!broken.contains(invariant) && invariant.breach(outcome).isPresent()) {
                broken.add(invariant);
                report(invariant, resolved);
            }
        }
    }

    private void report(Invariant invariant, PatientCase patientCase) {
        PatientCase smallest = new SmallestCase(
                        reference.vocabulary(),
                        smaller -> breach(invariant, smaller).isPresent())
                .within(patientCase);
        breach(invariant, smallest)
                .ifPresent(breach -> diagnostics.add(
                        breach.ruleId().map(RuleFile::pathOf).orElse(KnowledgeFolder.MAIN),
                        LintCode.INVARIANT,
                        invariant.brokenBy(breach) + inTheCase(smallest)));
    }

    private static String inTheCase(PatientCase patientCase) {
        return " in the case "
                + new PatientCaseWriter()
                        .json(patientCase)
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private Optional<Invariant.Breach> breach(Invariant invariant, PatientCase patientCase) {
        return invariant.breach(outcomes.of(patientCase, reference.evaluate(patientCase)));
    }

    private void failed(RuleFailedException failure) {
        diagnostics.add(RuleFile.pathOf(failure.ruleId()), LintCode.RULE_FAILED, String.valueOf(failure.getMessage()));
    }

    /** Holds the compiled rules to what the reference evaluator said about every case so far. */
    void compiled(SpsRules compiled) {
        int disagreements = 0;
        for (Answered expected : answered) {
            Optional<String> disagreement = disagreement(compiled, expected);
            if (disagreement.isPresent() && disagreements++ < MOST_DISAGREEMENTS) {
                diagnostics.add(
                        KnowledgeFolder.MAIN,
                        LintCode.ENGINES_DISAGREE,
                        disagreement.get() + inTheCase(expected.patientCase()));
            }
        }
    }

    private static Optional<String> disagreement(SpsRules compiled, Answered expected) {
        try {
            Report report = compiled.evaluate(expected.patientCase());
            return report.equals(expected.report())
                    ? Optional.empty()
                    : Optional.of("the compiled rules that apply are " + report.appliedRules()
                            + " and the rules that should apply are "
                            + expected.report().appliedRules());
        } catch (RuleFailedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
