package org.spsrules.pages.ladder;

/** The tips of arrows. */
final class Tips {

    private Tips() {}

    static String right(int x, int y) {
        return "M%d %dl-9 -5v10z".formatted(x, y);
    }

    static String down(int x, int y) {
        return "M%d %dl-5 -9h10z".formatted(x, y);
    }
}
