package org.spsrules.authoring.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spsrules.authoring.diff.Change.Seen;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.authoring.diff.Difference.Witness;
import org.spsrules.authoring.generate.SmallestTree;
import org.spsrules.authoring.scenario.CaseText;
import org.spsrules.io.Node;
import org.spsrules.vocabulary.Concept;

/** Looks for what two knowledge bases say differently, in all cases that there are and in such as are made for it. */
public final class DifferenceSearch {

    private static final int MOST_TRIES = 300;
    private static final int MOST_MADE_SMALL = 40;

    private static final Comparator<Change> BY_RULE = Comparator.comparing(Change::ruleId)
            .thenComparing(Change::sort)
            .thenComparing(Change::way)
            .thenComparing(Change::detail);

    private final Side old;
    private final Side now;
    private final List<RuleDifference> rules;
    private final List<DataDifference> data;
    private final Contrast contrast;

    /** Compares two sides. */
    public DifferenceSearch(Side old, Side now) {
        this.old = old;
        this.now = now;
        this.rules =
                RuleDifference.between(old.knowledge().rules(), now.knowledge().rules());
        this.data = DataDifference.between(old.knowledge(), now.knowledge());
        this.contrast = new Contrast(old, now, rules, data.stream().noneMatch(DataDifference::speaks));
    }

    private Set<String> ruleIds() {
        return rules.stream().map(RuleDifference::ruleId).collect(Collectors.toSet());
    }

    /** A case in which something changes, and what. */
    private record Found(Sample sample, String text, List<Seen> seen) {}

    /** A kind of change, with the smallest case that shows it so far. */
    private record Group(Change change, TreeSet<String> phrases, int[] cases, Found smallest) {}

    /**
     * Everything that was found. Nothing is evaluated if nothing differs of which a report is made.
     *
     * @param files cases from files
     * @param progress is told how many pieces of work there are; what it gives is run for each that is done
     */
    public Difference run(List<Sample> files, IntFunction<Runnable> progress) {
        boolean speaks = !rules.isEmpty() || data.stream().anyMatch(DataDifference::speaks);
        List<Sample> samples = speaks ? Corpus.of(old, now, files, ruleIds(), codes()) : List.of();
        Runnable done = progress.apply(samples.size());
        List<Found> found = new ArrayList<>(found(samples, done));
        Map<Sample.Origin, Integer> looked = counted(samples.stream());
        List<Sample> crossed = crossed(samples);
        found.addAll(found(crossed, () -> {}));
        crossed.forEach(sample -> looked.merge(sample.origin(), 1, Integer::sum));
        return new Difference(
                Difference.Name.of(old),
                Difference.Name.of(now),
                rules,
                data.stream().map(DataDifference::words).toList(),
                Corpus.SEED,
                looked,
                counted(found.stream().map(Found::sample)),
                changes(found, MOST_MADE_SMALL));
    }

    /** What changes in one case, which is not made smaller. */
    public List<Changed> in(Sample sample) {
        return changes(found(List.of(sample), () -> {}), 0);
    }

    private static Map<Sample.Origin, Integer> counted(Stream<Sample> samples) {
        Map<Sample.Origin, Integer> counts = new EnumMap<>(Sample.Origin.class);
        samples.forEach(sample -> counts.merge(sample.origin(), 1, Integer::sum));
        return counts;
    }

    private List<Found> found(List<Sample> samples, Runnable done) {
        return samples.parallelStream()
                .map(sample -> {
                    List<Seen> seen = contrast.of(sample.tree());
                    done.run();
                    return new Found(sample, CaseText.of(sample.tree()), seen);
                })
                .filter(found -> !found.seen.isEmpty())
                .toList();
    }

    private List<Object> rows() {
        return data.stream()
                .filter(DataDifference::speaks)
                .flatMap(kind -> Stream.concat(kind.gone().stream(), kind.added().stream()))
                .toList();
    }

    private Set<String> codes() {
        Set<String> texts = rows().stream().flatMap(Terms::of).collect(Collectors.toSet());
        return Stream.of(old, now)
                .flatMap(side -> side.knowledge().concepts().stream())
                .map(Concept::code)
                .filter(texts::contains)
                .collect(Collectors.toSet());
    }

    /** Cases in which the words of rows that differ meet. */
    private List<Sample> crossed(List<Sample> samples) {
        List<Object> rows = rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<RowCases.Asked> asked = samples.parallelStream()
                .filter(sample -> sample.origin() != Sample.Origin.GENERATED)
                .map(sample -> new RowCases.Asked(sample.tree(), told(sample.tree()), CaseText.of(sample.tree())))
                .toList();
        Set<String> known = new HashSet<>();
        return Stream.of(old, now)
                .flatMap(side -> new RowCases(side.knowledge().vocabulary()).of(rows, asked).stream())
                .filter(sample -> known.add(CaseText.of(sample.tree())))
                .toList();
    }

    private Set<String> told(Node tree) {
        return Stream.of(old, now)
                .flatMap(side -> side.answer(tree).items().values().stream())
                .map(item -> item.phrase().substring(item.phrase().lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    private List<Changed> changes(List<Found> found, int madeSmall) {
        Map<Change, Group> groups = new TreeMap<>(BY_RULE);
        List<Found> smallestFirst = found.stream()
                .sorted(Comparator.comparingInt((Found each) -> each.text.length())
                        .thenComparing(Found::text))
                .toList();
        for (Found each : smallestFirst) {
            Map<Change, Set<String>> here = new HashMap<>();
            each.seen.forEach(seen -> here.computeIfAbsent(seen.change(), change -> new TreeSet<>())
                    .add(seen.phrase()));
            here.forEach((change, phrases) -> {
                Group group = groups.computeIfAbsent(change, any -> new Group(any, new TreeSet<>(), new int[1], each));
                group.phrases.addAll(phrases);
                group.cases[0]++;
            });
        }
        List<Group> inOrder = List.copyOf(groups.values());
        return IntStream.range(0, inOrder.size())
                .parallel()
                .mapToObj(i -> changed(inOrder.get(i), i < madeSmall))
                .toList();
    }

    private Changed changed(Group group, boolean madeSmall) {
        Node tree = group.smallest.sample.tree();
        Node smallest =
                madeSmall ? new SmallestTree(MOST_TRIES, smaller -> shows(smaller, group.change)).within(tree) : tree;
        List<Seen> seen = contrast.of(smallest).stream()
                .filter(each -> each.change().equals(group.change))
                .toList();
        return new Changed(
                group.change,
                group.phrases,
                group.cases[0],
                new Witness(
                        group.smallest.sample.name(),
                        CaseText.of(smallest),
                        seen.stream().flatMap(each -> each.before().stream()).toList(),
                        seen.stream().flatMap(each -> each.after().stream()).toList()));
    }

    private boolean shows(Node tree, Change change) {
        return contrast.of(tree).stream().anyMatch(seen -> seen.change().equals(change));
    }
}
