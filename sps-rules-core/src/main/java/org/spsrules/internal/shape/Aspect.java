package org.spsrules.internal.shape;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a fact that can be known or not known, and be one way or another, by itself: the response to a treatment,
 * the certainty of the diagnosis. Says what the answer to a question can depend on. Equal only to itself.
 */
public final class Aspect {

    private final String factType;
    private final List<String> describing;
    private final List<String> others;
    private final String asks;
    private final Map<String, List<String>> behind;

    private Aspect(
            String factType,
            List<String> describing,
            List<String> others,
            String asks,
            Map<String, List<String>> behind) {
        this.factType = factType;
        this.describing = describing;
        this.others = others;
        this.asks = asks;
        this.behind = behind;
    }

    /**
     * An aspect.
     *
     * @param factType the simple name of the type of fact that it belongs to
     * @param describing names of the questions whose answers tell how it stands with it, between blanks
     * @param others names of the further questions whose answers can depend on it
     */
    static Aspect of(String factType, String describing, String others) {
        return new Aspect(factType, words(describing), words(others), "", Map.of());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** The same, to be used in place of this one, with the question to ask where it is not known; {0} is its subject. */
    Aspect asking(String question) {
        return new Aspect(factType, describing, others, question, behind);
    }

    /**
     * The same, to be used in place of this one, behind facts of another type as well, which are derived from it.
     *
     * @param type the simple name of that type
     * @param questions names of the questions of that type whose answers can depend on it, between blanks
     */
    Aspect behind(String type, String questions) {
        Map<String, List<String>> more = new TreeMap<>(behind);
        more.put(type, words(questions));
        return new Aspect(factType, describing, others, asks, Collections.unmodifiableMap(more));
    }

    /** The same, to be used in place of this one, by which facts of a type come and go. */
    Aspect bringing(String type) {
        return behind(type, "");
    }

    /** The type of fact that it belongs to. */
    public String factType() {
        return factType;
    }

    /** The questions whose answers tell how it stands with it. */
    public List<String> describing() {
        return describing;
    }

    /** The further questions whose answers can depend on it. */
    public List<String> others() {
        return others;
    }

    /** What to ask where it is not known, with {0} for its subject; empty if nothing has been said. */
    public String asks() {
        return asks;
    }

    /** Whether the answer to a question about this type of fact can depend on it. */
    public boolean isReadBy(String type, String question) {
        return factType.equals(type) && (describing.contains(question) || others.contains(question));
    }

    /** The types of facts that are derived from it, each with the questions that depend on it; none if the facts do. */
    public Map<String, List<String>> behind() {
        return behind;
    }

    /** Whether the answer to a question about this type of fact can depend on it, be the fact its own or derived. */
    public boolean isFeeding(String type, String question) {
        return isReadBy(type, question) || behind.getOrDefault(type, List.of()).contains(question);
    }

    /** Whether facts of this type come and go with it. */
    public boolean isBringing(String type) {
        return behind.containsKey(type) && behind.get(type).isEmpty();
    }

    @Override
    public String toString() {
        return factType + "(" + String.join(", ", describing) + ")";
    }
}
