package org.spsrules.pages;

<<<<<<< HEAD
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The one stylesheet of all pages. */
public final class Stylesheet {

    private static final String FILE = "sps.css";

=======
/** The one stylesheet of all pages. */
public final class Stylesheet {

>>>>>>> rulebook
    private Stylesheet() {}

    /** Its text. */
    public static String text() {
<<<<<<< HEAD
        try (InputStream file = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
=======
        return Resources.text("sps.css");
>>>>>>> rulebook
    }
}
