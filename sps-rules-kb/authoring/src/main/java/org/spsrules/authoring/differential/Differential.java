package org.spsrules.authoring.differential;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.authoring.generate.SmallestCase;
import org.spsrules.internal.Engine;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.report.ReportAssembly;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.ReportWriter;
import org.spsrules.vocabulary.Vocabulary;

/** Holds one engine against another. Thread-safe if both engines are. */
public final class Differential {

    private final Engine first;
    private final Engine second;
    private final Predicate<Rule> compared;
    private final CaseTerms terms;
    private final CaseFacts facts;
    private final Vocabulary vocabulary;
    private final ReportAssembly assembly;
    private final ReportWriter writer = new ReportWriter();

    /** Compares what two engines say by all rules of a knowledge base. */
    public Differential(Knowledge knowledge, Engine first, Engine second) {
        this(knowledge, first, second, rule -> true);
    }

    /** Compares what two engines say by some rules of a knowledge base; of the others the second may say nothing. */
    public Differential(Knowledge knowledge, Engine first, Engine second, Predicate<Rule> compared) {
        this.vocabulary = knowledge.vocabulary();
        this.first = first;
        this.second = second;
        this.compared = compared;
        this.terms = new CaseTerms(vocabulary);
        this.facts = new CaseFacts(vocabulary, knowledge);
        this.assembly = new ReportAssembly(knowledge, vocabulary);
    }

    /** The first case on which the engines disagree, made as small as it gets. */
    public Optional<Disagreement> on(Stream<PatientCase> cases) {
        return cases.filter(patientCase -> !agree(patientCase)).findFirst().map(this::disagreement);
    }

    /** What the engines disagree about in this very case; empty if they agree. */
    public Optional<Disagreement> about(PatientCase patientCase) {
        return Optional.of(compared(patientCase)).filter(found -> !found.isNone());
    }

    /** Whether both engines say the same about a case. */
    public boolean agree(PatientCase patientCase) {
        return agree(facts.of(terms.resolve(patientCase)));
    }

    /** Whether both engines say the same about these facts. */
    public boolean agree(Facts caseFacts) {
        return matches(first, caseFacts).equals(matches(second, caseFacts));
    }

    /** Whether the reports about a case are the same to the last character, whichever engine found the matches. */
    public boolean reportAlike(PatientCase patientCase) {
        PatientCase resolved = terms.resolve(patientCase);
        Facts caseFacts = facts.of(resolved);
        return Stream.of(first, second)
                        .map(engine -> writer.json(assembly.report(resolved, caseFacts, engine.evaluate(caseFacts))))
                        .distinct()
                        .count()
                == 1;
    }

    private Set<Match> matches(Engine engine, Facts caseFacts) {
        return engine.evaluate(caseFacts).stream()
                .filter(match -> compared.test(match.rule()))
                .collect(Collectors.toSet());
    }

    /** What the engines disagree about in a case on which they do. */
    public Disagreement disagreement(PatientCase patientCase) {
        return compared(new SmallestCase(vocabulary, smaller -> !agree(smaller)).within(patientCase));
    }

    private Disagreement compared(PatientCase patientCase) {
        Facts caseFacts = facts.of(terms.resolve(patientCase));
        Set<Match> byFirst = matches(first, caseFacts);
        Set<Match> bySecond = matches(second, caseFacts);
        return new Disagreement(patientCase, without(byFirst, bySecond), without(bySecond, byFirst));
    }

    private static Set<Match> without(Set<Match> some, Set<Match> others) {
        return some.stream().filter(match -> !others.contains(match)).collect(Collectors.toUnmodifiableSet());
    }
}
