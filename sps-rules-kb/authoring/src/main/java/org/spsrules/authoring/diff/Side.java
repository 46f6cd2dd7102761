package org.spsrules.authoring.diff;

import java.util.List;
import java.util.Set;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;

/** One of the two knowledge bases that are compared. Thread-safe. */
public final class Side {

    private final String name;
    private final Knowledge knowledge;
    private final List<Scenario> scenarios;
    private final PatientCaseReader reader;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final ReferenceEvaluator evaluator;
    private final ReportAssembly assembly;

    /**
     * A knowledge base in which no error was found.
     *
     * @param name what people call it
     */
    public Side(String name, Knowledge knowledge, List<Scenario> scenarios) {
        Vocabulary vocabulary = knowledge.vocabulary();
        this.name = name;
        this.knowledge = knowledge;
        this.scenarios = List.copyOf(scenarios);
        this.reader = new PatientCaseReader(vocabulary);
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.evaluator = new ReferenceEvaluator(knowledge.rules());
        this.assembly = new ReportAssembly(knowledge, vocabulary);
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The knowledge base. */
    public Knowledge knowledge() {
        return knowledge;
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    /**
     * A case, in codes of this side.
     *
     * @throws InvalidCaseException if this side cannot read it
     */
    PatientCase read(Node tree) {
        return terms.resolve(reader.read(tree));
    }

    List<Object> facts(PatientCase resolved) {
        return facts.of(resolved);
    }

    Report report(PatientCase resolved, List<Object> caseFacts) {
        Set<Match> matches = evaluator.evaluate(caseFacts);
        return assembly.report(resolved, caseFacts, matches);
    }
}
