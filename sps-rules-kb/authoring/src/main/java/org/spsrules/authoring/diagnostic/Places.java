package org.spsrules.authoring.diagnostic;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.spsrules.Problem.Position;

/**
 * The places of the parts of a rule. Kept beside the rule, because what travels in the jar has no use for them.
 * Safe for use by several threads once the rule has been read.
 */
public final class Places {

    private final Location beginning;

    /** Equal constraints may stand at several places, so that it is the very object that counts. */
    private final Map<Object, Location> byObject = new IdentityHashMap<>();

    private final Map<Part, Location> byPart = new EnumMap<>(Part.class);
    private final Map<Part, Map<String, Location>> byWord = new EnumMap<>(Part.class);

    /**
     * The places of a rule.
     *
     * @param file path of its file, relative to the folder of the knowledge base
     */
    public Places(String file) {
        this.beginning = new Location(file, new Position(1, 1));
    }

    /** The parts of a rule that stand in it once. */
    public enum Part {
        RULE,
        TITLE,
        SOURCE,
        EVIDENCE,
        CARE,
        WHEN,
        SENTENCE,
        BECAUSE,
        DOSE,
        HOW,
        FOR_PATIENT,
        AFTER
    }

    /** The place of something in the file of the rule. */
    public Location at(Position position) {
        return new Location(beginning.file(), position);
    }

    public void put(Object part, Location location) {
        byObject.put(part, location);
    }

    public void put(Object part, Position position) {
        put(part, at(position));
    }

    public void put(Part part, Location location) {
        byPart.put(part, location);
    }

    public void put(Part part, Position position) {
        put(part, at(position));
    }

    public void put(Part part, String word, Location location) {
        byWord.computeIfAbsent(part, named -> new HashMap<>()).putIfAbsent(word, location);
    }

    /** The beginning of a condition, a constraint or an operand of the rule. */
    public Location of(Object part) {
        return byObject.getOrDefault(part, of(Part.RULE));
    }

    /** The beginning of a part; that of the rule if there is no such part. */
    public Location of(Part part) {
        return Optional.ofNullable(byPart.get(part)).orElseGet(() -> byPart.getOrDefault(Part.RULE, beginning));
    }

    /** The place of a word of a part, for example of a statement id in {@code @source}. */
    public Location of(Part part, String word) {
        return byWord.getOrDefault(part, Map.of()).getOrDefault(word, of(part));
    }
}
