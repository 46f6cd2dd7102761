package org.spsrules.authoring.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.spelling.Suggestion;

/** The rules of rule files: one of each, or one for each row of the table that it is over. Not thread-safe. */
public final class RuleFileReader {

    private static final Pattern OVER_A_TABLE = Pattern.compile("@table\\s*\\(\\s*\"([^\"\\n]*)\"");

    private final Tables tables;
    private final Care care;
    private final Diagnostics diagnostics;

    public RuleFileReader(Tables tables, Care care, Diagnostics diagnostics) {
        this.tables = tables;
        this.care = care;
        this.diagnostics = diagnostics;
    }

    /** Whether a rule file is over a table, so that its rules can be read only with the rows. */
    static boolean isOverATable(String text) {
        List<Token> tokens = Token.in(text, 1, 1);
        return IntStream.range(1, tokens.size())
                .anyMatch(i -> tokens.get(i - 1).is("@") && tokens.get(i).isName("table"));
    }

    /** The rules of a file; none if it cannot be understood, and why is in the diagnostics. */
    public List<ParsedRule> read(RuleFile file) {
        RuleText text = new RuleText(file.path(), file.text(), Optional.empty(), diagnostics);
        if (Habits.report(text)) {
            return List.of();
        }
        Matcher over = OVER_A_TABLE.matcher(text.code());
        if (!over.find()) {
            return parse(file, Optional.empty()).stream().toList();
        }
        Optional<Table> table = tables.table(over.group(1));
        if (table.isEmpty()) {
            text.fail(
                    over.start(),
                    LintCode.UNKNOWN_TABLE,
                    "there is no table " + over.group(1) + " in the vocabulary"
                            + Suggestion.didYouMean(over.group(1), tables.names()));
            return List.of();
        }
        return table.get().rows().stream()
                .map(row -> new RowInUse(tables, table.get(), row))
                .flatMap(row -> parse(file, Optional.of(row)).stream())
                .toList();
    }

    private Optional<ParsedRule> parse(RuleFile file, Optional<RowInUse> row) {
        return RuleParser.parse(file.path(), file.id(), file.text(), row, diagnostics)
                .map(rule -> care.in(rule, diagnostics));
    }
}
