package org.spsrules;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.spsrules.fact.CaseFacts;
import org.spsrules.internal.Engine;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.knowledge.Knowledge;
import org.spsrules.knowledge.KnowledgeFile;
import org.spsrules.knowledge.Match;
import org.spsrules.knowledge.Vocabulary;

/**
 * The rules, ready to be asked. Load once, use from any number of threads, close when done.
 *
 * <p>Not a medical device: the knowledge base has not been clinically reviewed, and every report says so.
 */
public final class SpsRules implements AutoCloseable {

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Engine engine;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final ReportAssembly assembly;

    private SpsRules(Knowledge knowledge, Engine engine) {
        this.knowledge = knowledge;
        this.vocabulary = new Vocabulary(knowledge.concepts());
        this.engine = engine;
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.assembly = new ReportAssembly(knowledge, vocabulary);
    }

    /**
     * Loads the knowledge base on the class path.
     *
     * @throws KnowledgeException if there is none, or it is damaged
     */
    public static SpsRules load() {
        ClassLoader loader = SpsRules.class.getClassLoader();
        Knowledge knowledge = knowledge(loader);
        return new SpsRules(knowledge, DroolsEngine.pooled(CompiledModels.from(loader), knowledge.rules()));
    }

    /**
     * Rules that lie elsewhere. For the authoring library, which alone makes engines; embedders {@link #load}, or let
     * {@code Authoring} activate a folder.
     *
     * @param knowledge the rules as data, and what they rest on
     * @param engine finds which of them apply; closed together with what is returned
     */
    public static SpsRules of(Knowledge knowledge, Engine engine) {
        return new SpsRules(Objects.requireNonNull(knowledge, "knowledge"), Objects.requireNonNull(engine, "engine"));
    }

    private static Knowledge knowledge(ClassLoader loader) {
        try (InputStream file = loader.getResourceAsStream(KnowledgeFile.RESOURCE)) {
            if (file == null) {
                throw new KnowledgeException("no knowledge base on the class path; add sps-rules-kb");
            }
            return KnowledgeFile.read(file);
        } catch (IOException e) {
            throw new KnowledgeException("the knowledge base cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What the knowledge base says about a case.
     *
     * @throws InvalidCaseException with every term of the case that is not in the vocabulary, and every contradiction
     *     that the vocabulary reveals
     * @throws RuleFailedException if a rule fails; there is no partial report
     * @throws IllegalStateException if these rules have been closed
     */
    public Report evaluate(PatientCase patientCase) {
        PatientCase resolved = terms.resolve(Objects.requireNonNull(patientCase, "patientCase"));
        List<Object> caseFacts = facts.of(resolved);
        Set<Match> matches = engine.evaluate(caseFacts);
        return assembly.report(resolved, caseFacts, matches);
    }

    /** The knowledge base as data: rules, vocabulary, ladder and sources. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** The terms that cases may use. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Releases the engine. Evaluations that have begun come to their end; later ones fail. */
    @Override
    public void close() {
        engine.close();
    }
}
