package org.spsrules.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The one stylesheet of all pages. */
public final class Stylesheet {

    private static final String FILE = "sps.css";

    private Stylesheet() {}

    /** Its text. */
    public static String text() {
        try (InputStream file = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
