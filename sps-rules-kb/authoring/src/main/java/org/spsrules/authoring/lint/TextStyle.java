package org.spsrules.authoring.lint;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.internal.rule.Sentence;

/** What a rule tells people are whole sentences, and not too many of them. */
final class TextStyle implements Check {

    private static final int LONGEST = 300;

    /** How to do it may be a list of steps. */
    private static final int LONGEST_HOW = 400;

    private static final Pattern SENTENCES = Pattern.compile("[\\p{Lu}\\p{N}].*[.!?]");

    @Override
    public void run(Subject subject, Diagnostics diagnostics) {
        subject.rules()
                .forEach(rule ->
                        texts(rule.rule().then()).forEach((part, text) -> check(rule, part, text, diagnostics)));
    }

    private static Map<Part, String> texts(Sentence then) {
        Map<Part, String> texts = new EnumMap<>(Part.class);
        then.because().ifPresent(text -> texts.put(Part.BECAUSE, text));
        then.dose().ifPresent(text -> texts.put(Part.DOSE, text));
        then.how().ifPresent(text -> texts.put(Part.HOW, text));
        then.forPatient().ifPresent(text -> texts.put(Part.FOR_PATIENT, text));
        return texts;
    }

    private static void check(ParsedRule rule, Part part, String text, Diagnostics diagnostics) {
        if (!SENTENCES.matcher(text).matches()) {
            diagnostics.add(
                    rule.places().of(part),
                    LintCode.TEXT_STYLE,
                    "a text consists of sentences: a capital first, a full stop last");
        } else if (text.contains("  ")) {
            diagnostics.add(rule.places().of(part), LintCode.TEXT_STYLE, "the text holds double spaces");
        }
        int longest = part == Part.HOW ? LONGEST_HOW : LONGEST;
        if (text.length() > longest) {
            diagnostics.add(
                    rule.places().of(part),
                    LintCode.LONG_TEXT,
                    "the text has " + text.length() + " characters; it may have " + longest);
        }
    }
}
