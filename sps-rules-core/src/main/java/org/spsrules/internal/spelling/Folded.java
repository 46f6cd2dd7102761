package org.spsrules.internal.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: without case of letters, accents, trade marks, and the choice between hyphen and blank. */
public final class Folded {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final String MARKS = "\u00ae\u2122\u00a9";
    private static final String DASHES = "-\u2010\u2011\u2012\u2013";
    private static final int LAST_OF_ASCII = 0x7f;

    private Folded() {}

    /** The form of a name in which it is compared. */
    public static String of(String name) {
        String letters = isPlain(name)
                ? name
                : ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll("");
        return closed(letters.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Without marks, and with one blank for each gap. */
    private static String closed(String letters) {
        StringBuilder closed = new StringBuilder(letters.length());
        boolean gap = false;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || DASHES.indexOf(letter) >= 0) {
                gap = closed.length() > 0;
            } else if (MARKS.indexOf(letter) < 0) {
                if (gap) {
                    closed.append(' ');
                    gap = false;
                }
                closed.append(letter);
            }
        }
        return closed.toString();
    }
}
