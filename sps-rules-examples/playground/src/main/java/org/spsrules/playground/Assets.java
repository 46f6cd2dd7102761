package org.spsrules.playground;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spsrules.pages.Stylesheet;

/** The files of which the page is made. An address is looked up among them, and never becomes a path. Immutable. */
final class Assets {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param type its type
     * @param content what is in it
     */
    record Asset(String type, byte[] content) {}

    /** Reads them. */
    Assets() throws IOException {
        add("/", HTML, "index.html");
        for (String script : new String[] {
            "app.js", "blocks.js", "case.js", "form.js", "rules.js", "server.js", "terms.js", "editor.js"
        }) {
            add("/playground/" + script, SCRIPT, script);
        }
        add("/playground/playground.css", STYLE, "playground.css");
        assets.put("/playground/sps.css", new Asset(STYLE, Stylesheet.text().getBytes(StandardCharsets.UTF_8)));
    }

    private void add(String address, String type, String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the program");
            }
            assets.put(address, new Asset(type, in.readAllBytes()));
        }
    }

    Optional<Asset> at(String address) {
        return Optional.ofNullable(assets.get(address));
    }
}
