package org.spsrules.pages;

/** The one stylesheet of all pages. */
public final class Stylesheet {

    private Stylesheet() {}

    /** Its text. */
    public static String text() {
        return Resources.text("sps.css");
    }
}
