package org.spsrules.internal.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spsrules.Report.Code;
import org.spsrules.Report.Subject;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Coding.Match;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** The concepts that a report speaks of, with the codes under which other systems know them. Thread-safe. */
public final class Subjects {

    private final Vocabulary vocabulary;
    private final Map<String, List<Code>> codes = new ConcurrentHashMap<>();

    /** The subjects of this vocabulary. */
    public Subjects(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The subject with this code of the vocabulary. */
    public Subject of(String code) {
        return new Subject(
                code,
                vocabulary.nameOf(code),
                vocabulary
                        .concept(code)
                        .map(concept -> codes.computeIfAbsent(code, first -> given(concept)))
                        .orElse(List.of()));
    }

    /** The codes that are given out: of units none, and of what is only a kind of the concept none. */
    private static List<Code> given(Concept concept) {
        Map<CodeSystem, Coding> first = new EnumMap<>(CodeSystem.class);
        for (Match match : List.of(Match.EXACT, Match.BROADER)) {
            for (Coding coding : concept.codes()) {
                if (coding.match() == match && coding.system() != CodeSystem.UCUM) {
                    first.putIfAbsent(coding.system(), coding);
                }
            }
        }
        return first.values().stream()
                .map(coding -> new Code(coding.system().uri(), coding.code(), coding.display()))
                .toList();
    }
}
