package org.spsrules;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.spsrules.internal.Deferred;
import org.spsrules.internal.Engine;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.counterfactual.Alternatives;
import org.spsrules.internal.counterfactual.OpenQuestions;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.KnowledgeFile;
import org.spsrules.internal.report.Explanations;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.vocabulary.CodeTable;
import org.spsrules.vocabulary.Vocabulary;

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
    private final Deferred<Explanations> explanations;
    private final Deferred<Alternatives> alternatives;
    private final Deferred<OpenQuestions> questions;

    private SpsRules(Knowledge knowledge, Vocabulary vocabulary, Engine engine) {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.engine = engine;
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.assembly = new ReportAssembly(knowledge, vocabulary);
        this.explanations = new Deferred<>(() -> new Explanations(knowledge, vocabulary));
        this.alternatives = new Deferred<>(() -> new Alternatives(knowledge, vocabulary, facts, terms));
        this.questions = new Deferred<>(() -> new OpenQuestions(knowledge, vocabulary, facts, terms, assembly));
    }

    /**
     * Loads the knowledge base on the class path.
     *
     * @throws KnowledgeException if there is none, or it is damaged
     */
    public static SpsRules load() {
        ClassLoader loader = SpsRules.class.getClassLoader();
        Knowledge knowledge = knowledge(loader);
        return new SpsRules(knowledge, knowledge.vocabulary(), engine(knowledge, loader));
    }

    /**
     * Loads the knowledge base on the class path, with codes of the host beside its own.
     *
     * @throws IllegalArgumentException if a code stands for something that is not in the vocabulary
     * @throws KnowledgeException like {@link #load()}
     */
    public static SpsRules load(CodeTable codes) {
        ClassLoader loader = SpsRules.class.getClassLoader();
        Knowledge knowledge = knowledge(loader);
        Vocabulary vocabulary =
                new Vocabulary(given(codes, "codes").addedTo(knowledge.concepts()), knowledge.unlisted());
        return new SpsRules(knowledge, vocabulary, engine(knowledge, loader));
    }

    private static Engine engine(Knowledge knowledge, ClassLoader loader) {
        return DroolsEngine.pooled(CompiledModels.from(loader), knowledge.rules());
    }

    /**
     * Rules that lie elsewhere. For the authoring library, which alone makes engines; embedders {@link #load}, or let
     * {@code Authoring} activate a folder.
     *
     * @param knowledge the rules as data, and what they rest on
     * @param engine finds which of them apply; closed together with what is returned
     */
    public static SpsRules of(Knowledge knowledge, Engine engine) {
        given(knowledge, "knowledge");
        return new SpsRules(knowledge, knowledge.vocabulary(), given(engine, "engine"));
    }

    private static Knowledge knowledge(ClassLoader loader) {
        try {
            return KnowledgeFile.find(loader)
                    .orElseThrow(() -> new KnowledgeException("no knowledge base on the class path; add sps-rules-kb"));
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
        return report(patientCase, resolve(patientCase));
    }

    /**
     * A report, and for each of its items which conditions of which rules were met by which facts. Takes up to ten
     * times as long as {@link #evaluate}.
     *
     * @throws InvalidCaseException like {@link #evaluate}
     * @throws RuleFailedException like {@link #evaluate}
     * @throws IllegalStateException if these rules have been closed
     */
    public Explanation explain(PatientCase patientCase) {
        PatientCase resolved = resolve(patientCase);
        return explanations.get().of(facts.of(resolved), report(patientCase, resolved));
    }

    /**
     * Why a therapy is not recommended, and the smallest change of facts that would bring it. Takes tenths of a second,
     * and in the worst case some seconds, where {@link #evaluate} takes about two milliseconds.
     *
     * @param therapy a therapy or a class of therapies, by code, name, brand or synonym
     * @throws UnknownTherapyException if the vocabulary does not know it
     * @throws InvalidCaseException like {@link #evaluate}
     * @throws RuleFailedException like {@link #evaluate}
     * @throws IllegalStateException if these rules have been closed
     */
    public WhyNot whyNot(PatientCase patientCase, String therapy) {
        String code = terms.therapy(given(therapy, "therapy"));
        PatientCase resolved = resolve(patientCase);
        return alternatives.get().whyNot(resolved, report(patientCase, resolved), code);
    }

    /**
     * What is not known and would change the report, the most decisive first: found by looking at the case with every
     * possible answer, so it takes some hundred times as long as {@link #evaluate}.
     *
     * @throws InvalidCaseException like {@link #evaluate}
     * @throws RuleFailedException like {@link #evaluate}
     * @throws IllegalStateException if these rules have been closed
     */
    public List<OpenQuestion> questions(PatientCase patientCase) {
        PatientCase resolved = resolve(patientCase);
        return questions.get().about(resolved, report(patientCase, resolved));
    }

    private PatientCase resolve(PatientCase patientCase) {
        return terms.resolve(given(patientCase, "patientCase"));
    }

    private Report report(PatientCase stated, PatientCase resolved) {
        Facts caseFacts = facts.of(resolved);
        Set<Match> matches = engine.evaluate(caseFacts);
        return assembly.report(stated, resolved, caseFacts, matches);
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
