package org.spsrules.authoring.generate;

import java.util.List;
import java.util.Optional;
import org.spsrules.InvalidCaseException;
import org.spsrules.KnowledgeException;
import org.spsrules.PatientCase;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Vocabulary;

/**
 * Makes valid cases. Some are random; most aim at a rule, one after the other: everything that it asks for is stated, or
 * all but one thing, so that over many cases every rule applies, and fails to apply for each of its conditions. The same
 * seed gives the same cases. Not thread-safe.
 */
public final class CaseGenerator implements Cases {

    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_DRAFTS = 10_000;

    private final Draw draw;
    private final CaseTerms terms;
    private final List<Rule> rules;
    private final RandomCase random;
    private final Aim aim;
    private int made;

    /** A generator of cases for a knowledge base, which aims at all of its rules. */
    public CaseGenerator(Knowledge knowledge, long seed) {
        this(knowledge, knowledge.rules(), seed);
    }

    /** A generator of cases for a knowledge base, which aims at some of its rules. */
    public CaseGenerator(Knowledge knowledge, List<Rule> aims, long seed) {
        Vocabulary vocabulary = knowledge.vocabulary();
        RelevantConcepts concepts = new RelevantConcepts(knowledge, vocabulary);
        Limits limits = new Limits(knowledge.rules());
        this.draw = new Draw(seed);
        this.terms = new CaseTerms(vocabulary);
        this.rules = draw.shuffled(aims);
        this.random = new RandomCase(draw, concepts, limits, knowledge.ladder());
        this.aim = new Aim(draw, concepts, knowledge, random);
    }

    /**
     * The next case.
     *
     * @throws KnowledgeException if the vocabulary is such that no draft makes sense
     */
    @Override
    public PatientCase next() {
        Optional<Rule> rule = rules.isEmpty() ? Optional.empty() : Optional.of(rules.get(made++ % rules.size()));
        for (int attempt = 0; attempt < MOST_DRAFTS; attempt++) {
            try {
                return terms.resolve(rule.isPresent() && attempt < MOST_ATTEMPTS ? aimed(rule.get()) : anything());
            } catch (InvalidCaseException e) {
                // Some drafts contradict themselves, for example a pregnant man; another is made.
                continue;
            }
        }
        throw new KnowledgeException("of this vocabulary no valid case could be made in " + MOST_DRAFTS + " drafts");
    }

    private PatientCase aimed(Rule rule) {
        if (draw.chance(20)) {
            return anything();
        }
        CaseDraft draft = new CaseDraft();
        if (draw.chance(40)) {
            random.fill(draft);
        }
        if (draw.chance(20)) {
            aim.at(draw.one(rules), draft);
        }
        if (draw.chance(60)) {
            aim.beside(rule, draft);
        } else {
            aim.at(rule, draft);
        }
        return draft.build();
    }

    private PatientCase anything() {
        CaseDraft draft = new CaseDraft();
        random.fill(draft);
        return draft.build();
    }
}
