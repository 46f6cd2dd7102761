package org.spsrules.internal.shape;

import java.util.List;

/**
 * A part of a fact that can be known or not known, and be one way or another, by itself: the response to a treatment,
 * the certainty of the diagnosis. Says what the answer to a question can depend on. Equal only to itself.
 */
public final class Aspect {

    private final String factType;
    private final List<String> describing;
    private final List<String> others;
    private final String asks;

    private Aspect(String factType, String describing, String others, String asks) {
        this.factType = factType;
        this.describing = words(describing);
        this.others = words(others);
        this.asks = asks;
    }

    /**
     * An aspect.
     *
     * @param factType the simple name of the type of fact that it belongs to
     * @param describing names of the questions whose answers tell how it stands with it, between blanks
     * @param others names of the further questions whose answers can depend on it
     */
    static Aspect of(String factType, String describing, String others) {
        return new Aspect(factType, describing, others, "");
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** The same, to be used in place of this one, with the question to ask where it is not known; {0} is its subject. */
    Aspect asking(String question) {
        return new Aspect(factType, String.join(" ", describing), String.join(" ", others), question);
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

    @Override
    public String toString() {
        return factType + "(" + String.join(", ", describing) + ")";
    }
}
