package org.spsrules.authoring.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.DroolsError;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.fact.FactModel;

/** An error of Drools' parser, in words on which an author can act; the parser speaks of its own grammar. */
final class DrlError {

    /** Messages read {@code [3,18]: [ERR 101] Line 3:18 no viable alternative at input ')' in rule "x"}. */
    private static final Pattern FORM = Pattern.compile("^.*Line \\d+:(\\d+) (.*?)(?: in rule \".*\")?$");

    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched input|no viable alternative at input) '([^']*)'");

    private static final Pattern QUESTION_BEFORE = Pattern.compile("([a-z]\\w*)\\s*$");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?<![\\w$])[0-9.]+\\s*$");

    private final RuleText text;
    private final int line;
    private final int column;
    private final String said;

    DrlError(DroolsError error, RuleText text) {
        String firstLine = error.getMessage().lines().findFirst().orElse("");
        Matcher form = FORM.matcher(firstLine);
        boolean known = form.matches();
        this.text = text;
        this.line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
        this.column = known ? Integer.parseInt(form.group(1)) + 1 : 1;
        this.said = known ? form.group(2) : firstLine;
    }

    /** Reports it where it stands. */
    void report() {
        Matcher unexpected = UNEXPECTED.matcher(said);
        text.fail(
                new Position(line, column),
                LintCode.SYNTAX,
                unexpected.find() ? unexpected(unexpected.group(1)) : said);
    }

    private String unexpected(String word) {
        return switch (word) {
            case "<eof>" -> "the file ends before the rule does; the last line of a rule is end";
            case "=" -> comparison(text.from(line, column));
            case "" -> "something is missing here or superfluous";
            default -> word + " was not expected here; " + remedy(word, text.before(line, column));
        };
    }

    private static String comparison(String from) {
        return from.matches("=[<>].*")
                ? "to compare, write " + from.charAt(1) + "= and not =" + from.charAt(1)
                : "to compare, write == and not =";
    }

    private String remedy(String unexpected, String before) {
        Matcher question = QUESTION_BEFORE.matcher(before);
        if (unexpected.equals("and")) {
            return "inside the brackets of a fact a comma means and";
        } else if (unexpected.equals("or")) {
            return "alternatives are facts of their own in brackets: ( Patient( … ) or Patient( … ) )";
        } else if (unexpected.startsWith("\"") && question.find()) {
            String asked = question.group(1);
            return isPredicate(asked)
                    ? "put what is asked about in brackets: " + asked + "( " + unexpected + " )"
                    : "to compare, write " + asked + " == " + unexpected;
        } else if (FactModel.instance().type(unexpected).isPresent() && !text.hasLine("when")) {
            return "write when before the first condition";
        } else if (Character.isLetter(unexpected.charAt(0))
                && NUMBER_BEFORE.matcher(before).find()) {
            return "a number has no unit, and a comma separates two questions";
        }
        return "something before it is missing or misspelt";
    }

    private static boolean isPredicate(String name) {
        return FactModel.instance().types().values().stream()
                .flatMap(type -> type.question(name).stream())
                .anyMatch(FactModel.Question::isPredicate);
    }
}
