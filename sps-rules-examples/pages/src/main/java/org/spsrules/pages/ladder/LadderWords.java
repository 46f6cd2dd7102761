package org.spsrules.pages.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Line;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.ReportFinding.Role;
import org.spsrules.internal.knowledge.RuleFolder.Kind;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.pages.ladder.TextColumn.Style;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What the picture says, whatever its layout. Immutable. */
final class LadderWords {

    private static final int GAP = 6;
    private static final int MOST_CONDITIONS = 9;

    private final Knowledge knowledge;
    private final Vocabulary vocabulary;

    LadderWords(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.vocabulary = knowledge.vocabulary();
    }

    /** The lines that have steps, in order. */
    List<Line> lines() {
        return knowledge.ladder().stream()
                .map(LadderStep::line)
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps of a line: those in order, then those beside them, then those for any time. */
    List<LadderStep> steps(Line line) {
        return knowledge.ladder().stream()
                .filter(step -> step.line() == line)
                .sorted(Comparator.comparing((LadderStep step) -> step.gate().anyTime())
                        .thenComparing(step -> !step.isInOrder()))
                .toList();
    }

    /** All steps that have a place in the order. */
    List<LadderStep> inOrder() {
        return knowledge.ladder().stream().filter(LadderStep::isInOrder).toList();
    }

    static String place(LadderStep step) {
        return step.gate().anyTime() ? "any-time" : step.isInOrder() ? "in-order" : "beside";
    }

    void line(Line line, TextColumn column) {
        column.add(Style.LINE_NAME, capitalised(line.name().toLowerCase(Locale.ROOT)) + " line");
    }

    void step(LadderStep step, TextColumn column) {
        column.add(Style.LABEL, capitalised(called(step))).add(Style.NAME, step.title());
        String title = step.title().toLowerCase(Locale.ROOT);
        if (!step.therapies().stream().map(vocabulary::nameOf).allMatch(title::contains)) {
            column.add(Style.TEXT, names(step.therapies()));
        }
        gate(step).ifPresent(gate -> column.gap(GAP).add(Style.TEXT, gate));
        column.gap(GAP);
        step.differ().ifPresent(differ -> column.add(Style.LABEL, "\u2260 The sources differ"));
        step.numbered().forEach((source, number) -> column.add(Style.QUIET, source + ": " + number));
    }

    private static String called(LadderStep step) {
        return step.step().length() > 2 ? step.step() : "step " + step.step();
    }

    private Optional<String> gate(LadderStep step) {
        if (step.gate().anyTime()) {
            return Optional.of("At any time");
        }
        Optional<String> waits = step.gate().beside().isPresent() ? beside(step) : after(step);
        return step.gate().atOnce()
                ? Optional.of(waits.map(gate -> gate + ", or at once").orElse("At once")
                        + " where immunotherapy does not wait")
                : waits;
    }

    private Optional<String> after(LadderStep step) {
        List<LadderStep> order = inOrder();
        int before = order.indexOf(step) - 1;
        return before < 0
                ? Optional.of("Where the ladder begins")
                : Optional.of("Once " + inLine(order.get(before), step.line()) + " is closed");
    }

    private Optional<String> beside(LadderStep step) {
        LadderStep.Gate gate = step.gate();
        List<String> once = new ArrayList<>();
        if (!gate.onceClosed().isEmpty()) {
            once.add("once " + names(gate.onceClosed()) + " is closed");
        }
        gate.onceImpossible().ifPresent(code -> once.add("once " + vocabulary.nameOf(code) + " is impossible"));
        gate.onceDisablingAndFit()
                .ifPresent(code -> once.add("in disabling disease, unless not " + vocabulary.nameOf(code)));
        return gate.beside()
                .flatMap(this::step)
                .map(main -> "Beside " + inLine(main, step.line()) + ", " + String.join(" or ", once));
    }

    private Optional<LadderStep> step(String code) {
        return knowledge.ladder().stream()
                .filter(step -> step.code().equals(code))
                .findFirst();
    }

    private static String inLine(LadderStep step, Line line) {
        return step.line() == line
                ? called(step)
                : called(step) + " of the " + step.line().name().toLowerCase(Locale.ROOT) + " line";
    }

    /** What comes before any line. */
    void before(TextColumn column) {
        column.add(Style.NAME, "Before any line: what cannot wait");
        knowledge.concluding(Role.LADDER_SUSPENDED).forEach(rule -> column.add(Style.TEXT, rule.title() + "."));
        column.add(
                Style.QUIET,
                counted(speaking(Kind.EMERGENCY, Kind.URGENT).count(), "rule") + ", "
                        + alerts(speaking(Kind.EMERGENCY, Kind.URGENT)));
    }

    /** What holds back every further step. */
    void holds(TextColumn column) {
        column.add(Style.NAME, "What holds back a further step");
        knowledge.concluding(Role.ESCALATION_SUSPENDED).stream()
                .map(Rule::title)
                .sorted()
                .forEach(title -> column.gap(GAP).add(Style.TEXT, title + "."));
    }

    void safety(TextColumn column) {
        column.add(Style.NAME, "Safety, at every step")
                .gap(GAP)
                .add(Style.TEXT, counted(speaking(Kind.SAFETY).count(), "rule") + ", " + alerts(speaking(Kind.SAFETY)))
                .gap(GAP)
                .add(
                        Style.TEXT,
                        counted(knowledge.contraindications().size(), "contraindication") + " and "
                                + counted(knowledge.interactions().size(), "interaction")
                                + " stand against offers: what must not be given is withheld, with the reason.");
    }

    void psychiatric(TextColumn column) {
        column.add(Style.NAME, "Psychiatric branch, beside every line")
                .gap(GAP)
                .add(
                        Style.TEXT,
                        counted(speaking(Kind.PSYCHIATRIC).count(), "rule") + ", " + alerts(speaking(Kind.PSYCHIATRIC)))
                .gap(GAP)
                .add(Style.TEXT, "They look at " + String.join(", ", conditions(speaking(Kind.PSYCHIATRIC))) + ".");
    }

    /** What the marks mean, and whose numbering is shown. */
    void legend(TextColumn column) {
        column.add(
                        Style.TEXT,
                        "\u2192 A step comes once the one before it is closed: it fell short in an adequate trial, or"
                                + " nothing of it is left to offer. Broken lines: beside another step, or at any time.")
                .add(
                        Style.TEXT,
                        Stream.concat(
                                        Stream.of("\u2260 The sources number or place it differently."),
                                        numbering().map(source -> source.code() + ": " + source.title() + "."))
                                .collect(Collectors.joining(" ")))
                .add(
                        Style.QUIET,
                        "Knowledge base " + knowledge.version() + ". Not clinically reviewed; not a medical device.");
    }

    private Stream<Source> numbering() {
        return knowledge.sources().stream()
                .filter(source -> knowledge.ladder().stream()
                        .anyMatch(step -> step.numbered().containsKey(source.code())));
    }

    /** The rules in folders of these kinds that say something to people. */
    private Stream<Rule> speaking(Kind... kinds) {
        return knowledge.rules().stream()
                .filter(rule -> List.of(kinds).contains(knowledge.kindOf(rule.folder())))
                .filter(rule -> rule.then().finding().isEmpty());
    }

    private static String alerts(Stream<Rule> rules) {
        Map<AlertLevel, Long> levels = rules.flatMap(rule -> rule.then().level().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return "with " + counted(levels.getOrDefault(AlertLevel.CRITICAL, 0L), "critical alert") + " and "
                + counted(levels.getOrDefault(AlertLevel.WARNING, 0L), "warning");
    }

    /** The conditions that rules ask for most. */
    private List<String> conditions(Stream<Rule> rules) {
        Map<String, Long> asked = rules.flatMap(rule -> rule.patterns().stream())
                .flatMap(Pattern::operands)
                .flatMap(operand -> operand.text().stream())
                .filter(code -> vocabulary.concept(code).map(Concept::kind).equals(Optional.of(Concept.Kind.CONDITION)))
                .collect(Collectors.groupingBy(vocabulary::nameOf, Collectors.counting()));
        return asked.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CONDITIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String names(List<String> codes) {
        return codes.stream().map(vocabulary::nameOf).collect(Collectors.joining(", "));
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
