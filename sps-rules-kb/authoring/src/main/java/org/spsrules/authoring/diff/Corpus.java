package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spsrules.authoring.diff.Sample.Origin;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.authoring.generate.Cases;
import org.spsrules.authoring.mutation.Reach;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Rule;

/**
 * The cases on which two sides are compared: the scenarios of both, cases from files, and generated ones, of which most
 * aim at what differs. The same for the same seed.
 */
final class Corpus {

    /** Fixed, so that the same two sides differ alike wherever they are compared. */
    static final long SEED = 20260129;

    private static final int AIMED_AT_A_RULE = 60;
    private static final int FEWEST_AIMED = 200;
    private static final int MOST_AIMED = 2_000;
    private static final int BLIND = 200;

    /** So that a change of much does not hide the rules that differ among those that read them. */
    private static final int AS_OFTEN = 3;

    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Corpus() {}

    static List<Sample> of(Side old, Side now, List<Sample> files, Set<String> ruleIds, Set<String> codes) {
        Corpus corpus = new Corpus();
        Stream.of(old, now).flatMap(side -> side.scenarios().stream()).forEach(corpus::scenario);
        files.forEach(corpus::add);
        for (Side side : List.of(old, now)) {
            Knowledge knowledge = side.knowledge();
            List<Rule> aims = aims(knowledge, ruleIds, codes);
            if (!aims.isEmpty()) {
                int wanted = Math.max(FEWEST_AIMED, Math.min(MOST_AIMED, AIMED_AT_A_RULE * aims.size()));
                corpus.generated(new CaseGenerator(knowledge, aims, SEED), wanted);
            }
        }
        corpus.generated(new BlindGenerator(now.knowledge(), SEED), BLIND);
        return List.copyOf(corpus.samples);
    }

    /** The rules that differ or name a word of a row that does, and those that read what they conclude. */
    private static List<Rule> aims(Knowledge knowledge, Set<String> ruleIds, Set<String> codes) {
        Set<String> first = new LinkedHashSet<>(ruleIds);
        knowledge.rules().stream()
                .filter(rule ->
                        Terms.of(List.of(rule.then(), rule.conditions())).anyMatch(codes::contains))
                .map(Rule::id)
                .forEach(first::add);
        List<Rule> aims =
                new ArrayList<>(Reach.of(first, Set.of(), knowledge.rules()).rules());
        List<Rule> different = knowledge.rules().stream()
                .filter(rule -> ruleIds.contains(rule.id()))
                .toList();
        for (int i = 1; i < AS_OFTEN; i++) {
            aims.addAll(different);
        }
        return aims;
    }

    private void scenario(Scenario scenario) {
        add(new Sample(
                Origin.SCENARIO, scenario.file() + ":" + scenario.position().line(), scenario.patientCase()));
    }

    private void generated(Cases generator, int wanted) {
        for (int i = 0; i < wanted; i++) {
            add(new Sample(Origin.GENERATED, "generated", CaseText.tree(generator.next())));
        }
    }

    private void add(Sample sample) {
        if (known.add(CaseText.of(sample.tree()))) {
            samples.add(sample);
        }
    }
}
