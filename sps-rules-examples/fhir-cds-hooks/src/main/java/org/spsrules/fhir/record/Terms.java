package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.spsrules.PatientCase;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What coded and written terms of a record mean in the vocabulary: first by their codes, then by their words. */
final class Terms {

    private static final int SHORTEST_NAME = 4;
    private static final int MOST_WORDS = 3;
    /** As much of a name as a case can keep; a longer one is no name, and looking for drugs in it would take its time. */
    private static final int LONGEST_NAME = 900;

    private static final Pattern TAG = Pattern.compile(
            "\\s*\\((?:product|substance|medicinal product|clinical drug|disorder|finding|procedure|situation)\\)\\s*$");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern CODE = Pattern.compile("(\\S.*)[ |](\\S+)");
    private static final Pattern CONTAINING = Pattern.compile("^Product containing (?:precisely |only )?");

    private final Vocabulary vocabulary;

    Terms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The concepts of these kinds that a term means; of those that are a kind of each other, the narrowest. */
    List<Concept> find(CodeableConcept term, Set<Concept.Kind> kinds) {
        Set<Concept> found = new LinkedHashSet<>();
        for (Coding coding : term.getCoding()) {
            if (coding.getSystem() != null && coding.getCode() != null) {
                vocabulary.find(coding.getSystem(), coding.getCode()).stream()
                        .filter(concept -> kinds.contains(concept.kind()))
                        .forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            words(term).stream()
                    .map(words -> vocabulary.resolve(words, kinds))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.stream()
                .filter(concept -> found.stream().noneMatch(other -> other != concept && isA(other, concept)))
                .toList();
    }

    /** Whether a code stands for this concept, coded or written ({@code RxNorm 197391}), and no name had to be read. */
    boolean isCoded(CodeableConcept term, String concept) {
        return Stream.concat(
                        term.getCoding().stream()
                                .filter(coding -> coding.getSystem() != null && coding.getCode() != null)
                                .flatMap(coding -> vocabulary.find(coding.getSystem(), coding.getCode()).stream()),
                        written(term).stream()
                                .map(CODE::matcher)
                                .filter(Matcher::matches)
                                .flatMap(code -> vocabulary.find(code.group(1), code.group(2)).stream()))
                .anyMatch(found -> found.code().equals(concept));
    }

    /**
     * The drugs that the codes of a product and its words mean, of which several can only be a mistake of the record; of those
     * that can be one drug, one.
     */
    List<String> meant(CodeableConcept product) {
        Set<Concept.Kind> drugs = Set.of(Concept.Kind.THERAPY);
        Set<Concept> all = new LinkedHashSet<>(find(product, drugs));
        words(product).stream()
                .flatMap(words -> vocabulary.resolve(words, drugs).stream())
                .forEach(all::add);
        List<Concept> meant = new ArrayList<>();
        for (Concept concept : all) {
            if (meant.stream().noneMatch(other -> canBeOne(concept, other))) {
                meant.add(concept);
            }
        }
        return meant.stream().map(Concept::code).toList();
    }

    private boolean canBeOne(Concept one, Concept other) {
        return isA(one, other) || isA(other, one) || RouteFamily.canBeOne(one.code(), other.code());
    }

    private boolean isA(Concept concept, Concept broader) {
        return vocabulary.isA(concept.code(), broader.code());
    }

    /**
     * The therapies whose names stand as words in the name of a product, such as {@code fentanyl 25 mcg/hour patch}: the last
     * resort before it is kept as unknown.
     */
    List<String> namedIn(CodeableConcept product) {
        Set<String> named = new LinkedHashSet<>();
        for (String words : words(product)) {
            List<String> parts = List.of(words.split("[^\\p{L}\\p{N}-]+"));
            for (int from = 0; from < parts.size(); from++) {
                for (int to = Math.min(parts.size(), from + MOST_WORDS); to > from; to--) {
                    String name = String.join(" ", parts.subList(from, to));
                    Optional<Concept> found = name.length() < SHORTEST_NAME
                            ? Optional.empty()
                            : vocabulary.resolve(name, Set.of(Concept.Kind.THERAPY));
                    if (found.isPresent()) {
                        named.add(found.get().code());
                        from = to - 1;
                        break;
                    }
                }
            }
        }
        return List.copyOf(named);
    }

    /** The names in a term; of those of SNOMED CT also without what they add to a name. */
    private static List<String> words(CodeableConcept term) {
        List<String> names = written(term).stream()
                .filter(name -> name.length() <= LONGEST_NAME)
                .toList();
        List<String> words = new ArrayList<>(names);
        names.stream()
                .map(name -> TAG.matcher(name).replaceFirst(""))
                .map(name -> CONTAINING.matcher(name).replaceFirst(""))
                .filter(name -> !name.isBlank() && !words.contains(name))
                .forEach(words::add);
        return words;
    }

    /** Everything in a term that people read. */
    static List<String> written(CodeableConcept term) {
        List<String> words = new ArrayList<>();
        if (term.getText() != null && !term.getText().isBlank()) {
            words.add(term.getText());
        }
        for (Coding coding : term.getCoding()) {
            if (coding.getDisplay() != null && !coding.getDisplay().isBlank()) {
                words.add(coding.getDisplay());
            }
        }
        return words;
    }

    /** The drugs of a product that holds several, if one of them is a therapy. */
    Optional<Combination> combination(CodeableConcept product) {
        List<String> terms = new ArrayList<>();
        for (Coding coding : product.getCoding()) {
            if (coding.getSystem() != null && coding.getCode() != null) {
                terms.add(coding.getSystem() + "|" + coding.getCode());
            }
        }
        terms.addAll(words(product));
        return terms.stream()
                .flatMap(term -> vocabulary.combination(term).stream())
                .filter(found -> !found.therapies().isEmpty())
                .findFirst();
    }

    /** The code of what goes by a name, or the name as that of something that is not known. */
    String code(String name, Set<Concept.Kind> kinds) {
        return vocabulary.resolve(name, kinds).map(Concept::code).orElseGet(() -> PatientCase.other(name));
    }

    /** Why a term stands for no one concept, if the vocabulary can say so. */
    Optional<String> whyUnclear(CodeableConcept term, Set<Concept.Kind> kinds) {
        if (written(term).stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            return Optional.of("it has a name of more than " + LONGEST_NAME + " characters, which is not read");
        }
        return words(term).stream()
                .map(words -> vocabulary.whyUnclear(words, kinds))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What people call it: its text, else what a system calls it, else its code; no more of it than a case can keep. */
    static String name(CodeableConcept term) {
        String name = written(term).stream().findFirst().orElseGet(() -> code(term));
        return kept(name);
    }

    /** A text as a case can keep it: on one line, and no longer than it allows. */
    static String kept(String text) {
        String shortened = text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "\u2026";
        return CONTROLS.matcher(shortened).replaceAll(" ");
    }

    private static String code(CodeableConcept term) {
        return term.getCoding().stream()
                .filter(coding -> coding.getCode() != null)
                .map(coding ->
                        coding.getSystem() != null ? coding.getSystem() + "|" + coding.getCode() : coding.getCode())
                .findFirst()
                .orElse("not named");
    }

    /** Whether a term has this code in this system. */
    static boolean has(CodeableConcept term, String system, String code) {
        return term.getCoding().stream()
                .anyMatch(coding -> system.equals(coding.getSystem()) && code.equals(coding.getCode()));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
