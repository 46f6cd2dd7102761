package org.spsrules.authoring.diagnostic;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Problem.Position;

/**
 * Where the parts of a rule stand in its file. Kept beside the rule, because what travels in the jar has no use for it.
 * Safe for use by several threads once the rule has been read.
 */
public final class Places {

    private static final Position BEGINNING = new Position(1, 1);

    /** Equal constraints may stand at several places, so that it is the very object that counts. */
    private final Map<Object, Position> byObject = new IdentityHashMap<>();

    private final Map<Part, Position> byPart = new EnumMap<>(Part.class);
    private final Map<Part, Map<String, Position>> byWord = new EnumMap<>(Part.class);

    public Places() {}

    /** The parts of a rule that stand in it once. */
    public enum Part {
        RULE,
        TITLE,
        SOURCE,
        EVIDENCE,
        WHEN,
        SENTENCE,
        BECAUSE,
        HOW,
        FOR_PATIENT,
        AFTER
    }

    public void put(Object part, Position position) {
        byObject.put(part, position);
    }

    public void put(Part part, Position position) {
        byPart.put(part, position);
    }

    public void put(Part part, String word, Position position) {
        byWord.computeIfAbsent(part, named -> new HashMap<>()).putIfAbsent(word, position);
    }

    /** Where a condition, a constraint or an operand of the rule begins. */
    public Position of(Object part) {
        return byObject.getOrDefault(part, of(Part.RULE));
    }

    /** Where a part begins; where the rule begins if there is no such part. */
    public Position of(Part part) {
        return Optional.ofNullable(byPart.get(part)).orElseGet(() -> byPart.getOrDefault(Part.RULE, BEGINNING));
    }

    /** Where a word of a part stands, for example a statement id in {@code @source}. */
    public Position of(Part part, String word) {
        return byWord.getOrDefault(part, Map.of()).getOrDefault(word, of(part));
    }
}
