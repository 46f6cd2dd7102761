package org.spsrules.playground;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The example cases that the page comes with. */
final class Examples {

    private static final String LIST = "examples.txt";

    private Examples() {}

    /** Their texts by name, in order. */
    static Map<String, String> read() throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        for (String name : text(LIST).lines().toList()) {
            examples.put(name, text("examples/" + name));
        }
        return examples;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
