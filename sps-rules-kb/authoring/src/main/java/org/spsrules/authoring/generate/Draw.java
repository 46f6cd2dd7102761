package org.spsrules.authoring.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.spsrules.Answer;

/** Draws at random; the same seed draws the same. Not thread-safe. */
final class Draw {

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from 0 to one less than this. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(T[] choice) {
        return choice[random.nextInt(choice.length)];
    }

    <T> T one(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** One of them, if there is any. */
    <T> Optional<T> any(List<T> choice) {
        return choice.isEmpty() ? Optional.empty() : Optional.of(one(choice));
    }

    <T> T likely(T usual, T[] all) {
        return chance(60) ? usual : one(all);
    }

    Answer mostlyUnknown() {
        return likely(Answer.UNKNOWN, Answer.values());
    }

    /** The same things in another order. */
    <T> List<T> shuffled(List<T> things) {
        List<T> other = new ArrayList<>(things);
        Collections.shuffle(other, random);
        return other;
    }
}
