package org.spsrules.internal.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/**
 * Drools as its manual introduces it: a container, and a new session for each case. Thread-safe.
 *
 * <p>It stands in the package of the production engine because rules speak to the {@link Conclusions} of that package,
 * and only the package may make some.
 */
public final class ContainerEngine {

    private final KieContainer container;
    private final Map<String, Rule> rulesById;

    /**
     * An engine on a container.
     *
     * @param container holds the rules
     * @param rules the same rules, as data
     */
    public ContainerEngine(KieContainer container, List<Rule> rules) {
        this.container = container;
        this.rulesById = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    /** Every rule that applies to these facts. */
    public Set<Match> evaluate(Facts facts) {
        KieSession session = container.newKieSession();
        try {
            SingleFacts single = SingleFacts.of(facts);
            Conclusions conclusions = new Conclusions(rulesById, session, single);
            session.setGlobal("conclusions", conclusions);
            InCase.all(facts, single).forEach(session::insert);
            session.fireAllRules();
            return conclusions.matches();
        } finally {
            session.dispose();
        }
    }
}
