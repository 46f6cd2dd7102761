package org.spsrules.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/** Time, and with {@code -prof gc} memory, for one case once the virtual machine is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@SuppressWarnings("NullAway.Init") // JMH fills the fields.
public class WarmEvaluation {

    /** The case. */
    @Param
    public SampleCase sampleCase;

    /** How it is evaluated. */
    @Param
    public Contender contender;

    private Supplier<?> evaluation;

    /** Opens the contender. */
    @Setup
    public void open() {
        evaluation = contender.evaluationOf(sampleCase.patientCase());
    }

    /** Evaluates the case. */
    @Benchmark
    public Object evaluate() {
        return evaluation.get();
    }
}
