package org.spsrules.authoring.row;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables in the texts of a rule: {@code "It is given before $therapy."} */
public final class Placeholders {

    private static final Pattern FORM = Pattern.compile("\\$[a-zA-Z]\\w*");

    private Placeholders() {}

    /** The names of the variables that a text holds, as often as it holds them. */
    public static List<String> in(String text) {
        return FORM.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text with something else in place of each variable. */
    static String replaced(String text, UnaryOperator<String> value) {
        return FORM.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group())));
    }
}
