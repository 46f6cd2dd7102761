package org.spsrules.benchmarks;

import java.io.IOException;
import java.util.Set;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.KnowledgeFile;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.vocabulary.Vocabulary;

/** What {@link org.spsrules.SpsRules#evaluate} does before and after the engine, step by step. Thread-safe. */
public final class EvaluationSteps {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final ReportAssembly assembly;

    private EvaluationSteps(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.vocabulary = knowledge.vocabulary();
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.assembly = new ReportAssembly(knowledge, vocabulary);
    }

    /** The steps with the knowledge base on the class path. */
    public static EvaluationSteps load() {
        try {
            return new EvaluationSteps(
                    KnowledgeFile.find(EvaluationSteps.class.getClassLoader()).orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("no knowledge base to measure", e);
        }
    }

    /** The knowledge base. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** Its terms. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** First: the same case in codes. */
    public PatientCase inCodes(PatientCase patientCase) {
        return terms.resolve(patientCase);
    }

    /** Second: the facts that an engine is given. */
    public Facts facts(PatientCase inCodes) {
        return facts.of(inCodes);
    }

    /** Last: the report. */
    public Report report(PatientCase inCodes, Facts caseFacts, Set<Match> matches) {
        return assembly.report(inCodes, caseFacts, matches);
    }
}
