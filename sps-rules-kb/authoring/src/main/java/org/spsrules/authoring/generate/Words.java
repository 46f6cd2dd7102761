package org.spsrules.authoring.generate;

import java.util.Arrays;
import java.util.Locale;

/** Constants as rules spell them. */
final class Words {

    private Words() {}

    /** The constant that rules spell so. */
    static <T extends Enum<T>> T constant(T[] constants, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no constant " + word));
    }
}
