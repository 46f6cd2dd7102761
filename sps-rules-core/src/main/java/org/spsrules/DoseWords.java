package org.spsrules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of prescriptions in English, German, Spanish, French, Italian and Latin, and what each is in a dose. */
final class DoseWords {

    /**
     * A word of a dose.
     *
     * @param kind what it is; the letters are those of {@link #LEXICON}, and N is a number
     * @param value the number, or how often a day
     */
    record Word(char kind, BigDecimal value) {}

    /**
     * One line each: the letter, a value where the kind has one, and the words. U milligrams in the unit; K per kilogram; D every
     * day; T times a day; M a moment of the day; X times; E every; H hours; Y days; C a course; O over that time; F for that
     * time; P only as needed; R not every day; W at most; S to, between two numbers; A and; Q that is; V divided; Z a piece; B of, after a piece;
     * a slash is itself; a blank says nothing of how much.
     */
    private static final String LEXICON = """
            U 1: mg; mgs; milligram; milligrams; milligramm; miligramos
            U 1000: g; gm; gram; grams; gramm; gramo; gramos
            U 0.001: mcg; ug; µg; microgram; micrograms; mikrogramm; microgramos
            K: /kg; per kg; pro kg; /kg body weight; /kg bw; /kgbw
            D: daily; d; day; a day; per day; each day; every day; per diem; tag; täglich; taeglich; tgl; tgl.; pro tag; am tag; día; dia
            D: al día; al dia; por día; por dia; diario; diaria; diarios; cada día; cada dia; jour; par jour; giorno; al giorno; die
            D: per die; al dì; a die; daily dose; total daily dose; daily dose of
            D: total daily dose of; tdd; tagesdosis
            T 1: qd; q.d.; od; o.d.; once daily; once a day; once per day; einmal täglich; una vez al día; une fois par jour
            T 1: una volta al giorno
            T 2: bid; b.i.d.; b.i.d; bd; b.d.; bds; twice daily; twice a day; twice per day; twice; two times a day; zweimal täglich
            T 2: dos veces al día; deux fois par jour; due volte al giorno
            T 3: tid; t.i.d.; t.i.d; tds; t.d.s.; three times daily; three times a day; three times per day; thrice daily
            T 3: dreimal täglich; tres veces al día; trois fois par jour; tre volte al giorno; three times
            T 4: qid; q.i.d.; q.i.d; qds; q.d.s.; four times daily; four times a day; four times per day; viermal täglich
            T 4: cuatro veces al día; quatre fois par jour; quattro volte al giorno; four times
            M: at night; nightly; at bedtime; bedtime; before bed; before sleep; hs; h.s.; qhs; nocte; night; every night; in the evening
            M: evening; every evening; in the morning; morning; every morning; mane; am; a.m.; pm; p.m.; qam; q am; qpm; q pm; at noon
            M: noon; midday; morgens; mittags; abends; nachts; zur nacht; por la noche; por la mañana; a mediodía; noche; mañana
            M: q.a.m.; q. a.m.; q.p.m.; q. p.m.; q.h.s.; q. h.s.; with lunch; after lunch; with dinner; after dinner; with supper
            M: after supper
            M: each night; each morning; each evening; every evening at bedtime; every night at bedtime; nightly at bedtime
            M: le soir; soir; le matin; matin; à midi; midi; au coucher; la sera; sera; al mattino; mattino; in the afternoon; afternoon
            X: x; ×; *; time; times; mal; veces; fois; volte
            E: q; q.; every; each; alle; cada; c/; toutes les; ogni
            H: h; h.; hr; hrs; hour; hours; hourly; -hourly; horas; stunden; std; std.; heures; ore
            Y: days; tage; tagen; días; dias; jours; giorni; consecutive days; day course
            C: /course; per course; /cycle; per cycle; /month; per month; a month; monthly; every month; every 4 weeks; every four weeks
            C: q4w; q 4 weeks; every 3 weeks; every 6 weeks; in total
            O: over; divided over; in divided doses over; given over; über; en
            F: for; für; durante; por; pendant; per
            P: prn; p.r.n.; p.r.n; as needed; when needed; if needed; as required; when required; if required; sos; s.o.s.; bei bedarf
            P: b.bed.; si precisa; a demanda; si es necesario; si besoin; au besoin; al bisogno; se necessario; pro re nata
            W: up to; max; max.; maximum; maximum of; a maximum of; at most; not more than; no more than; bis zu; höchstens; maximal; hasta
            W: máximo; máx.; jusqu'à; fino a; massimo; ≤; <=
            S: -; \u2010; \u2011; \u2013; \u2014; to; bis; or
            A: and; und; y; et; e; plus; +; &; ,; ;; then
            Q: =; (; total; total of; i.e.; :
            V: divided; split; in divided doses; divided doses; doses; dose; dosen; einzeldosen; tomas; prises; in; auf; as
            N 1: one
            N 2: two
            N 3: three
            N 4: four
            N 5: five
            N 6: six
            N 8: eight
            N 10: ten
            N 12: twelve
            N 0.5: half; ½; 1/2
            R: once; stat; weekly; per week; a week; /week; once weekly; once a week; twice weekly; twice a week; qod; q.o.d.; every other day
            R: monday; tuesday; wednesday; thursday; friday; saturday; sunday; min; mins; minutes
            R: alternate days; on alternate days; every second day; jeden zweiten tag; wöchentlich; pro woche; por semana; every week
            Z: tablet; tablets; tab; tabs; tab.; capsule; capsules; cap; caps; tbl; tbl.; tabl.; tablette; tabletten; kapsel; kapseln
            Z: comprimido; comprimidos; comp; comprimé; comprimés; cp; compressa; compresse; cpr; cpr.
            B: of; à
             : ); .; po; p.o.; p. o.; per os; oral; orally; by mouth; peroral; vo; v.o.; iv; i.v.; im; i.m.; sc; s.c.; intrathecal
             : intrathecally; intravenously; intravenous; approx; approx.; approximately; about; circa; ca.; ca; ~; with meals; with food
             : before meals; after meals; with breakfast; after food; with milk; with water; take; takes; taking; given; i.th.
            """;

