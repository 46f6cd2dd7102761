package org.spsrules.vocabulary;

import static org.spsrules.internal.Given.given;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public code systems in which concepts have codes. */
public enum CodeSystem {
    RXNORM("RxNorm", "http://www.nlm.nih.gov/research/umls/rxnorm", false),
    ATC("ATC", "http://www.whocc.no/atc", true),
    ICD_10_CM("ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm", true),
    SNOMED_CT("SNOMED CT", "http://snomed.info/sct", false),
    LOINC("LOINC", "http://loinc.org", false),
    UCUM("UCUM", "http://unitsofmeasure.org", false),
    ORPHANET("Orphanet", "http://www.orpha.net", false);

    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

    private final String name;
    private final String uri;
    private final boolean nested;

    CodeSystem(String name, String uri, boolean nested) {
        this.name = name;
        this.uri = uri;
        this.nested = nested;
    }

    /** What people call it, for example {@code RxNorm}. */
    public String displayName() {
        return name;
    }

    /** What FHIR calls it, for example {@code http://loinc.org}. */
    public String uri() {
        return uri;
    }

    /** Whether a code that begins with another one means a kind of it. */
    boolean isNested() {
        return nested;
    }

    /** The system that goes by this name or URI. */
    public static Optional<CodeSystem> of(String nameOrUri) {
        String wanted = plain(given(nameOrUri, "nameOrUri"));
        return Arrays.stream(values())
                .filter(system ->
                        system.uri.equals(nameOrUri) || plain(system.name).equals(wanted))
                .findFirst();
    }

    private static String plain(String name) {
        return GAPS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** A code and its system, as a term of a case spells them: {@code RxNorm 3322}, {@code http://loinc.org|94345-6}. */
    static Optional<Code> parse(String term) {
        int gap = Math.max(term.lastIndexOf(' '), term.lastIndexOf('|'));
        if (gap <= 0 || gap == term.length() - 1) {
            return Optional.empty();
        }
        String code = term.substring(gap + 1).strip();
        return of(term.substring(0, gap).strip()).map(system -> new Code(system, code));
    }

    /** A code in its system. */
    record Code(CodeSystem system, String code) {

        @Override
        public String toString() {
            return system.name + " " + code;
        }
    }
}
