package org.spsrules.workbench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.SpsRules;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.workbench.Colours.Tone;

/** Writes what a word is, what else it is called, and what reads it. */
final class WordEntry {

    private static final int MOST_RULES = 6;

    private final SpsRules rules;
    private final Page page;

    WordEntry(SpsRules rules, Page page) {
        this.rules = rules;
        this.page = page;
    }

    /** What a combination holds; each of its drugs that the vocabulary has is written by itself. */
    void write(Combination combination) {
        page.paragraph(Tone.STRONG, "A combination, read as each of its drugs");
        field("Holds", combination.therapies());
        field("Not listed", combination.others());
        page.gap();
    }

    void write(Concept concept) {
        String listed = rules.vocabulary().isListed(concept.code()) ? "" : ", read as its class";
        page.paragraph(Tone.STRONG, concept.code() + ", " + concept.kind().word() + ": " + concept.name() + listed);
        field(
                "Also",
                Stream.concat(concept.brands().stream(), concept.synonyms().stream())
                        .toList());
        field("Is", classes(concept));
        field(
                "Codes",
                concept.codes().stream()
                        .filter(coding -> coding.match().isEnough())
                        .map(Coding::toString)
                        .toList());
        field("Units", concept.units());
        concept.note().ifPresent(note -> page.field(0, "Note", note));
        readBy(concept);
        page.gap();
    }

    private List<String> classes(Concept concept) {
        return rules.vocabulary().selfAndAncestors(concept.code()).stream()
                .filter(code -> !code.equals(concept.code()))
                .sorted()
                .toList();
    }

    private void field(String label, List<String> values) {
        if (!values.isEmpty()) {
            page.field(0, label, String.join(", ", values));
        }
    }

    private void readBy(Concept concept) {
        Set<String> codes = rules.vocabulary().selfAndAncestors(concept.code());
        Set<String> readers = rules.knowledge().rules().stream()
                .filter(rule -> names(rule).anyMatch(codes::contains))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        long rows = Stream.concat(
                        rules.knowledge().contraindications().stream()
                                .flatMap(row -> Stream.of(row.therapy(), row.condition())),
                        rules.knowledge().interactions().stream().flatMap(row -> Stream.of(row.therapy(), row.with())))
                .filter(codes::contains)
                .count();
        String some = readers.stream().limit(MOST_RULES).collect(Collectors.joining(", "));
        page.field(
                0,
                "Read by",
                readers.size() + " rules and " + rows + " rows of contraindications and interactions"
                        + (readers.isEmpty() ? "" : ": " + some)
                        + (readers.size() > MOST_RULES ? ", …" : ""));
    }

    /** The texts that the conditions of a rule name. */
    private static Stream<String> names(Rule rule) {
        return rule.patterns().stream().flatMap(Pattern::operands).flatMap(operand -> operand.text().stream());
    }
}
