package org.spsrules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which prescriptions in English, German, Spanish, French, Italian and Latin say how often a drug is taken. */
final class DoseWords {

    /** A day: what follows a slash, or stands for "every day". */
    static final String DAY = alternatives("""
            d; day; days; 24h; 24 h; 24.h; (24.h); 24 hours; 24 hr; 24 hrs; tag; día; dia; jour; j; giorno; die""");

    /** Every day, as one word or several. */
    static final String DAILY = alternatives("""
            daily; a day; per day; each day; every day; per diem; täglich; taeglich; tgl; tgl.; pro tag; am tag; al día; al dia
            por día; por dia; diario; diaria; diarios; cada día; cada dia; par jour; al giorno; per die; al dì; a die""");

    /** Only when it is needed. */
    static final Pattern AS_NEEDED = word(alternatives("""
            prn; p.r.n.; p.r.n; as needed; when needed; if needed; as required; when required; if required; sos; s.o.s.
            bei bedarf; b. bed.; b.bed.; i. b.; b. b.; si precisa; a demanda; si es necesario; si besoin; au besoin
            al bisogno; se necessario; pro re nata"""));

    /** At most. */
    static final Pattern AT_MOST = word(alternatives("""
            up to; max; max.; maximum; maximum of; at most; not more than; bis zu; bis; höchstens; maximal; hasta; máximo; máx.
            jusqu'à; fino a; massimo; ≤; <="""));

    /** What says nothing of how much is taken. */
    static final Pattern FILLING = word(alternatives("""
            po; p.o.; per os; oral; orally; by mouth; tablet; tablets; tab; tabs; tab.; capsule; capsules; cap; caps; tbl; tbl.
            tablette; tabletten; kapsel; comprimido; comprimidos; comp; comprimé; comprimés; cp; compressa; compresse; cpr; i.v.
            iv; intrathecal; intrathecally; intravenously; approx; approx.; approximately; about; circa; ca.; ca; ~; with meals
            with food; after meals; with water; total; in total; im; sc; s.c.; of; à; vo; v.o.; v.o; peroral; p. o."""));

    private static final String MOMENT = alternatives("""
            at night; nightly; at bedtime; bedtime; before bed; hs; h.s.; qhs; nocte; on; noct; night; in the evening; evening
            in the morning; every morning; every night; every evening; morning; mane; om; am; a.m.; pm; p.m.; qam; q am; qpm; q pm
            at noon; noon; midday; morgens; mittags; abends; zur nacht; nachts; z.n.; por la noche; por la mañana; a mediodía
            noche; mañana; le soir; le matin; à midi; au coucher; la sera; al mattino; la mattina; before sleep""");

    private static final Map<String, Integer> TIMES = times("""
            1: qd, q.d., od, o.d., once daily, once a day, once per day, once each day, daily, every day, each day, 1x, einmal täglich
            1: einmal tgl., täglich, tgl., tgl, una vez al día, una vez al dia, une fois par jour, una volta al giorno, q24h, diario
            2: bid, b.i.d., b.i.d, bd, b.d., twice daily, twice a day, twice per day, two times a day, two times daily, zweimal täglich
            2: dos veces al día, dos veces al dia, deux fois par jour, due volte al giorno
            3: tid, t.i.d., t.i.d, tds, t.d.s., ter die sumendum, three times daily, three times a day, three times per day
            3: thrice daily, thrice a day, dreimal täglich, tres veces al día, tres veces al dia, trois fois par jour
            3: tre volte al giorno
            4: qid, q.i.d., q.i.d, qds, q.d.s., four times daily, four times a day, four times per day, viermal täglich
            4: cuatro veces al día, cuatro veces al dia, quatre fois par jour, quattro volte al giorno
            5: five times daily, five times a day""");

    private static final Pattern HOURS = Pattern.compile("(?:q\\.?|every|c/|cada|alle|toutes les|ogni)\\s*(2|3|4|6|8|12|24)\\s*"
            + "(?:h|hs|hr|hrs|hourly|hours?|horas?|stunden|std\\.?|heures?|ore)\\.?");
    private static final Pattern NUMBERED = Pattern.compile("(?:x\\s*)?([1-9])\\s*(?:x|×|\\*|times|mal|veces|fois|volte|-times)?\\s*"
            + "(?:/\\s*" + DAY + "|" + DAILY + ")?");
    private static final Pattern IS_NUMBERED = Pattern.compile("(?:x\\s*[1-9].*|[1-9]\\s*(?:x|×|\\*|times|mal|veces|fois|volte).*)");
    private static final Pattern MOMENTS =
            Pattern.compile("(?:" + MOMENT + ")(?:(?:\\s*(?:,|and|und|y|et|e|\\+|&)\\s*)(?:" + MOMENT + "))*");
    private static final Pattern ONE_MOMENT = Pattern.compile("(?<![a-z])(?:" + MOMENT + ")(?![a-z])");
    private static final int HOURS_A_DAY = 24;

    private DoseWords() {}

    private static String alternatives(String words) {
        return List.of(words.strip().split("\\s*[;\\n]\\s*")).stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![\\p{L}0-9.])" + alternatives + "(?![\\p{L}0-9])");
    }

    private static Map<String, Integer> times(String lines) {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (String line : lines.strip().split("\\n")) {
            String[] sides = line.split(":\\s*", 2);
            for (String word : sides[1].split(",\\s*")) {
                times.put(word, Integer.valueOf(sides[0]));
            }
        }
        return times;
    }

    /** How many times a day these words mean; null if they mean no number of times. */
    static @Nullable Integer timesADay(String words) {
        Integer times = TIMES.get(words);
        if (times != null) {
            return times;
        }
        Matcher hours = HOURS.matcher(words);
        if (hours.matches()) {
            return HOURS_A_DAY / Integer.parseInt(hours.group(1));
        }
        Matcher numbered = NUMBERED.matcher(words);
        if (IS_NUMBERED.matcher(words).matches() && numbered.matches()) {
            return Integer.valueOf(numbered.group(1));
        }
        return moments(words);
    }

    /** A frequency, and then "daily" or a moment of the day that adds nothing. */
    private static @Nullable Integer moments(String words) {
        if (MOMENTS.matcher(words).matches()) {
            List<String> moments = new ArrayList<>();
            ONE_MOMENT.matcher(words).results().forEach(moment -> moments.add(moment.group()));
            return moments.size();
        }
        for (Map.Entry<String, Integer> frequency : TIMES.entrySet()) {
            if (words.startsWith(frequency.getKey() + " ")) {
                String rest = words.substring(frequency.getKey().length()).strip();
                boolean addsNothing = rest.matches(DAILY)
                        || frequency.getValue() == 1 && Integer.valueOf(1).equals(moments(rest));
                if (addsNothing) {
                    return frequency.getValue();
                }
            }
        }
        return null;
    }
}
