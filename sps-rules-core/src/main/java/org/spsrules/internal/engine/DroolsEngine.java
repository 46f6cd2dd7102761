package org.spsrules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spsrules.KnowledgeException;
import org.spsrules.RuleFailedException;
import org.spsrules.internal.Engine;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;

/**
 * The production engine: the compiled rules under Drools. Thread-safe.
 *
 * <p>It is the only class that knows how Drools loads a precompiled model without a container; that way is not public
 * API of Drools, so the version is pinned and a test holds it.
 */
public final class DroolsEngine implements Engine {

    /** A backstop far above what any case can reach; findings only add, so rules cannot loop. */
    private static final int MOST_FIRINGS = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(DroolsEngine.class);

    private final Map<String, Rule> rulesById = new HashMap<>();
    private final Supplier<KieSession> sessions;
    private final Runnable shutdown;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private DroolsEngine(List<Rule> rules, Supplier<KieSession> sessions, Runnable shutdown) {
        for (Rule rule : rules) {
            rulesById.put(rule.id(), rule);
        }
        this.sessions = sessions;
        this.shutdown = shutdown;
    }

    /**
     * An engine that uses its sessions again.
     *
     * @throws KnowledgeException if the compiled models do not hold exactly these rules
     */
    public static DroolsEngine pooled(Collection<Model> models, List<Rule> rules) {
        KieBase base = base(models, rules);
        KieSessionsPool pool = withOwnContext(
                () -> base.newKieSessionsPool(Runtime.getRuntime().availableProcessors()));
        return new DroolsEngine(rules, pool::newKieSession, pool::shutdown);
    }

    /**
     * An engine that makes a new session for each evaluation.
     *
     * @throws KnowledgeException if the compiled models do not hold exactly these rules
     */
    public static DroolsEngine unpooled(Collection<Model> models, List<Rule> rules) {
        KieBase base = base(models, rules);
        return new DroolsEngine(rules, base::newKieSession, () -> {});
    }

    private static KieBase base(Collection<Model> models, List<Rule> rules) {
        Set<String> compiled = new TreeSet<>();
        models.forEach(model -> model.getRules().forEach(rule -> compiled.add(rule.getName())));
        Set<String> expected = new TreeSet<>();
        rules.forEach(rule -> expected.add(rule.id()));
        if (!compiled.equals(expected)) {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(compiled);
            Set<String> surplus = new TreeSet<>(compiled);
            surplus.removeAll(expected);
            throw new KnowledgeException("the compiled rules are not those of the knowledge base; not compiled: "
                    + missing + ", unknown: " + surplus);
        }
        KieBase base = withOwnContext(
                () -> KieBaseBuilder.createKieBaseFromModel(models, RuleBaseFactory.newKnowledgeBaseConfiguration()));
        LOG.debug("{} rules loaded", compiled.size());
        return base;
    }

    /**
     * Work that is done as if the thread were ours. Drools looks for its services once, through the context class loader
     * of whichever thread comes first; in a plugin, a common pool or a fat jar that one need not see Drools at all.
     */
    private static <T> T withOwnContext(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(DroolsEngine.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    @Override
    public Set<Match> evaluate(Facts facts) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("these rules have been closed");
            }
            return evaluateOpen(facts);
        } finally {
            use.readLock().unlock();
        }
    }

    private Set<Match> evaluateOpen(Facts facts) {
        SingleFacts single = SingleFacts.of(facts);
        KieSession session = withOwnContext(sessions);
        Conclusions conclusions = new Conclusions(rulesById, session, single);
        int fired;
        try {
            session.setGlobal("conclusions", conclusions);
            InCase.all(facts, single).forEach(session::insert);
            fired = session.fireAllRules(MOST_FIRINGS);
        } catch (RuntimeException e) {
            // The session is left to the garbage collector: its state is unknown, so the pool must not get it back.
            throw new RuleFailedException(
                    failedRule(e), "failed with " + rootOf(e).getClass().getName());
        }
        if (fired >= MOST_FIRINGS) {
            throw new KnowledgeException("the rules did not come to an end after " + MOST_FIRINGS + " firings");
        }
        session.dispose();
        return conclusions.matches();
    }

    private String failedRule(RuntimeException failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        return rulesById.keySet().stream()
                .filter(id -> messages.stream().anyMatch(message -> message.contains('"' + id + '"')))
                .findFirst()
                .orElse("(unknown)");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Waits for evaluations that have begun: the pool would take their sessions away from under them. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                shutdown.run();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
