package org.spsrules.internal.spelling;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word that is spelt most like a mistaken one. */
public final class Suggestion {

    /** Longer than any name; to compare what is longer takes time and memory by the square. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /** How far a word may be from what is meant. */
    public enum Reach {
        /** A letter, or two in a long word, and not the first one. */
        SLIP {
            @Override
            int limit(int length) {
                return length < LONG ? 1 : 2;
            }

            @Override
            boolean mayBegin(String wanted, String candidate) {
                return !wanted.isEmpty() && !candidate.isEmpty() && wanted.charAt(0) == candidate.charAt(0);
            }
        },
        /** Up to three letters. */
        ALIKE {
            @Override
            int limit(int length) {
                return Math.max(1, Math.min(3, length / 3));
            }

            @Override
            boolean mayBegin(String wanted, String candidate) {
                return true;
            }
        };

        private static final int LONG = 10;

        abstract int limit(int length);

        abstract boolean mayBegin(String wanted, String candidate);
    }

    /** The candidate nearest to the word, if it is near enough that a slip of the pen could have led to it. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return nearest(word, candidates, Reach.ALIKE);
    }

    /** The candidate nearest to the word, if it is within this reach. */
    public static Optional<String> nearest(String word, Collection<String> candidates, Reach reach) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int limit = reach.limit(wanted.length());
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
                .filter(candidate -> reach.mayBegin(wanted, candidate.toLowerCase(Locale.ROOT)))
                .map(candidate -> Candidate.of(candidate, wanted))
                .filter(candidate -> candidate.distance <= limit)
                .min(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(Comparator.comparingInt(Candidate::alike).reversed())
                        .thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** The end of an error message: {@code ": did you mean diazepam?"}, or nothing. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(candidate -> "; did you mean " + candidate + "?")
                .orElse("");
    }

    /**
     * A word that may be meant.
     *
     * @param distance from what was written
     * @param alike how many letters both begin with; slips are rare at the beginning
     */
    private record Candidate(String word, int distance, int alike) {

        static Candidate of(String word, String wanted) {
            String spelt = word.toLowerCase(Locale.ROOT);
            int mismatch = Arrays.mismatch(spelt.toCharArray(), wanted.toCharArray());
            return new Candidate(word, Suggestion.distance(wanted, spelt), mismatch < 0 ? spelt.length() : mismatch);
        }
    }

    /** The number of letters to insert, delete, replace, or swap with their neighbour. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
