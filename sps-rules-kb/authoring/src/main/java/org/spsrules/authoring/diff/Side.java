package org.spsrules.authoring.diff;

import java.util.List;
import java.util.Optional;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.io.Node;
import org.spsrules.io.PatientCaseReader;

/** One of the two knowledge bases that are compared. Thread-safe. */
public final class Side {

    private final String name;
    private final List<Scenario> scenarios;
    private final SpsRules rules;
    private final PatientCaseReader reader;
    private final CaseTerms terms;

    /**
     * A knowledge base in which no error was found.
     *
     * @param name what people call it
     */
    public Side(String name, Knowledge knowledge, List<Scenario> scenarios) {
        this.name = name;
        this.scenarios = List.copyOf(scenarios);
        this.rules = SpsRules.of(knowledge, new ReferenceEvaluator(knowledge.rules())::evaluate);
        this.reader = new PatientCaseReader(rules.vocabulary());
        this.terms = new CaseTerms(rules.vocabulary());
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** The knowledge base. */
    public Knowledge knowledge() {
        return rules.knowledge();
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    /** A case, in codes of this side; empty if it cannot read it. */
    Optional<PatientCase> read(Node tree) {
        try {
            return Optional.of(terms.resolve(reader.read(tree)));
        } catch (InvalidCaseException e) {
            return Optional.empty();
        }
    }

    /** What it says of a case, be it that it cannot read it. */
    Answer answer(Node tree) {
        try {
            return Answer.of(rules.evaluate(reader.read(tree)));
        } catch (InvalidCaseException e) {
            return Answer.of(e);
        }
    }
}
