package org.spsrules.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.kie.api.runtime.KieContainer;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.engine.ContainerEngine;
import org.spsrules.internal.fact.Facts;

/** The quick start, but with Drools as its manual introduces it. */
public final class ContainerStart {

    private ContainerStart() {}

    /**
     * Prints what is recommended.
     *
     * @param arguments the folder of a project whose rules are to be compiled; none to take compiled ones from the class
     *     path
     */
    public static void main(String[] arguments) throws IOException {
        KieContainer container =
                arguments.length == 0 ? RuleContainer.onClassPath() : RuleContainer.compiledFrom(Path.of(arguments[0]));
        EvaluationSteps steps = EvaluationSteps.load();
        ContainerEngine engine =
                new ContainerEngine(container, steps.knowledge().rules());
        PatientCase patient = steps.inCodes(SampleCase.UNTREATED.patientCase());
        Facts facts = steps.facts(patient);
        Report report = steps.report(patient, facts, engine.evaluate(facts));
        report.recommendations().forEach(advice -> System.out.println(advice.title()));
    }
}
