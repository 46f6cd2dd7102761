package org.spsrules.vocabulary;

import static org.spsrules.internal.Given.given;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that a host adds to those that the knowledge base ships, for example of systems whose terms do not let them be
 * shipped. Immutable.
 *
 * <p>The file has one code on each line, in UTF-8, with tabs between the system, the code, the concept of the vocabulary that
 * it stands for, the match ({@code exact}, {@code narrower} or {@code broader}), and what the system calls it, which may be
 * left out. Lines that begin with {@code #}, and empty ones, are passed over.
 *
 * <pre>
 * ATC	N05BA	benzodiazepine	narrower	Benzodiazepine derivatives
 * </pre>
 */
public final class CodeTable {

    private static final int LEAST_CELLS = 4;
    private static final String VERIFIED = "a file of the host";

    private final Map<String, List<Coding>> codings = new HashMap<>();

    private CodeTable() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line is none of a table of codes; the message names it
     */
    public static CodeTable read(Reader file) throws IOException {
        CodeTable table = new CodeTable();
        BufferedReader lines = new BufferedReader(given(file, "file"));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                table.add(line, number);
            }
        }
        return table;
    }

    private void add(String line, int number) {
        String[] cells = line.split("\t", -1);
        if (cells.length < LEAST_CELLS) {
            throw new IllegalArgumentException(
                    "line " + number + ": write system, code, concept and match with tabs between them");
        }
        CodeSystem system = CodeSystem.of(cells[0].strip())
                .orElseThrow(() -> new IllegalArgumentException("line " + number + ": \"" + cells[0]
                        + "\" is not a code system known here; they are "
                        + String.join(
                                ", ",
                                Arrays.stream(CodeSystem.values())
                                        .map(CodeSystem::displayName)
                                        .toList())));
        Coding.Match match = Arrays.stream(Coding.Match.values())
                .filter(known -> known.word().equals(cells[3].strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "line " + number + ": \"" + cells[3] + "\" is not exact, narrower or broader"));
        Optional<String> display =
                cells.length > LEAST_CELLS && !cells[4].isBlank() ? Optional.of(cells[4].strip()) : Optional.empty();
        codings.computeIfAbsent(cells[2].strip(), first -> new ArrayList<>())
                .add(new Coding(system, cells[1].strip(), display, match, VERIFIED));
    }

    /**
     * The concepts, each with the codes that stand here for it after its own.
     *
     * @throws IllegalArgumentException if a code stands for a concept that is not among them
     */
    public List<Concept> addedTo(Collection<Concept> concepts) {
        List<Concept> added = new ArrayList<>();
        for (Concept concept : given(concepts, "concepts")) {
            List<Coding> all = new ArrayList<>(concept.codes());
            all.addAll(codings.getOrDefault(concept.code(), List.of()));
            added.add(concept.with(all));
        }
        List<String> known = concepts.stream().map(Concept::code).toList();
        codings.keySet().stream()
                .filter(of -> !known.contains(of))
                .sorted()
                .findFirst()
                .ifPresent(of -> {
                    throw new IllegalArgumentException("\"" + of + "\" is not in the vocabulary");
                });
        return added;
    }
}
