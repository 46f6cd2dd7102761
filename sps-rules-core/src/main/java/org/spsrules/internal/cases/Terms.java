package org.spsrules.internal.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Problem;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** The terms of one case against the vocabulary, and what is wrong with them. */
record Terms(Vocabulary vocabulary, List<Problem> problems) {

    private static final int MOST_RELATED = 5;

    /** The code of a term; the term itself if it is not known, and a problem unless the case expects that. */
    String code(String path, String term, Set<Concept.Kind> kinds) {
        Optional<Concept> concept = vocabulary.resolve(term, kinds);
        if (concept.isEmpty() && !OtherTerm.is(term)) {
            add(Problem.Kind.UNKNOWN_TERM, path, unknown(term, kinds));
        }
        return concept.map(Concept::code).orElse(term);
    }

    /**
     * The code of a term, or of each of the drugs of a combination; the term itself if it is not known.
     *
     * @param whole whether what is said of a combination is said of none of the drugs in it
     */
    List<String> codes(String path, String term, Set<Concept.Kind> kinds, boolean whole) {
        Optional<Combination> combination = combination(term, kinds);
        if (combination.isEmpty()) {
            return List.of(code(path, term, kinds));
        } else if (!whole
                && (OtherTerm.is(term) || !combination.get().therapies().isEmpty())) {
            return combination.get().terms();
        }
        if (!OtherTerm.is(term)) {
            add(
                    Problem.Kind.UNKNOWN_TERM,
                    path,
                    "\"" + term + "\" holds " + named(combination.get())
                            + (whole
                                    ? "; what is said here of both together is not said of each; state those that it holds"
                                            + " for, or write {other: …}"
                                    : ", which no rule reads; state it as {other: " + term + "}"));
        }
        return List.of(term);
    }

    /** The drugs of a combination, where a drug can stand. */
    Optional<Combination> combination(String term, Set<Concept.Kind> kinds) {
        return kinds.contains(Concept.Kind.THERAPY) ? vocabulary.combination(term) : Optional.empty();
    }

    private static String named(Combination combination) {
        return combination.terms().stream().map(OtherTerm::nameIn).collect(Collectors.joining(" and "));
    }

    /** The code of a term; the term itself if it is not known. */
    String codeOf(String term, Set<Concept.Kind> kinds) {
        return vocabulary.resolve(term, kinds).map(Concept::code).orElse(term);
    }

    /** Says that a term is not known, and what might be meant. */
    String unknown(String term, Set<Concept.Kind> kinds) {
        String expected = kinds.stream().sorted().map(Concept.Kind::word).collect(Collectors.joining(" or "));
        Optional<Concept> elsewhere = vocabulary.resolve(term, EnumSet.allOf(Concept.Kind.class));
        if (elsewhere.isPresent()) {
            return "\"" + term + "\" is a " + elsewhere.get().kind().word() + ", not a " + expected;
        }
        Optional<String> coded = vocabulary.whyUnclear(term, kinds);
        if (coded.isPresent()) {
            return coded.get();
        }
        if (vocabulary.isUnclassifiedDrug(term)) {
            return "\"" + term + "\" is a drug that no rule reads; state it as {other: " + term + "}";
        }
        return "\"" + term + "\" is not a known " + expected
                + vocabulary
                        .nearest(term, kinds)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElseGet(() -> whatElse(term, kinds));
    }

    /** What the vocabulary has instead, and how to state what it does not have. */
    private String whatElse(String term, Set<Concept.Kind> kinds) {
        List<String> related = vocabulary.search(term, kinds).stream()
                .map(Concept::code)
                .limit(MOST_RELATED)
                .toList();
        String other = "; write {other: …} for what is not in the vocabulary";
        return related.isEmpty() ? other : "; there are " + String.join(", ", related) + other;
    }

    void add(Problem.Kind kind, String path, String message) {
        problems.add(new Problem(kind, path, message));
    }
}
