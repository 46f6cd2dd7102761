package org.spsrules.workbench;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The characters that may be used. Neither alphabet lets through characters that act on a terminal instead of being
 * shown, wherever they come from.
 */
enum TerminalCharset {
    UNICODE {
        @Override
        String spell(String text) {
            return shown(text);
        }
    },
    ASCII {
        @Override
        String spell(String text) {
            String letters =
                    Normalizer.normalize(shown(text), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
            StringBuilder spelt = new StringBuilder();
            letters.replace("μg", "mcg")
                    .codePoints()
                    .mapToObj(character ->
                            character < 0x80 ? Character.toString(character) : SPELLINGS.getOrDefault(character, "?"))
                    .forEach(spelt::append);
            return spelt.toString();
        }
    };

    private static final Map<Integer, String> SPELLINGS = Map.ofEntries(
            spelling("α", "alpha"),
            spelling("β", "beta"),
            spelling("γ", "gamma"),
            spelling("δ", "delta"),
            spelling("μ", "u"),
            spelling("ρ", "rho"),
            spelling("°", "deg "),
            spelling("±", "+/-"),
            spelling("×", "x"),
            spelling("⁄", "/"),
            spelling("≤", "<="),
            spelling("≥", ">="),
            spelling("→", "->"),
            spelling("‐", "-"),
            spelling("‑", "-"),
            spelling("–", "-"),
            spelling("—", "-"),
            spelling("−", "-"),
            spelling("‘", "'"),
            spelling("’", "'"),
            spelling("“", "\""),
            spelling("”", "\""),
            spelling("„", "\""),
            spelling("«", "\""),
            spelling("»", "\""),
            spelling("•", "*"),
            spelling("·", "*"),
            spelling("ß", "ss"),
            spelling("æ", "ae"),
            spelling("œ", "oe"),
            spelling("ø", "o"),
            spelling("Ø", "O"),
            spelling("ł", "l"),
            spelling("Ł", "L"),
            spelling("đ", "d"),
            spelling("ı", "i"));

    private static final int UNSHOWN = 0xFFFD;

    private static Map.Entry<Integer, String> spelling(String character, String ascii) {
        return Map.entry(character.codePointAt(0), ascii);
    }

    /** The alphabet for an output in this character set. */
    static TerminalCharset of(String charset) {
        return charset.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8") ? UNICODE : ASCII;
    }

    /** The text in this alphabet. */
    abstract String spell(String text);

    private static String shown(String text) {
        return text.codePoints()
                .map(TerminalCharset::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int shown(int character) {
        if (Character.isWhitespace(character)) {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> UNSHOWN;
            default -> character;
        };
    }
}
