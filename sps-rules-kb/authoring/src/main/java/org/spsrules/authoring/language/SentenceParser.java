package org.spsrules.authoring.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.spelling.Suggestion;

/** The parser of a sentence and of the end of the file behind it: {@code start( "diazepam" ).because( "…" ); end}. */
final class SentenceParser {

    private static final Map<String, Part> PARTS = parts();

    private SentenceParser() {}

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("because", Part.BECAUSE);
        parts.put("how", Part.HOW);
        parts.put("forPatient", Part.FOR_PATIENT);
        parts.put("after", Part.AFTER);
        return parts;
    }

    /** Whether a part of a sentence is a text, which may be broken into several. */
    static boolean isProse(String part) {
        return PARTS.containsKey(part) && !part.equals("after");
    }

    static Sentence parse(TokenReader reader) throws NotUnderstoodException {
        reader.places().put(Part.SENTENCE, reader.peek().position());
        Verb verb = verb(reader);
        List<Operand> objects = reader.arguments();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        while (reader.takeIf(".")) {
            Token name = reader.peek();
            reader.expect(Token.Kind.NAME, "one of " + String.join(", ", PARTS.keySet()));
            Part part = PARTS.get(name.text());
            if (part == null) {
                throw new NotUnderstoodException(
                        name,
                        "a sentence has no part " + name.text() + "; its parts are "
                                + String.join(", ", PARTS.keySet())
                                + Suggestion.didYouMean(name.text(), PARTS.keySet()));
            }
            reader.places().put(part, name.position());
            if (parts.put(name.text(), texts(reader, part)) != null) {
                throw new NotUnderstoodException(name, name.text() + " stands twice");
            }
        }
        reader.expect(";");
        Token end = reader.take();
        if (!end.text().equals("end") || end.kind() != Token.Kind.NAME) {
            throw new NotUnderstoodException(
                    end,
                    "a rule says one sentence and then end; here stands " + end.describe()
                            + ". Put a second sentence into a rule of its own");
        }
        reader.expect(Token.Kind.END, "nothing after the end of the rule");
        return new Sentence(
                verb,
                objects,
                single(parts, "because"),
                single(parts, "how"),
                single(parts, "forPatient"),
                parts.getOrDefault("after", List.of()));
    }

    private static Verb verb(TokenReader reader) throws NotUnderstoodException {
        List<String> verbs = Arrays.stream(Verb.values()).map(Verb::word).toList();
        Token word = reader.expect(Token.Kind.NAME, "a verb, for example start");
        return Verb.of(word.text())
                .orElseThrow(() -> new NotUnderstoodException(
                        word,
                        word.text() + " is not a verb of the rule language; the verbs are "
                                + verbs.stream().sorted().collect(Collectors.joining(", "))
                                + Suggestion.didYouMean(word.text(), verbs)));
    }

    private static List<String> texts(TokenReader reader, Part part) throws NotUnderstoodException {
        Token open = reader.peek();
        List<String> texts = new ArrayList<>();
        for (Operand operand : reader.arguments()) {
            if (!(operand instanceof Operand.Text text)) {
                throw new NotUnderstoodException(open, "expected texts in quotes and nothing else");
            }
            if (text.value().isBlank()) {
                throw new NotUnderstoodException(
                        open, "there is nothing in these quotes; write a text, or leave it out");
            }
            texts.add(text.value());
            reader.places().put(part, text.value(), reader.places().of(text));
        }
        if (texts.isEmpty()) {
            throw new NotUnderstoodException(open, "expected a text in quotes");
        }
        return texts;
    }

    /** The text of a part, joined by blanks where its author broke it. */
    private static Optional<String> single(Map<String, List<String>> parts, String name) {
        return Optional.ofNullable(parts.get(name)).map(texts -> String.join(" ", texts));
    }
}
