package org.spsrules.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;

/** How many of the concepts that records hold have a code of a public system, kind by kind. */
final class CodeCoverage {

    private static final List<Kind> CODED = List.of(
            Kind.THERAPY, Kind.THERAPY_CLASS, Kind.CONDITION, Kind.SYMPTOM, Kind.SIDE_EFFECT, Kind.TEST, Kind.VARIANT);

    private final Knowledge knowledge;

    CodeCoverage(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** One line for each kind. */
    List<String> lines() {
        return CODED.stream().map(this::line).toList();
    }

    private String line(Kind kind) {
        List<Concept> concepts = knowledge.concepts().stream()
                .filter(concept -> concept.kind() == kind)
                .toList();
        long coded = concepts.stream().filter(CodeCoverage::isCoded).count();
        String systems = Arrays.stream(CodeSystem.values())
                .filter(system -> system != CodeSystem.UCUM)
                .filter(system -> count(concepts, system) > 0)
                .map(system -> system.displayName() + " " + count(concepts, system))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: %d of %d have a code%s",
                kind.word(),
                coded,
                concepts.size(),
                systems.isEmpty() ? "" : " (" + systems + ")");
    }

    private static boolean isCoded(Concept concept) {
        return concept.codes().stream().anyMatch(coding -> coding.system() != CodeSystem.UCUM);
    }

    private static long count(List<Concept> concepts, CodeSystem system) {
        return concepts.stream()
                .filter(concept -> concept.codes().stream().anyMatch(coding -> coding.system() == system))
                .count();
    }
}
