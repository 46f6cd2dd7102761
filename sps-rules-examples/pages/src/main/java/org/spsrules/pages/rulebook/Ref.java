package org.spsrules.pages.rulebook;

import java.util.Optional;

/**
 * A name that may lead somewhere.
 *
 * @param text the name
 * @param href where it leads; empty if nowhere in these pages
 */
public record Ref(String text, Optional<String> href) {

    static Ref plain(String text) {
        return new Ref(text, Optional.empty());
    }
}
