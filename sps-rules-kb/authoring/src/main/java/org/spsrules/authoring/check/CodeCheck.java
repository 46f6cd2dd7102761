package org.spsrules.authoring.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.authoring.check.ValueKind.Codes;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.UnknownConcept;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Says what is wrong with a code that a rule names. Immutable. */
final class CodeCheck {

    private final Vocabulary vocabulary;

    CodeCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A mistake, before it is known where it stands. */
    record Mistake(LintCode code, String message) {}

    Optional<Mistake> mistake(String code, Codes wanted) {
        Optional<Concept> concept = vocabulary.concept(code);
        if (concept.isEmpty()) {
            return Optional.of(new Mistake(LintCode.UNKNOWN_CONCEPT, unknown(code, wanted.kinds())));
        }
        Concept.Kind kind = concept.get().kind();
        return wanted.kinds().contains(kind)
                ? Optional.empty()
                : Optional.of(new Mistake(
                        LintCode.WRONG_KIND, "\"" + code + "\" is a " + kind.word() + "; here stands " + wanted));
    }

    private String unknown(String code, Set<Concept.Kind> kinds) {
        return vocabulary
                .resolve(code, EnumSet.copyOf(kinds))
                .map(known -> UnknownConcept.insteadOf(code, known.code()))
                .orElseGet(() -> UnknownConcept.message(code, Suggestion.nearest(code, codes(kinds))));
    }

    private List<String> codes(Set<Concept.Kind> kinds) {
        return vocabulary.concepts().stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .map(Concept::code)
                .toList();
    }
}
