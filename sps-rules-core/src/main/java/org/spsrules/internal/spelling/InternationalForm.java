package org.spsrules.internal.spelling;

import java.util.regex.Pattern;

/**
 * The form that the nonproprietary name of a drug has in common in several languages: {@code azathioprine}, {@code Azathioprin},
 * {@code azatioprina}. The recommended names differ between languages by their endings and by a few letters, and in nothing
 * else.
 */
public final class InternationalForm {

    private static final int SHORTEST = 6;
    private static final Pattern ONE_WORD = Pattern.compile("[a-z]+");
    private static final Pattern TWICE = Pattern.compile("([a-z])\\1");
    private static final Pattern ENDING = Pattern.compile("[aeo]$");

    private InternationalForm() {}

    /** Whether a name has such a form: it is one word of Latin letters that is long enough. */
    public static boolean has(String name) {
        String word = Folded.of(name);
        return word.length() >= SHORTEST && ONE_WORD.matcher(word).matches();
    }

    /** The form of a name. */
    public static String of(String name) {
        String letters = Folded.of(name)
                .replace("ph", "f")
                .replace("th", "t")
                .replace('y', 'i')
                .replace('k', 'c')
                .replace("ae", "e")
                .replace("oe", "e");
        return ENDING.matcher(TWICE.matcher(letters).replaceAll("$1")).replaceFirst("");
    }
}
