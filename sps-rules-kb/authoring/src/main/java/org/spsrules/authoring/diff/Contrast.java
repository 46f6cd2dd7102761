package org.spsrules.authoring.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.authoring.diff.Change.Seen;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.internal.fact.CaseFacts;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.reference.ReferenceEvaluator;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.io.Node;

/**
 * What two sides say differently of a case. Where only rules differ, a case to which none of them applies, and on which
 * those that read their findings agree, is answered alike: a report is made of the case, the rows, and what rules say.
 * Thread-safe.
 */
final class Contrast {

    private final Side old;
    private final Side now;
    private final Set<String> speakOtherwise;
    private final boolean onlyRules;
    private final CaseFacts facts;
    private final ReferenceEvaluator before;
    private final ReferenceEvaluator after;
    private final Set<String> reached;

    /**
     * Contrasts two sides.
     *
     * @param rules the rules that differ
     * @param onlyRules whether nothing else differs of which a report is made
     */
    Contrast(Side old, Side now, List<RuleDifference> rules, boolean onlyRules) {
        this.old = old;
        this.now = now;
        Set<String> different = rules.stream().map(RuleDifference::ruleId).collect(Collectors.toSet());
        this.speakOtherwise = rules.stream()
                .filter(RuleDifference::speaksOtherwise)
                .map(RuleDifference::ruleId)
                .collect(Collectors.toSet());
        this.onlyRules = onlyRules;
        this.facts = new CaseFacts(old.knowledge().vocabulary(), old.knowledge());
        Set<String> findings = Stream.of(old, now)
                .flatMap(side -> side.knowledge().rules().stream())
                .filter(rule -> different.contains(rule.id()))
                .map(Reach::concluded)
                .filter(finding -> !finding.isEmpty())
                .collect(Collectors.toSet());
        Reach inOld = Reach.of(different, findings, old.knowledge().rules());
        Reach inNow = Reach.of(different, findings, now.knowledge().rules());
        this.before =
                new ReferenceEvaluator(inOld.withWhatIsRead(old.knowledge().rules()));
        this.after = new ReferenceEvaluator(inNow.withWhatIsRead(now.knowledge().rules()));
        this.reached = Stream.of(inOld, inNow)
                .flatMap(reach -> reach.rules().stream())
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    /** What changes; nothing does if neither side can read the case. */
    List<Seen> of(Node tree) {
        Optional<PatientCase> first = old.read(tree);
        Optional<PatientCase> second = now.read(tree);
        boolean nobodyReads = first.isEmpty() && second.isEmpty();
        return nobodyReads || onlyRules && first.equals(second) && agree(first.get())
                ? List.of()
                : Change.between(old.answer(tree), now.answer(tree));
    }

    private boolean agree(PatientCase patientCase) {
        Facts caseFacts = facts.of(patientCase);
        Set<Match> one = reached(before.evaluate(caseFacts));
        Set<Match> other = reached(after.evaluate(caseFacts));
        return one.equals(other)
                && one.stream()
                        .noneMatch(match -> speakOtherwise.contains(match.rule().id()));
    }

    private Set<Match> reached(Set<Match> matches) {
        return matches.stream()
                .filter(match -> reached.contains(match.rule().id()))
                .collect(Collectors.toSet());
    }
}
