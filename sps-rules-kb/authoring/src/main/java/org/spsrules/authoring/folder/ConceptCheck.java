package org.spsrules.authoring.folder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Dose;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.UnknownConcept;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** Checks the concepts of a vocabulary: their codes, names, units and ancestors. */
final class ConceptCheck {

    private final DataReader data;
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;
    private final Set<String> codes;

    ConceptCheck(DataReader data, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.data = data;
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
        this.codes =
                data.concepts.stream().map(concept -> concept.value().code()).collect(Collectors.toSet());
    }

    void run() {
        names();
        for (Placed<Concept> concept : data.concepts) {
            form(concept);
            doseUnits(concept);
            ancestry(concept);
        }
        data.unlisted.forEach(this::unlisted);
        codes();
    }

    /** A drug that only cases name is known by its classes and by nothing else. */
    private void unlisted(Placed<Concept> drug) {
        form(drug);
        if (codes.contains(drug.value().code())) {
            drug.fail(LintCode.DUPLICATE, drug.value().code() + " stands among the concepts already", diagnostics);
        }
        if (drug.value().parents().isEmpty()) {
            drug.fail(LintCode.DATA_FILE, "say with is: which classes it belongs to", diagnostics);
        }
        for (String parent : drug.value().parents()) {
            if (vocabulary
                    .concept(parent)
                    .filter(concept -> concept.kind() == Concept.Kind.THERAPY_CLASS)
                    .isEmpty()) {
                drug.fail(LintCode.WRONG_KIND, parent + " is not a class of therapies", diagnostics);
            }
        }
    }

    private void codes() {
        Set<String> known = new HashSet<>(codes);
        data.unlisted.forEach(drug -> known.add(drug.value().code()));
        Set<String> seen = new HashSet<>();
        for (Placed<CodeRow> row : data.codes) {
            String of = row.value().of();
            if (!known.contains(of)) {
                row.fail(
                        LintCode.UNKNOWN_CONCEPT,
                        UnknownConcept.message(of, Suggestion.nearest(of, known)),
                        diagnostics);
            }
            if (!seen.add(of + " " + row.value().coding())) {
                row.fail(LintCode.DUPLICATE, row.value().coding() + " stands twice for " + of, diagnostics);
            }
        }
    }

    /** Rules name a concept in quotes, and many things about it are known by its code. */
    private void form(Placed<Concept> concept) {
        String code = concept.value().code();
        if (!code.isEmpty() && !code.matches(KnowledgeFolder.CODE)) {
            concept.fail(
                    LintCode.DATA_FILE,
                    "code: \"" + code + "\" is not a code; write small letters and digits with single hyphens between",
                    diagnostics);
        }
    }

    private void ancestry(Placed<Concept> concept) {
        String code = concept.value().code();
        if (concept.value().parents().stream().anyMatch(parent -> vocabulary.isA(parent, code))) {
            concept.fail(LintCode.CIRCLE, code + " is a kind of itself", diagnostics);
        }
    }

    private void doseUnits(Placed<Concept> concept) {
        if (concept.value().kind() == Concept.Kind.THERAPY) {
            for (String unit : concept.value().units()) {
                try {
                    Dose.parse("1 " + unit);
                } catch (IllegalArgumentException e) {
                    concept.fail(LintCode.UNKNOWN_UNIT, String.valueOf(e.getMessage()), diagnostics);
                }
            }
        }
    }

    /** A name that stands for two concepts of a kind would make a case ambiguous. */
    private void names() {
        Map<Concept.Kind, Map<String, Placed<Concept>>> seen = new LinkedHashMap<>();
        for (Placed<Concept> placed : data.concepts) {
            Concept concept = placed.value();
            Map<String, Placed<Concept>> names = seen.computeIfAbsent(concept.kind(), kind -> new HashMap<>());
            Stream.of(List.of(concept.code(), concept.name()), concept.brands(), concept.synonyms())
                    .flatMap(List::stream)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .distinct()
                    .forEach(name -> {
                        Placed<Concept> other = names.putIfAbsent(name, placed);
                        if (other != null) {
                            placed.fail(
                                    LintCode.DUPLICATE,
                                    "\"" + name + "\" stands for "
                                            + other.value().code() + " already",
                                    diagnostics);
                        }
                    });
        }
    }
}
