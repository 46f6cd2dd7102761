package org.spsrules.authoring.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.spelling.Suggestion;

/**
 * The parser of a sentence and of the end of the file behind it: {@code start( "diazepam" ).because( "…" ); end}. An alert
 * names its level first, {@code alert( critical, "…" )}; the mildest one is a {@code note( "…" )}.
 */
final class SentenceParser {

    private static final Map<String, Part> PARTS = parts();

    /** The verb of the mildest alert. */
    private static final String NOTE = AlertLevel.NOTE.word();

    private SentenceParser() {}

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("because", Part.BECAUSE);
        parts.put("dose", Part.DOSE);
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
        Token word = reader.expect(Token.Kind.NAME, "a verb, for example start");
        Verb verb = verb(word);
        Optional<AlertLevel> level = Optional.empty();
        List<Operand> objects;
        if (word.text().equals(Verb.ALERT.word())) {
            reader.expect("(");
            level = Optional.of(level(reader));
            objects = reader.takeIf(",") ? reader.operands() : List.of();
            reader.expect(")");
        } else {
            level = Optional.of(AlertLevel.NOTE).filter(note -> verb == Verb.ALERT);
            objects = reader.arguments();
        }
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
        if (!reader.takeIf(";")) {
            Token next = reader.peek();
            throw reader.notUnderstood(
                    PARTS.containsKey(next.text())
                            ? "a dot is missing before " + next.text() + "; write ." + next.text() + "( … )"
                            : "a sentence ends with a ; here stands " + next.describe());
        }
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
                level,
                objects,
                single(parts, "because"),
                single(parts, "dose"),
                single(parts, "how"),
                single(parts, "forPatient"),
                parts.getOrDefault("after", List.of()));
    }

    private static Verb verb(Token word) throws NotUnderstoodException {
        List<String> verbs = Stream.concat(Arrays.stream(Verb.values()).map(Verb::word), Stream.of(NOTE))
                .toList();
        return Verb.of(word.text().equals(NOTE) ? Verb.ALERT.word() : word.text())
                .orElseThrow(() -> new NotUnderstoodException(
                        word,
                        word.text() + " is not a verb of the rule language; the verbs are "
                                + verbs.stream().sorted().collect(Collectors.joining(", "))
                                + EverydayWord.instead(word.text(), verbs)));
    }

    private static AlertLevel level(TokenReader reader) throws NotUnderstoodException {
        if (reader.isColumn()) {
            Operand level = reader.operand();
            return level.text()
                    .flatMap(AlertLevel::of)
                    .orElseThrow(() -> new NotUnderstoodException(
                            reader.places().of(level), LintCode.UNKNOWN_WORD, "an alert is critical, warning or note"));
        }
        Token word = reader.take();
        return AlertLevel.of(word.text())
                .filter(level -> word.kind() == Token.Kind.NAME && level != AlertLevel.NOTE)
                .orElseThrow(() -> new NotUnderstoodException(
                        word,
                        "an alert names its level first, alert( critical, … ) or alert( warning, … ); what is merely good to"
                                + " know is a note( … )"));
    }

    /** The texts of a part, or those in a column; none if the row has nothing there, so that the part is left out. */
    private static List<String> texts(TokenReader reader, Part part) throws NotUnderstoodException {
        Token open = reader.peek();
        reader.expect("(");
        List<String> texts = new ArrayList<>();
        if (reader.isColumn()) {
            reader.optionalCell().ifPresent(cell -> add(cell, part, reader.places(), texts));
        } else {
            do {
                texts.add(text(reader, part, open));
            } while (reader.takeIf(","));
        }
        reader.expect(")");
        return texts;
    }

    private static void add(Table.Cell cell, Part part, Places places, List<String> texts) {
        places.put(part, cell.location());
        cell.values().forEach(value -> places.put(part, value, cell.location()));
        texts.addAll(cell.values());
    }

    private static String text(TokenReader reader, Part part, Token open) throws NotUnderstoodException {
        if (reader.peek().is(")")) {
            throw new NotUnderstoodException(open, "expected a text in quotes");
        } else if (reader.isColumn()) {
            throw reader.notUnderstood("a part of a sentence is a text in quotes or a column of the row, not both");
        }
        Operand operand = reader.operand();
        if (!(operand instanceof Operand.Text text)) {
            throw new NotUnderstoodException(open, "expected texts in quotes and nothing else");
        }
        if (text.value().isBlank()) {
            throw new NotUnderstoodException(open, "there is nothing in these quotes; write a text, or leave it out");
        }
        reader.places().put(part, text.value(), reader.places().of(text));
        return text.value();
    }

    /** The text of a part, joined by blanks where its author broke it. */
    private static Optional<String> single(Map<String, List<String>> parts, String name) {
        return Optional.ofNullable(parts.get(name))
                .filter(texts -> !texts.isEmpty())
                .map(texts -> String.join(" ", texts));
    }
}
