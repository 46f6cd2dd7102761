package org.spsrules.internal.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.runtime.KieSession;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;

/** Collects what compiled rules say during one evaluation, each thing once, and puts findings back into the session. */
public final class Conclusions {

    private final Map<String, Rule> rules;
    private final KieSession session;
    private final SingleFacts single;
    private final Set<Match> matches = new LinkedHashSet<>();
    private final Set<Finding> findings = new HashSet<>();

    Conclusions(Map<String, Rule> rules, KieSession session, SingleFacts single) {
        this.rules = rules;
        this.session = session;
        this.single = single;
    }

    /**
     * Takes note that a rule applies. Compiled rules call this; it is their whole consequence.
     *
     * @param ruleId id of the rule
     * @param values the values of the variables of its sentence, in the order of {@link
     *     org.spsrules.internal.rule.Sentence#variables}
     */
    public void add(String ruleId, Object... values) {
        Rule rule = rules.get(ruleId);
        Match match = new Match(rule, objects(rule, values));
        if (matches.add(match) && rule.then().verb() == Verb.CONCLUDE) {
            Finding finding = Finding.concludedBy(match);
            if (findings.add(finding)) {
                session.insert(new InCase.FindingInCase(finding, single));
            }
        }
    }

    private static List<String> objects(Rule rule, Object[] values) {
        List<String> variables = values.length == 0 ? List.of() : rule.then().variables();
        List<String> objects = new ArrayList<>(rule.then().objects().size());
        for (Operand operand : rule.then().objects()) {
            objects.add(
                    operand instanceof Operand.Variable variable
                            ? String.valueOf(values[variables.indexOf(variable.name())])
                            : ((Operand.Text) operand).value());
        }
        return List.copyOf(objects);
    }

    Set<Match> matches() {
        return matches;
    }
}
