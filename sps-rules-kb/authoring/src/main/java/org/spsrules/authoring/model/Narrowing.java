package org.spsrules.authoring.model;

import java.util.List;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What is narrower and broader than a concept, of one kind. Immutable. */
record Narrowing(Vocabulary vocabulary) {

    /** A concept of a kind and all narrower ones. */
    List<String> narrower(String code, Concept.Kind kind) {
        return vocabulary.selfAndNarrower(code).stream()
                .filter(one -> is(one, kind))
                .toList();
    }

    /** A concept of a kind and all broader ones. */
    List<String> broader(String code, Concept.Kind kind) {
        return vocabulary.selfAndAncestors(code).stream()
                .filter(one -> is(one, kind))
                .sorted()
                .toList();
    }

    /** Whether a code is of a kind. */
    boolean is(String code, Concept.Kind kind) {
        return vocabulary
                .concept(code)
                .filter(concept -> concept.kind() == kind)
                .isPresent();
    }

    /** The kind of a code; a condition if it is none. */
    Concept.Kind kind(String code) {
        return vocabulary.concept(code).map(Concept::kind).orElse(Concept.Kind.CONDITION);
    }
}
