package org.spsrules.workbench;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.SpsRules;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;
import org.spsrules.vocabulary.Vocabulary;
import org.spsrules.workbench.Colours.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The subcommand {@code words}. */
@Command(
        name = "words",
        description = "Finds the words that a case can use, and says which rules read each.",
        footer = {"", "Exit codes: 0 there is such a word, 1 there is none, 2 wrong usage, 3 sps itself failed."})
final class Words extends Subcommand {

    private static final int MOST = 20;

    private static final Set<Kind> STATED = EnumSet.complementOf(EnumSet.of(Kind.FINDING, Kind.LADDER_STEP));

    @Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description =
                    "A name, part of a name, a brand, a product, or a code such as RxNorm 3322; several words are one text.")
    private List<String> text = List.of();

    @Mixin
    private RulesInUse rulesInUse = new RulesInUse();

    Words(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return rulesInUse.ask(terminal, rules -> find(rules)).number();
    }

    private ExitCode find(SpsRules rules) {
        String wanted = String.join(" ", text);
        Optional<Combination> combination = rules.vocabulary().combination(wanted);
        List<Concept> found = combination
                .map(held -> concepts(held, rules.vocabulary()))
                .orElseGet(() -> found(wanted, rules.vocabulary()));
        if (found.isEmpty() && combination.isEmpty()) {
            terminal.complain("sps words: nothing is called \"" + wanted + "\"" + instead(wanted, rules.vocabulary()));
            return ExitCode.FINDINGS;
        }
        TextPage page = new TextPage(terminal.look());
        WordEntry entry = new WordEntry(rules, page);
        combination.ifPresent(entry::write);
        found.stream().limit(MOST).forEach(entry::write);
        if (found.size() > MOST) {
            page.paragraph(Tone.FAINT, "and " + (found.size() - MOST) + " more; give more of the name");
        }
        terminal.write(page.text());
        return ExitCode.WELL;
    }

    /** What may be meant by a word that nothing is called by: the nearest by sense, or else by spelling. */
    private static String instead(String wanted, Vocabulary vocabulary) {
        List<String> bySense = LayWords.read().meantBy(wanted).stream()
                .filter(code -> vocabulary.concept(code).isPresent())
                .toList();
        if (!bySense.isEmpty()) {
            return "; near it by sense: " + String.join(", ", bySense);
        }
        return vocabulary
                .nearest(wanted, STATED)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; a case can state it as {other: " + wanted + "}");
    }

    private static List<Concept> concepts(Combination combination, Vocabulary vocabulary) {
        return combination.therapies().stream()
                .flatMap(code -> vocabulary.concept(code).stream())
                .toList();
    }

    /** What it means, and then everything that is called something like it. */
    private static List<Concept> found(String wanted, Vocabulary vocabulary) {
        Set<Concept> found = new LinkedHashSet<>();
        for (Kind kind : STATED) {
            Optional<Concept> meant = vocabulary.resolve(wanted, Set.of(kind));
            meant.ifPresent(found::add);
        }
        found.addAll(vocabulary.search(wanted, STATED));
        return List.copyOf(found);
    }
}
