package org.spsrules.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.explain.Wording;
import org.spsrules.internal.explain.Wording.Account;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Verb;

/** Where the time of one evaluation goes. The last two stages are parts of the one that makes the report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH fills the fields.
public class EvaluationStages {

    /** The case. */
    @Param
    public SampleCase sampleCase;

    private EvaluationSteps steps;
    private DroolsEngine engine;
    private Wording wording;
    private PatientCase inCodes;
    private Facts facts;
    private Facts factsAndFindings;
    private Set<Match> matches;
    private List<Match> spoken;
    private List<List<Witness>> witnesses;

    /** Takes every stage once, so that each has what the one before it gives. */
    @Setup
    public void open() {
        steps = EvaluationSteps.load();
        engine = DroolsEngine.pooled(
                CompiledModels.from(EvaluationStages.class.getClassLoader()),
                steps.knowledge().rules());
        wording = new Wording(steps.vocabulary());
        inCodes = steps.inCodes(sampleCase.patientCase());
        facts = steps.facts(inCodes);
        matches = engine.evaluate(facts);
        spoken = matches.stream()
                .filter(match -> match.rule().then().verb() != Verb.CONCLUDE)
                .toList();
        factsAndFindings = facts.with(matches.stream()
                .filter(match -> match.rule().then().verb() == Verb.CONCLUDE)
                .map(Finding::concludedBy)
                .toList());
        witnesses = findWitnesses();
    }

    /** Puts codes in the place of terms. */
    @Benchmark
    public PatientCase resolveTerms() {
        return steps.inCodes(sampleCase.patientCase());
    }

    /** Makes the facts. */
    @Benchmark
    public Facts makeFacts() {
        return steps.facts(inCodes);
    }

    /** Runs the rules. */
    @Benchmark
    public Set<Match> runEngine() {
        return engine.evaluate(facts);
    }

    /** Makes the report. */
    @Benchmark
    public Report makeReport() {
        return steps.report(inCodes, facts, matches);
    }

    /** Finds the facts that met the conditions. */
    @Benchmark
    public List<List<Witness>> findWitnesses() {
        return spoken.stream()
                .map(match ->
                        ReferenceEvaluator.witnesses(match, factsAndFindings).orElseThrow())
                .toList();
    }

    /** Puts them into words. */
    @Benchmark
    public List<Account> putIntoWords() {
        return witnesses.stream().map(wording::account).toList();
    }
}
