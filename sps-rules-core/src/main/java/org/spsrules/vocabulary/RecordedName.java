package org.spsrules.vocabulary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record calls a condition, a symptom or a test, without what changes nothing of what it means: {@code CHF (congestive
 * heart failure)}, {@code Severe Hypothyroidism.}, {@code GAD65 Ab Assay Serum (RIA)}. What remains has to be a name as it
 * stands; so words of denial, of doubt, of the past or of relatives, which are never left out, keep it from being one.
 */
final class RecordedName {

    /** Longer than any name. */
    private static final int LONGEST = 200;

    private static final Pattern END = Pattern.compile("[.,;:\\s]+$");
    private static final Pattern SHORT_FORM =
            Pattern.compile("(?<short>[\\p{L}0-9-]{2,6})\\s*\\((?<long>[^()]{5,})\\)");
    private static final Pattern ASIDE =
            Pattern.compile("(?<long>[^()]{5,}?)\\s*\\((?<short>[\\p{L}0-9-]{2,6})\\)(?<rest>[^()]*)");
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:cave:|unspecified|mild|moderate|severe|chronic|acute exacerbation of|recurrent|generali[sz]ed)\\s+");
    private static final Pattern BEHIND = Pattern.compile(
            "(?:,?\\s+(?:unspecified|nos|uncomplicated|without complications?|"
                    + "(?:un|well[- ])?controlled|single episode|recurrent|mild|moderate|severe|stage [0-9][ab]?|exacerbation|assay|serum|"
                    + "ser(?:-acnc)?|\\((?:ria|elisa|serum and csf|e?gfr [^()]*|[mnu\u00b5k]?i?u/ml|[mnp]mol/l|global/nyha)\\)))$");
    private static final Pattern ANTIBODY = Pattern.compile("\\b(?:ab|antibodies)\\b");
    private static final Pattern NO_CAPITAL = Pattern.compile("[^\\p{Lu}0-9]");
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}+");
    private static final int FEWEST_INITIALS = 2;

    /** What stands before or behind a name and denies it, doubts it, or says that it is somebody else's or over. */
    private static final Set<String> NO_SHORT_FORM = Set.of(
            "no", "not", "nil", "neg", "none", "never", "ro", "poss", "prob", "dd", "ddx", "fh", "fhx", "fam", "hx",
            "ho", "pmh", "past", "prior", "old", "so", "sp");

    private RecordedName() {}

    /** The names that it may have in a vocabulary, the nearest to what is written first. */
    static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (text.length() > LONGEST) {
            return names;
        }
        String name = END.matcher(text).replaceFirst("").strip();
        names.add(name);
        spelledOut(name).ifPresent(names::add);
        List.copyOf(names).forEach(known -> without(BEHIND, known.toLowerCase(Locale.ROOT), names));
        List.copyOf(names).forEach(known -> without(BEFORE, known.toLowerCase(Locale.ROOT), names));
        return names;
    }

    /** Adds what remains of a name whenever one more of these words is left out. */
    private static void without(Pattern words, String name, Set<String> names) {
        String bare = name;
        String before;
        do {
            names.add(bare);
            names.add(ANTIBODY.matcher(bare).replaceFirst("antibody"));
            before = bare;
            bare = words.matcher(bare).replaceFirst("");
        } while (!bare.equals(before));
    }

    /** The name in full, if it stands there with its short form. */
    private static Optional<String> spelledOut(String name) {
        Matcher first = SHORT_FORM.matcher(name);
        if (first.matches()) {
            return isShortFor(first.group("short"), first.group("long"))
                    ? Optional.of(first.group("long"))
                    : Optional.empty();
        }
        Matcher later = ASIDE.matcher(name);
        return later.matches() && isShortFor(later.group("short"), later.group("long"))
                ? Optional.of(later.group("long") + later.group("rest"))
                : Optional.empty();
    }

    /**
     * Whether a short form is made of the first letters of the words of a name, or of some of them and letters from within:
     * {@code FH (diabetes)} is not, and {@code neuropathy (no)} denies it.
     */
    private static boolean isShortFor(String shortForm, String name) {
        String letters = NO_CAPITAL.matcher(shortForm).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.length() < FEWEST_INITIALS || NO_SHORT_FORM.contains(shortForm.toLowerCase(Locale.ROOT))) {
            return false;
        }
        String whole = name.toLowerCase(Locale.ROOT);
        int initials = 0;
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            int initial = initial(whole, letters.charAt(i), at + 1);
            if (initial >= 0) {
                initials++;
                at = initial;
            } else {
                at = whole.indexOf(letters.charAt(i), at + 1);
            }
            if (at < 0 || i == 0 && at > 0) {
                return false;
            }
        }
        return initials >= FEWEST_INITIALS || ONE_WORD.matcher(whole).matches();
    }

    /** Where the next word begins with a character; negative if none does. */
    private static int initial(String name, char character, int from) {
        for (int i = name.indexOf(character, from); i >= 0; i = name.indexOf(character, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(name.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }
}
