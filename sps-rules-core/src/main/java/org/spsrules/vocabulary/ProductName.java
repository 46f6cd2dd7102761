package org.spsrules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a product, taken apart: {@code 12 HR Oxycodone Hydrochloride 160 MG Extended Release Oral Tablet}.
 *
 * @param ingredients the names of its ingredients as they stand there, with their salts
 * @param brand the name in brackets behind it
 * @param route how it is given, as far as its form says so; empty if it does not
 * @param local whether it is put on the skin, into the eye and the like, and does not act as the ingredient does
 */
record ProductName(List<String> ingredients, Optional<String> brand, Optional<String> route, boolean local) {

    /** Longer than any name, and as long as a text of a case may be; what is longer would take time by the square. */
    private static final int LONGEST = 1_000;

    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Pattern BRAND = Pattern.compile("\\s*\\[([^\\]]*)\\]\\s*$");
    private static final Pattern QUANTITY = Pattern.compile(
            "^(?:[0-9][0-9.]*\\s*(?:hr|ml|actuat|mg|day|h|unt doses)\\s+|"
                    + "abuse[- ]deterrent\\s+|osmotic\\s+|once[- ]daily\\s+|(?:ab|bx) rating\\s+|[0-9]+/[0-9]+ release\\s+)+");
    private static final Pattern STRENGTH = Pattern.compile("^(\\S.*?)[\\s,]+[0-9][0-9.,]*\\s*"
            + "(?:mg|mcg|ug|\u00b5g|g|unt|units?|iu|meq|mmol|ml|%)(?:/(?:[0-9.]+\\s*)?[a-z]+)*(?![a-z0-9])(.*)$");
    private static final Pattern FORM = Pattern.compile(
            "\\s+(?:tablets?|tabs?|capsules?|caps?|oral|injection|injectable|"
                    + "solution|suspension|syrup|drops|film|coated|extended|delayed|release|er|xr|sr|retard|prolonged|modified)$");
    private static final Pattern LOCAL =
            Pattern.compile("\\b(?:topical|cream|ointment|lotion|ophthalmic|eye|otic|ear|shampoo|"
                    + "vaginal|gel|foam|irrigation|dental|paste|soap|pad|inhalant|inhaler|inhalation)\\b");
    private static final List<String> ROUTES = List.of("intrathecal", "oral", "rectal", "nasal", "sublingual");
    private static final Pattern INJECTED =
            Pattern.compile("\\b(?:inject\\w*|prefilled|infusion|intravenous|syringe)\\b");
    private static final Set<String> SALTS = Set.of(
            "acetate",
            "besylate",
            "bitartrate",
            "bromide",
            "calcium",
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
            "monohydrate",
            "nitrate",
            "oxalate",
            "phosphate",
            "potassium",
            "sodium",
            "succinate",
            "sulfate",
            "sulphate",
            "tartrate",
            "trihydrate");

    /** The parts of a name; empty if it does not look like that of a product. */
    static Optional<ProductName> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = GAPS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
        Matcher brand = BRAND.matcher(lower);
        Optional<String> called = brand.find() ? Optional.of(brand.group(1).strip()) : Optional.empty();
        String rest = brand.replaceFirst("");
        rest = QUANTITY.matcher(rest).replaceFirst("");
        List<String> ingredients = new ArrayList<>();
        StringBuilder form = new StringBuilder();
        boolean stated = false;
        for (String part : rest.split(" / |\\s\\+\\s")) {
            Matcher strength = STRENGTH.matcher(part.strip());
            stated |= strength.matches();
            String name = strength.matches() ? strength.group(1) : part.strip();
            form.append(' ').append(strength.matches() ? strength.group(2) : part);
            ingredients.add(strength.matches() ? name : withoutForm(name));
        }
        boolean formed = !ingredients.contains(rest) || isSalt(rest);
        return stated || formed
                ? Optional.of(new ProductName(
                        List.copyOf(ingredients),
                        called,
                        route(form.toString()),
                        LOCAL.matcher(form).find()))
                : Optional.empty();
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

    private static Optional<String> route(String form) {
        Optional<String> named = ROUTES.stream().filter(form::contains).findFirst();
        return named.isEmpty() && INJECTED.matcher(form).find() ? Optional.of("injectable") : named;
    }

    /** An ingredient by its route, by itself, and without its salt: what it may be called in the vocabulary. */
    List<String> names(String ingredient) {
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
