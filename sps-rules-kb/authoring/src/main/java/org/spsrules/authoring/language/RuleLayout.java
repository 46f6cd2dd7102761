package org.spsrules.authoring.language;

import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;

/**
 * The one layout of rule files. It follows from the words of a rule, and from whether a comment stands beside a word or on
 * lines of its own; the author's other line breaks and blanks do not matter.
 */
public final class RuleLayout {

    private static final int WIDTH = 120;

    private RuleLayout() {}

    /**
     * The text of a rule file in the layout, or nothing if it cannot be understood; why is in the diagnostics.
     *
     * @param file path of the file, for messages
     */
    public static Optional<String> of(String file, String text, Diagnostics diagnostics) {
        if (!RuleFileReader.isOverATable(text)) {
            return RuleParser.parse(file, file, text, Optional.empty(), diagnostics)
                    .map(RuleLayout::of);
        }
        try {
            return Optional.of(print(text));
        } catch (NotUnderstoodException e) {
            new RuleText(file, text, Optional.empty(), diagnostics).fail(e);
            return Optional.empty();
        }
    }

    /** The text of a rule that could be read, in the layout. */
    public static String of(ParsedRule rule) {
        try {
            return print(rule.text());
        } catch (NotUnderstoodException e) {
            throw new IllegalStateException("a rule that could be read", e);
        }
    }

    private static String print(String text) throws NotUnderstoodException {
        return DocumentPrinter.print(RuleDocument.read(text), WIDTH);
    }
}