    private static final String DIGITS = "[0-9]{1,9}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6}";
    private static final Map<String, Word> WORDS = lexicon();
    private static final Pattern NEXT = Pattern.compile("(?:"
            + WORDS.keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(DoseWords::whole)
                    .collect(Collectors.joining("|"))
            + ")|(" + DIGITS + ")|/");
    private static final Pattern SAYS_NOTHING = Pattern.compile("\\{[^{}]*}|[\\s\u00a0\u202f]+");
    private static final Word SLASH = new Word('/', BigDecimal.ONE);

    /** How prescriptions of the United States say it, {@code 1 tablet (10 mg total)}: what stands in brackets is the dose. */
    private static final Pattern IN_TOTAL =
            Pattern.compile("[0-9][0-9.,/-]* (?:tablet|tab|capsule|cap)s? \\(([0-9][0-9.,-]* ?(?:mg|mcg|g)) total\\)");

    /** A number that is said twice, {@code every 4 (four) hours}. */
    private static final Pattern SAID_AGAIN =
            Pattern.compile("(?<=[0-9] )\\((?:one|two|three|four|six|eight|ten|twelve)\\) ");

    /** In the United Kingdom every night; a word with other meanings where anything follows. */
    private static final Pattern ON = Pattern.compile("(?<=[0-9] ?(?:mg|mcg|g)) on$");

    private DoseWords() {}

    private static Map<String, Word> lexicon() {
        Map<String, Word> words = new HashMap<>();
        for (String line : LEXICON.lines().toList()) {
            String[] sides = line.split(":\\s", 2);
            String value = sides[0].substring(1).strip();
            for (String word : sides[1].split(";\\s*(?!;)")) {
                words.put(word, new Word(line.charAt(0), value.isEmpty() ? BigDecimal.ONE : new BigDecimal(value)));
            }
        }
        return words;
    }

    /** The word, if no letter goes before or after it. */
    private static String whole(String word) {
        String before = Character.isLetter(word.charAt(0)) ? "(?<!\\p{L})" : "";
        String after = Character.isLetter(word.charAt(word.length() - 1)) ? "(?!\\p{L})" : "";
        return before + Pattern.quote(word) + after;
    }

    /** The words of a text; empty if there is one that no dose has. */
    static Optional<List<Word>> of(String text) {
        String words = SAYS_NOTHING
                .matcher(text.toLowerCase(Locale.ROOT)
                        .replace('\u03bc', '\u00b5')
                        .replaceAll("(?<=[0-9])['\u2019](?=[0-9]{3})", ""))
                .replaceAll(" ")
                .replaceAll(" ?/ ?", "/")
                .strip();
        words = IN_TOTAL.matcher(words).replaceAll("$1");
        words = SAID_AGAIN.matcher(words).replaceAll("");
        words = ON.matcher(words).replaceFirst(" nocte");
        List<Word> found = new ArrayList<>();
        Matcher next = NEXT.matcher(words);
        int at = 0;
        while (at < words.length()) {
            if (words.charAt(at) == ' ') {
                at++;
            } else if (next.find(at) && next.start() == at) {
                Word word = word(next);
                if (word.kind() != ' ') {
                    found.add(word);
                }
                at = next.end();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static Word word(Matcher next) {
        if (next.group(1) != null) {
            return new Word('N', number(next.group(1)));
        }
        return WORDS.getOrDefault(next.group(), SLASH);
    }

    private static BigDecimal number(String digits) {
        String plain = digits.replace(',', '.');
        return new BigDecimal(plain.startsWith(".") ? "0" + plain : plain);
    }
}
