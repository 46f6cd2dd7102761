package org.spsrules.authoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;

/** However our rules are written down, laying them out gives the same text and changes nothing that they say. */
class RuleLayoutOfAnythingTest {

    private static final long SEED = 20261129;
    private static final double COMMENTS = 0.1;
    private static final Path RULES = Path.of("../rules");

    private static List<ParsedRule> rules = List.of();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void readOurRules() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            rules = files.filter(file -> file.toString().endsWith(RuleFile.ENDING))
                    .sorted()
                    .map(RuleLayoutOfAnythingTest::read)
                    .toList();
        }
        assertThat(rules).hasSizeGreaterThan(100);
    }

    private static ParsedRule read(Path file) {
        try {
            return parsed(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParsedRule parsed(String text) {
        Diagnostics diagnostics = new Diagnostics();
        return RuleParser.parse("rules/a/b.drl", "a/b", text, someRow(text), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.sorted() + " in seed " + SEED + ":\n" + text));
    }

    /** A row with something in every column that the rule names, if it is over a table; its values are not laid out. */
    private static Optional<RowInUse> someRow(String text) {
        if (!RuleFileReader.isOverATable(text)) {
            return Optional.empty();
        }
        Location nowhere = new Location("some.yaml", new Position(1, 1));
        Map<String, Table.Cell> cells = new TreeMap<>();
        List<Token> tokens = Token.in(text, 1, 1);
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is(".") && tokens.get(i - 2).isName(RowInUse.WORD)) {
                String column = tokens.get(i).text();
                cells.put(column, new Table.Cell(List.of(column.equals("alert") ? "critical" : "some"), nowhere));
            }
        }
        Table.Row row = new Table.Row("some", cells, nowhere);
        Table table = new Table("some", List.of(row));
        return Optional.of(new RowInUse(new Tables(List.of(table)), table, row));
    }

    @Test
    void layingOutARuleChangesNothingThatItSaysAndIsDoneOnce() {
        for (ParsedRule rule : rules) {
            String layout = RuleLayout.of(rule);

            ParsedRule again = parsed(layout);

            assertThat(lineless(again)).as(rule.text()).isEqualTo(lineless(rule));
            assertThat(RuleLayout.of(again)).isEqualTo(layout);
        }
    }

    @Test
    void blanksLineBreaksAndBrokenTextsDoNotMatter() {
        for (ParsedRule rule : rules) {
            ParsedRule mangled = parsed(new Mangling(random, 0).of(rule.text()));

            assertThat(lineless(mangled)).as(mangled.text()).isEqualTo(lineless(rule));
            assertThat(RuleLayout.of(mangled))
                    .as("seed %d: %s", SEED, mangled.text())
                    .isEqualTo(RuleLayout.of(rule));
        }
    }

    @Test
    void noCommentIsLostWhereverItStands() {
        for (ParsedRule rule : rules) {
            ParsedRule mangled = parsed(new Mangling(random, COMMENTS).of(rule.text()));

            String layout = RuleLayout.of(mangled);

            assertThat(comments(layout)).as("seed %d: %s", SEED, mangled.text()).isEqualTo(comments(mangled.text()));
            ParsedRule again = parsed(layout);
            assertThat(lineless(again)).as(layout).isEqualTo(lineless(rule));
            assertThat(RuleLayout.of(again))
                    .as("seed %d: %s", SEED, mangled.text())
                    .isEqualTo(layout);
        }
    }

    private static List<String> comments(String text) {
        return Token.in(text, 1, 1).stream()
                .flatMap(token -> token.comments().stream())
                .map(Token.Comment::text)
                .toList();
    }

    /** A rule without the lines on which its conditions stand. */
    private static Rule lineless(ParsedRule parsed) {
        Rule rule = parsed.rule();
        return new Rule(
                rule.id(),
                rule.title(),
                rule.sources(),
                rule.grades(),
                rule.reviewed(),
                rule.conditions().stream()
                        .map(RuleLayoutOfAnythingTest::lineless)
                        .toList(),
                rule.then(),
                rule.stratum());
    }

    private static Condition lineless(Condition condition) {
        if (condition instanceof Condition.AnyOf anyOf) {
            List<List<Pattern>> alternatives = anyOf.alternatives().stream()
                    .map(alternative -> alternative.stream()
                            .map(RuleLayoutOfAnythingTest::lineless)
                            .toList())
                    .toList();
            return new Condition.AnyOf(alternatives, anyOf.text(), 0);
        } else if (condition instanceof Condition.Count count) {
            return new Condition.Count(lineless(count.pattern()), count.atLeast(), count.text(), 0);
        }
        return lineless((Pattern) condition);
    }

    private static Pattern lineless(Pattern pattern) {
        return new Pattern(pattern.quantifier(), pattern.factType(), pattern.constraints(), pattern.text(), 0);
    }

    /**
     * The same words with other blanks, line breaks and broken texts between them.
     *
     * @param random where they come from
     * @param comments how many of the gaps hold a comment
     */
    private record Mangling(Random random, double comments) {

        String of(String text) {
            StringBuilder mangled = new StringBuilder();
            List<Token> tokens = new ArrayList<>(Token.in(text, 1, 1));
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean tight = i > 0 && tokens.get(i - 1).is("@");
                boolean inSentence = tokens.subList(0, i).stream().anyMatch(before -> before.isName("then"));
                if (!tight) {
                    gap(mangled, token);
                }
                mangled.append(inSentence ? broken(token.written()) : token.written());
            }
            return mangled.toString();
        }

        private void gap(StringBuilder mangled, Token next) {
            boolean betweenWords = !mangled.isEmpty()
                    && Character.isLetterOrDigit(mangled.charAt(mangled.length() - 1))
                    && Character.isLetterOrDigit(
                            next.written().isEmpty() ? ' ' : next.written().charAt(0));
            mangled.append(betweenWords ? " " : "").append(blanks());
            if (random.nextDouble() < comments) {
                mangled.append("// then \"what\" ( ")
                        .append(random.nextInt(1000))
                        .append('\n')
                        .append(blanks());
            }
            if (next.isName("then")) {
                mangled.append("\n\t ");
            }
        }

        private String blanks() {
            return random.ints(random.nextInt(4), 0, 4)
                    .mapToObj(kind -> List.of(" ", "   ", "\t", "\n").get(kind))
                    .reduce("", String::concat);
        }

        private String broken(String word) {
            return word.startsWith("\"") && random.nextInt(3) == 0
                    ? word.replaceFirst("(?<=\\w) (?=\\w)", "\"" + blanks() + "," + blanks() + "\"")
                    : word;
        }
    }
}
