package org.spsrules.internal.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: without case of letters, accents, trade marks, and the choice between hyphen and blank. */
public final class Folded {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\-\\u2010-\\u2013]+");
    private static final Pattern MARKS = Pattern.compile("[\\u00ae\\u2122\\u00a9]");
    private static final int LAST_OF_ASCII = 0x7f;

    private Folded() {}

    /** The form of a name in which it is compared. */
    public static String of(String name) {
        boolean plain = name.chars().allMatch(character -> character <= LAST_OF_ASCII);
        String letters = plain
                ? name
                : ACCENTS.matcher(Normalizer.normalize(MARKS.matcher(name).replaceAll(""), Normalizer.Form.NFD))
                        .replaceAll("");
        return GAPS.matcher(letters.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
