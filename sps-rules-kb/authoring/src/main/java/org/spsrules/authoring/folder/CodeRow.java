package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Coding;
import org.spsrules.vocabulary.Concept;

/**
 * A row of a table of codes.
 *
 * @param of code of the concept in the vocabulary
 * @param coding its code in a public system
 */
record CodeRow(String of, Coding coding) {

    /** The row that an entry states. */
    static Optional<CodeRow> read(CodeSystem system, DataFile.Entry entry) {
        String of = entry.text("of");
        String code = entry.text("code");
        Optional<String> display = entry.optional("display");
        String verified = entry.text("verified");
        return entry.oneOf("match", Coding.Match.values(), Coding.Match::word)
                .map(match -> new CodeRow(of, new Coding(system, code, display, match, verified)));
    }

    /** Puts concepts with their codes in the place of those without. */
    static void attach(List<Placed<Concept>> concepts, List<Placed<CodeRow>> rows) {
        Map<String, List<Coding>> codings = new HashMap<>();
        rows.forEach(row -> codings.computeIfAbsent(row.value().of(), first -> new ArrayList<>())
                .add(row.value().coding()));
        concepts.replaceAll(concept -> new Placed<>(
                concept.value().with(codings.getOrDefault(concept.value().code(), List.of())),
                concept.file(),
                concept.position()));
    }
}
