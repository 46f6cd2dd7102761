package org.spsrules.fhir.record;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.codesystems.V3RouteOfAdministration;
import org.spsrules.vocabulary.CodeSystem;

/** How a drug gets to where it acts, as far as that decides which drug it is. */
enum Route {
    ORAL(
            "oral",
            "26643006",
            "oral\\w*|per os|by mouth|p\\.?o\\.?|enteral\\w*|nasogastric|gastrostomy|peg tube|ng tube|swallow\\w*|tab(?:let)?s?|tablette\\w*|"
                    + "tablet[ae]s?|cap(?:sule)?s?|kapsel\\w*|syrup|chew\\w*|(?:zum )?einnehmen|(?:voie |v\u00eda )?oral[e]?|buvable|comprim\\w*|"
                    + "g\u00e9lules?"),
    INTRATHECAL(
            "intrathecal",
            "72607000",
            "intrat[h]?[e\u00e9][ck]al\\w*|intraspinal\\w*|subarachnoid\\w*|itb|(?:baclofen|implant\\w*|spinal) pump|pump refill"),
    INTRAVENOUS("intravenous", "", "intraven\\w*|intravascular\\w*|i\\.?v\\.?|ivig"),
    SUBCUTANEOUS("subcutaneous", "", "subcut\\w*|sub-?q|s\\.?c\\.?|scig"),
    /** By a needle, which one is not said. */
    INJECTED("injected", "", "inject\\w*|injekt\\w*|inyect\\w*|infus\\w*|parenteral\\w*"),
    /** On the skin, into the eye and the like, where it does not act as the drug does elsewhere. */
    LOCAL(
            "local",
            "",
            "topical\\w*|cutaneous|ophthalm\\w*|ocular|otic|auricular|conjunctival|vaginal\\w*|inhal\\w*|on the skin");

    private static final Pattern ABBREVIATED = Pattern.compile("(?i)i\\.?t\\.?");
    /** What turns the words behind it into their opposite. */
    private static final String DENIED =
            "\\b(?:not?|never|instead of|rather than|nicht|kein\\w*|pas)\\s+(?:\\w+\\s+){0,2}";

    private final String adjective;
    private final String snomed;
    private final Pattern words;
    private final Pattern denied;

    Route(String adjective, String snomed, String words) {
        this.adjective = adjective;
        this.snomed = snomed;
        String anywhere = "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])";
        this.words = Pattern.compile(anywhere, Pattern.UNICODE_CHARACTER_CLASS);
        this.denied = Pattern.compile(DENIED + anywhere, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The routes that a text names. */
    static Set<Route> in(String text) {
        return matching(text, false);
    }

    /** The routes that a text denies, "not by mouth". */
    static Set<Route> deniedIn(String text) {
        return matching(text, true);
    }

    private static Set<Route> matching(String text, boolean denied) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<Route> found = EnumSet.noneOf(Route.class);
        for (Route route : values()) {
            if ((denied ? route.denied : route.words).matcher(lower).find()) {
                found.add(route);
            }
        }
        return found;
    }

    /** The routes that a text names which says nothing else; there two letters are enough. */
    static Set<Route> named(String text) {
        return ABBREVIATED.matcher(text.strip()).matches() ? EnumSet.of(INTRATHECAL) : in(text);
    }

    /** The routes that a code means, by itself or by what its system calls it. */
    static Set<Route> of(Coding coding) {
        Set<Route> found = EnumSet.noneOf(Route.class);
        for (Route route : values()) {
            if (CodeSystem.SNOMED_CT.uri().equals(coding.getSystem()) && route.snomed.equals(coding.getCode())) {
                found.add(route);
            }
        }
        return found.isEmpty() ? in(called(coding)) : found;
    }

    private static String called(Coding coding) {
        if (coding.getDisplay() != null) {
            return coding.getDisplay();
        }
        try {
            return V3RouteOfAdministration.PO.getSystem().equals(coding.getSystem())
                    ? V3RouteOfAdministration.fromCode(coding.getCode()).getDisplay()
                    : "";
        } catch (FHIRException e) {
            return "";
        }
    }

    static String names(Set<Route> routes) {
        return routes.stream().map(route -> route.adjective).collect(Collectors.joining(" and "));
    }
}
