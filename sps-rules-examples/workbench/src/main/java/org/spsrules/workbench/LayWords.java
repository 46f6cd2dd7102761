package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spsrules.internal.spelling.Folded;

/**
 * What lay people, and clinicians in other languages, call things that the vocabulary has by another name. No case accepts these
 * words; they lead to what may be meant. Immutable; safe for use by several threads.
 */
final class LayWords {

    private static final String FILE = "lay-words.txt";

    private final Map<String, List<String>> codes = new TreeMap<>();

    private LayWords(List<String> lines) {
        for (String line : lines) {
            String[] sides = line.split(":", 2);
            for (String word : sides[0].split(";")) {
                codes.computeIfAbsent(Folded.of(word.strip()), first -> new ArrayList<>())
                        .addAll(List.of(sides[1].strip().split(" ")));
            }
        }
    }

    /** The words that come with the command. */
    static LayWords read() {
        try (InputStream in = LayWords.class.getResourceAsStream(FILE)) {
            return new LayWords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, as they are compared, with the codes to look at. */
    Map<String, List<String>> all() {
        return codes;
    }

    /** The codes to look at for what somebody calls so; none if nobody here knows. */
    List<String> meantBy(String word) {
        return codes.getOrDefault(Folded.of(word), List.of());
    }
}
