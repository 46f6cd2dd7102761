package org.spsrules.internal.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Facts;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Match;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A bound, quicker than a report: whether other facts can change more than details of it, which is the line, what is withheld,
 * or a critical alert. May say so of what turns out to be a detail, never the reverse. Thread-safe.
 */
public final class BeyondDetail {

    private final Vocabulary vocabulary;
    private final Set<String> rules;

    /** The bound for reports by this knowledge base. */
    public BeyondDetail(Knowledge knowledge, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Offers offers = new Offers(knowledge, vocabulary);
        Set<Verb> verbs = EnumSet.allOf(Verb.class);
        Stream<Rule> deciding = Stream.of(
                        knowledge.rules().stream().filter(rule -> decides(rule, offers)),
                        offers.outranking(verbs).stream(),
                        offers.first(verbs).stream(),
                        Arrays.stream(Role.values()).flatMap(role -> knowledge.concluding(role).stream()))
                .flatMap(some -> some);
        this.rules = deciding.map(Rule::id).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean decides(Rule rule, Offers offers) {
        return offers.canBeWithheld(rule.then().verb())
                || rule.then().level().filter(AlertLevel.CRITICAL::equals).isPresent();
    }

    /** The codes of what rules offer to begin or increase. */
    public static Set<String> offered(Set<Match> matches) {
        return matches.stream()
                .filter(match -> match.rule().then().verb().role() == Verb.Role.EXPOSURE)
                .map(Match::subject)
                .collect(Collectors.toSet());
    }

    /**
     * Whether a report on other facts can differ in more than details.
     *
     * @param offered what rules offer of the facts before
     * @param otherwise the ids of the rules that say something else of the other facts
     */
    public boolean isPossible(Facts before, Facts after, Set<String> offered, Set<String> otherwise) {
        return otherwise.stream().anyMatch(rules::contains)
                || after.diagnosis() != before.diagnosis()
                || !after.areSameButForContraindications(before)
                || differing(before.contraindications(), after.contraindications())
                        .anyMatch(row -> row.withholds() && offered.stream().anyMatch(code -> concerns(row, code)));
    }

    private static Stream<Contraindication> differing(List<Contraindication> one, List<Contraindication> other) {
        Set<Contraindication> rows = new LinkedHashSet<>(one);
        Set<Contraindication> others = new LinkedHashSet<>(other);
        return Stream.concat(
                rows.stream().filter(row -> !others.contains(row)),
                others.stream().filter(row -> !rows.contains(row)));
    }

    /** Whether a row stands against what is offered or, of a class, against a member. */
    private boolean concerns(Contraindication row, String offered) {
        return vocabulary.selfAndNarrower(offered).stream().anyMatch(code -> vocabulary.isA(code, row.therapy()));
    }
}
