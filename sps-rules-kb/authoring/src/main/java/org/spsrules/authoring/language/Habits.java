package org.spsrules.authoring.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.internal.spelling.Suggestion;

/**
 * What people write who know other languages, or mathematics: none of it is of the rule language, and each gets one
 * message that says what is. Texts in quotes and comments are passed over.
 */
final class Habits {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"");

    private static final Pattern LONE_WORD = Pattern.compile("^[ \\t]*([A-Za-z]+)[ \\t;:]*$", Pattern.MULTILINE);
    private static final List<String> KEYWORDS = List.of("when", "then", "end");

    private static final List<Habit> ALL = List.of(
            new Habit("^[ \\t]*(#)", "a comment begins with //"),
            new Habit("(\\|\\|)", "write or, and put the alternatives in brackets: ( Patient( … ) or Patient( … ) )"),
            new Habit("(&&)", "write a comma between questions to one fact, and conditions below each other"),
            new Habit("([≥⩾])", "write >= and not $1"),
            new Habit("([≤⩽])", "write <= and not $1"),
            new Habit("(≠|!=)", "there is no \"not equal\"; name what the value may be, with == and or"),
            new Habit(
                    "\\b(\\w+)\\s+between\\s+([0-9.]+)\\s+and\\s+([0-9.]+)",
                    "between is not of the rule language; write $1 >= $2, $1 <= $3"),
            new Habit(
                    "(?<![\\w.])[0-9.]+\\s*(?:<=?)\\s*(\\w+)\\s*(?:<=?)\\s*[0-9.]+",
                    "compare once on each side: $1 >= …, $1 <= …"),
            new Habit(
                    "[A-Z]\\w*\\(\\s*(?:[^()\\n]*,\\s*)?\\w+\\(\\s*\"[^\"\\n]*\"\\s*(or|and)\\s+\"",
                    "a question takes one text; to ask for several, write a condition for each, and alternatives in brackets:"
                            + " ( Patient( … ) or Patient( … ) )"),
            new Habit(
                    "[A-Z]\\w*\\(\\s*(?:[^()\\n]*,\\s*)?(not)\\s+\\w+",
                    "not stands only before a finding; ask here for what is known to be otherwise, for example hasNot,"
                            + " takesNo or excluded, because what is not known is not absent"));

    private Habits() {}

    private record Habit(Pattern pattern, String advice) {

        Habit(String pattern, String advice) {
            this(Pattern.compile(pattern, Pattern.MULTILINE), advice);
        }
    }

    /** Reports each of them where it stands, and says whether there is any. */
    static boolean report(RuleText text) {
        String code = text.code();
        Matcher quoted = QUOTED.matcher(code);
        while (quoted.find()) {
            if (quoted.end() < code.length() && Character.isLetter(code.charAt(quoted.end()))) {
                text.fail(
                        quoted.end() - 1,
                        LintCode.SYNTAX,
                        "the text ends here, at the second \"; inside a text there are no double quotes, so take them out");
                return true;
            }
        }
        String bare = QUOTED.matcher(code)
                .replaceAll(match -> "\"" + " ".repeat(match.group().length() - 2) + "\"");
        boolean found = misspeltKeyword(text, bare);
        for (Habit habit : ALL) {
            Matcher matcher = habit.pattern.matcher(bare);
            while (matcher.find()) {
                found = true;
                text.fail(matcher.start(1), LintCode.SYNTAX, advice(habit.advice, matcher));
            }
        }
        if (!found && text.hasLine("when") && !text.hasLine("then") && text.hasLine("end")) {
            text.fail(text.find("end"), LintCode.SYNTAX, "write then in a line of its own before the sentence");
            return true;
        }
        return found;
    }

    /** A word that stands alone in its line, and is nearly one of those that do. */
    private static boolean misspeltKeyword(RuleText text, String bare) {
        boolean found = false;
        Matcher word = LONE_WORD.matcher(bare);
        while (word.find()) {
            String written = word.group(1);
            Optional<String> meant = Suggestion.nearest(written.toLowerCase(Locale.ROOT), KEYWORDS);
            if (meant.isPresent() && !KEYWORDS.contains(written)) {
                found = true;
                text.fail(
                        word.start(1),
                        LintCode.SYNTAX,
                        written + " is no word of the rule language; did you mean " + meant.get() + "?");
            }
        }
        return found;
    }

    private static String advice(String advice, Matcher matcher) {
        String said = advice;
        for (int group = 1; group <= matcher.groupCount(); group++) {
            said = said.replace("$" + group, matcher.group(group));
        }
        return said;
    }
}
