package org.spsrules.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a product, taken apart: {@code 12 HR Oxycodone Hydrochloride 160 MG Extended Release Oral Tablet}, {@code LIORESAL
 * 10 mg/20 ml, solution injectable pour perfusion par voie intrathécale}, {@code Lamictal (Lamotrigine) 200mg}.
 *
 * @param ingredients the names of its ingredients as they stand there, with their salts
 * @param behind what stands behind a strength and has none, and may be one more ingredient or a form
 * @param brand the name in brackets or behind a colon, which may be a brand or the ingredient of one
 * @param route how it is given, as far as its form says so; empty if it does not
 * @param local whether it is put on the skin, into the eye and the like, and does not act as the ingredient does
 */
record ProductName(
        List<String> ingredients, List<String> behind, Optional<String> brand, Optional<String> route, boolean local) {

    /** Longer than any name, and as long as a text of a case may be; what is longer would take time by the square. */
    private static final int LONGEST = 1_000;

    private static final Pattern GAPS = Pattern.compile("[\\s_\u00ae\u2122]+");
    private static final Pattern BRAND = Pattern.compile("\\s*\\[([^\\]]*)\\]\\s*$");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\((?:also known as )?([^()]*)\\)");
    private static final Pattern AFTER_COLON = Pattern.compile(":\\s*(\\S.*)$");
    private static final Pattern QUANTITY = Pattern.compile(
            "^(?:[0-9]{1,2}[.)]\\s+|contains\\s+|injection,\\s+|[0-9][0-9.]*\\s*(?:hr|ml|actuat|mg|day|h|unt doses)\\s+|"
                    + "abuse[- ]deterrent\\s+|osmotic\\s+|once[- ]daily\\s+|(?:ab|bx) rating\\s+|[0-9]+/[0-9]+ release\\s+)+");
    private static final Pattern STRENGTH = Pattern.compile(
            "^(\\S.*?)[\\s,]+[0-9][0-9.,/]*\\s*"
                    + "(?:mg|mcg|ug|\u00b5g|microgram(?:me)?s?|g|unt|units?|iu|meq|mmol|ml|%)(?:/(?:[0-9.]+\\s*)?[a-z]+)*(?![a-z0-9])(.*)$");

    /** Between two ingredients; a stroke without gaps only between words, because units have one too. */
    private static final Pattern BETWEEN = Pattern.compile(" / |\\s[+&]\\s|(?<=\\p{L}{4})[/+&](?=\\p{L}{4})");

    /** Behind the strength of an ingredient, where a stroke may also be that of a unit, and a comma that before a form. */
    private static final Pattern BEHIND_STRENGTH = Pattern.compile(
            "(?<=[0-9]\\s?(?:mg|mcg|ug|\u00b5g|g|%))(?:\\s*[/+&,;]\\s*|\\s(?:and|plus|with)\\s)(?=\\p{L}{4})");

    /** The strengths of several ingredients without their names, {@code 5/325}, {@code 300 mg-30 mg}. */
    private static final Pattern STRENGTHS = Pattern.compile(
            "(?<![\\p{L}0-9.,-])\\(?[0-9][0-9.,]*\\s*(?:mg|mcg|g)?(?:\\s*[/-]\\s*[0-9][0-9.,]*\\s*(?:mg|mcg|g)?)+\\)?"
                    + "(?=[\\s,]*$|[\\s,]+[0-9]+\\s*(?:s\\b|tab|cap)|[\\s,]+(?!ml|l\\b|hr?\\b|hours?|doses?|kg|unt|units?|iu|%|ug|\u00b5g|days?\\b)\\p{L})");

    /** What stands in their place, to be read as the strength of one. */
    private static final String ONE_STRENGTH = " 1 mg ";

    /** Ways to write several ingredients in one name, the clearest first. */
    static final List<Pattern> JOINTS = List.of(
            Pattern.compile("\\s*[/+&]\\s*"),
            Pattern.compile("\\s*[,;]\\s*"),
            Pattern.compile("\\s(?:and|plus|with|und|mit|et|avec|con)\\s"),
            Pattern.compile("(?<=\\p{L})-(?=\\p{L})"));

    /** What is put where it acts, and how it is made for that. */
    private static final String PLACES =
            "topical|cream|crm|creme|cr\u00e8me|ointment|oint|pommade|salbe|lotion|ophthalmic|eye|otic|"
                    + "ear|collyre|augentropfen|shampoo|vaginal|gel|foam|irrigation|dental|paste|soap|pad|inhalant|inhaler|inhalation";

    /** Esters that are made for the skin. */
    private static final String OF_THE_SKIN = "ac[e\u00e9]ponat\\w*|but[iy]rat\\w*|buteprat\\w*|probutat\\w*";

    /** What is put where it acts: by its form, by its ester, by what else is in it, or because it is measured by the gram of what holds it. */
    private static final Pattern LOCAL = Pattern.compile(
            "\\b(?:" + PLACES + "|acetic acid)\\b|\\b(?:" + OF_THE_SKIN + ")\\b|[0-9]\\s*(?:mg|mcg|ug|\u00b5g)/g\\b");

    /** The four letters without meaning that tell one maker's antibody from another's in the United States. */
    private static final Pattern SUFFIX = Pattern.compile("(?<=mab)-[a-z]{4}\\b");

    /** What Spain calls a generic: its name is that of the ingredient and of its maker. */
    private static final Pattern GENERIC = Pattern.compile("\\befg\\b");

    /** A name, and not what a dose is measured by behind a stroke, {@code micrograms/hour patch}. */
    private static final Pattern NAME_LIKE =
            Pattern.compile("(?!(?:hour|day|week|month|dose|tab|cap|actuat|spray|patch|vial|puff|drop|piece|unit|"
                    + "millilit|litre|liter|kilo|gram|stunde|tag|heure|jour)\\p{L}{0,8}\\b)\\p{L}[\\p{L} '-]{3,}");

    private static final Pattern LAST_WORD = Pattern.compile("(?<=\\S)\\s+\\S+$");

    /** The salt before the ingredient, in Spanish, Portuguese and French. */
    private static final Pattern SALT_OF = Pattern.compile(
            "^(?:acetato|ac\u00e9tate|clorhidrato|cloridrato|chlorhydrate|fosfato|phosphate|succinato|succinate|sulfato|sulfate|"
                    + "tartarato|bromhidrato|maleato|citrato|citrate) d(?:e |')");

    /** The kinds of insulin, alone and mixed; all of them are insulin. */
    private static final Pattern INSULIN =
            Pattern.compile("\\binsulin[ae]?(?:[\\s,&/-]+(?:and\\s)?(?:human[ae]?|hum|regular|nph|"
                    + "isophane|lispro|aspart[ae]?|asp|glargin[ae]?|detemir|degludec|glulisin[ae]?|protamine?|protam|prt|semi-syn|s-syn|recomb|"
                    + "zinc|u-?[0-9]{3}|conc)\\b)+");

    /** Makers whose name follows that of a drug, behind a hyphen too, {@code Diazepam-ratiopharm}. */
    private static final String MAKERS =
            "- 1 a pharma|1 ?a pharma|abz|aguettant|arrow|biogaran|ct|desitin|generiques|heumann|hexal|mepha|neuraxpharm|orifarm|"
                    + "ratiopharm|sandoz|stada|teva|viatris|zentiva";

    /** Forms, in English, French, German, Spanish and the abbreviations of the Drug Tariff, and makers. */
    private static final Pattern FORM = Pattern.compile(
            "(?:[\\s,]+(?:tablets?|tabs?|tabl?|tbl|capsules?|caps?|oral|nasal|injection|injectable|inj|i\\.[mv]\\.|powder|for|equivalent|to|"
                    + "solution|soln|suspension|susp|syrup|liquid|liq|drops|film|coated|extended|delayed|sustained|controlled|"
                    + "release|per|er|xr|sr|retard|prolonged|modified|orodisper|paediatric|[ems]/[cfr]|g/r|l\\.?p\\.?|"
                    + "comprim\u00e9s?|g\u00e9lules?|tabletten?|tablett|filmtabletten|hartkapseln?|kapseln?|tropfen|gtt|gotas|comprimidos?|"
                    + "tabletas?|c\u00e1psulas?|injeksi|injet\u00e1vel|de mofetilo?|lar|tts|td|sl|d-?trans|"
                    + "flexpen|penfill|kwikpen|"
                    + PLACES + "|" + MAKERS + ")|-(?:" + MAKERS + "))[.,]*$");

    private static final Map<String, Pattern> ROUTES = routes();

    private static Map<String, Pattern> routes() {
        Map<String, Pattern> routes = new LinkedHashMap<>();
        routes.put("intrathecal", Pattern.compile("\\bintrath[e\u00e9]ca"));
        routes.put("oral", Pattern.compile("\\b(?:oral|buvable)\\b"));
        routes.put("rectal", Pattern.compile("\\brectal"));
        routes.put("nasal", Pattern.compile("\\bnasal"));
        routes.put("sublingual", Pattern.compile("\\bsublingual"));
        routes.put(
                "injectable", Pattern.compile("\\b(?:inject\\w*|prefilled|infusion|perfusion|intravenous|syringe)\\b"));
        return routes;
    }

    private static final Set<String> SALTS = Set.of(
            "acetate",
            "besylate",
            "bitartrate",
            "bromide",
            "calcium",
            "carbonate",
            "chloride",
            "citrate",
            "decanoate",
            "dihydrate",
            "fumarate",
            "gluconate",
            "hcl",
            "hydrobromide",
            "hydrochloride",
            "lactate",
            "maleate",
            "mesylate",
            "mofetil",
            "na",
            "palmitate",
            "pamoate",
            "succ",
            "monohydrate",
            "nitrate",
            "oxalate",
            "phos",
            "phosphate",
            "potassium",
            "sod",
            "sodium",
            "succinate",
            "sulf",
            "sulfate",
            "sulphate",
            "tart",
            "tartrate",
            "trihydrate");

    /** What says of a drug that it is not taken, not now, or only perhaps; then its name is no name of what is taken. */
    private static final Pattern DENIAL = Pattern.compile(
            "\\?|\\b(?:no|not|never|none|avoid\\w*|declin\\w*|refus\\w*|allerg\\w*|anaphyla\\w*|hypersens\\w*|intoleran\\w*|contraindicat\\w*|stop\\w*|"
                    + "discontinu\\w*|fail\\w*|held|hold|withh\\w*|deny|denie[sd]|without|unavailable|past|previous\\w*|former\\w*|"
                    + "history|ended|suspend\\w*|planned|consider\\w*|kein\\w*|nicht|jamais|pas)\\b");

    /** The parts of a name; empty if it does not look like that of a product. */
    static Optional<ProductName> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = GAPS.matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        if (denies(lower)) {
            return Optional.empty();
        }
        Optional<String> called = inside(BRAND, lower).or(() -> inside(ASIDE, lower));
        String whole = BRAND.matcher(lower).replaceFirst("").strip();
        String named = INSULIN.matcher(
                        SALT_OF.matcher(SUFFIX.matcher(whole).replaceFirst("")).replaceFirst(""))
                .replaceFirst("insulin");
        Optional<String> after = inside(AFTER_COLON, named);
        String measured = QUANTITY.matcher(
                        AFTER_COLON.matcher(named).replaceFirst("").strip())
                .replaceFirst("");
        String rest = STRENGTHS
                .matcher(withoutSeveralAside(measured))
                .replaceAll(ONE_STRENGTH)
                .strip();
        List<String> ingredients = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        boolean generic = GENERIC.matcher(lower).find();
        boolean stated = !rest.isEmpty() && called.isPresent()
                || after.filter(name -> STRENGTH.matcher(name).matches()).isPresent();
        for (String part : BETWEEN.split(rest)) {
            String[] parts = BEHIND_STRENGTH.split(part.strip());
            Matcher strength = STRENGTH.matcher(parts[0]);
            stated |= strength.matches();
            String ingredient = withoutStrength(parts[0]);
            ingredients.add(generic ? LAST_WORD.matcher(ingredient).replaceFirst("") : ingredient);
            for (String further : Arrays.asList(parts).subList(1, parts.length)) {
                List<String> kind = STRENGTH.matcher(further).matches() ? ingredients : behind;
                kind.add(withoutStrength(further));
            }
        }
        boolean formed = !ingredients.contains(measured)
                || !measured.equals(named) && after.isEmpty()
                || isSalt(rest)
                || !named.equals(whole)
                || JOINTS.stream().anyMatch(joint -> joint.matcher(rest).find());
        return stated || formed
                ? Optional.of(new ProductName(
                        List.copyOf(ingredients),
                        List.copyOf(behind),
                        called.or(() -> after.map(ProductName::withoutStrength)),
                        route(lower),
                        isLocal(lower)))
                : Optional.empty();
    }

    /** Whether a text says that something is not taken, not now, or only perhaps. */
    static boolean denies(String text) {
        return DENIAL.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a text says that something is put where it acts, and so does not act as the drug does elsewhere. */
    static boolean isLocal(String text) {
        return LOCAL.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<String> inside(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** Without brackets that hold several ingredients, {@code Percocet (oxycodone/acetaminophen)}. */
    private static String withoutSeveralAside(String name) {
        return inside(ASIDE, name)
                        .filter(aside -> BETWEEN.matcher(aside).find())
                        .isPresent()
                ? ASIDE.matcher(name).replaceFirst("")
                : name;
    }

    /** The parts of what is written as one ingredient and may be several, for one way to write them. */
    static List<String> parts(String ingredient, Pattern joint) {
        return List.of(joint.split(ASIDE.matcher(ingredient).replaceAll("").strip()));
    }

    /** Whether it can be a name of what nobody here knows. */
    static boolean isNameLike(String part) {
        return NAME_LIKE.matcher(part).matches() && !isForm(part);
    }

    /** Whether it is only a form or a route, {@code oral}. */
    static boolean isForm(String part) {
        return FORM.matcher(" " + part).matches();
    }

    private static String withoutStrength(String name) {
        Matcher strength = STRENGTH.matcher(name);
        return withoutForm(strength.matches() ? strength.group(1) : name);
    }

    private static String withoutForm(String name) {
        String bare = name;
        Matcher form = FORM.matcher(bare);
        while (form.find()) {
            bare = bare.substring(0, form.start());
            form = FORM.matcher(bare);
        }
        return bare;
    }

    private static Optional<String> route(String name) {
        return ROUTES.entrySet().stream()
                .filter(route -> route.getValue().matcher(name).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * An ingredient by its route, by itself, and without its salt: what it may be called in the vocabulary. What stands in
     * brackets belongs to the names of some, and is left out at the end.
     */
    List<String> names(String ingredient) {
        List<String> names = namesOf(ingredient);
        String plain = withoutForm(ASIDE.matcher(ingredient).replaceAll("").strip());
        if (!plain.equals(ingredient)) {
            names.addAll(namesOf(plain));
        }
        return names;
    }

    private List<String> namesOf(String ingredient) {
        List<String> names = new ArrayList<>();
        String bare = ingredient;
        while (true) {
            String name = bare;
            route.ifPresent(way -> names.add(way + " " + name));
            names.add(name);
            if (!isSalt(bare)) {
                return names;
            }
            bare = bare.substring(0, bare.lastIndexOf(' '));
        }
    }

    private static boolean isSalt(String name) {
        int gap = name.lastIndexOf(' ');
        return gap > 0 && SALTS.contains(name.substring(gap + 1));
    }
}
