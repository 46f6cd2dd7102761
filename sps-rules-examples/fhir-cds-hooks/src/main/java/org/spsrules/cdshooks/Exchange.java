package org.spsrules.cdshooks;

import ca.uhn.fhir.util.UrlUtil;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A call and its answer over HTTP, within limits. Not thread-safe. */
final class Exchange implements AutoCloseable {

    private static final int MOST_BYTES = 5_000_000;
    private static final long MOST_DISCARDED = 100_000_000;
    private static final int BUFFER = 65_536;

    private final HttpExchange http;
    private final Set<String> origins;
    private final Intake intake;
    private int taken;

    /**
     * An exchange.
     *
     * @param origins the web pages whose scripts may call; {@code *} for all
     * @param intake how much is held of all bodies together
     */
    Exchange(HttpExchange http, Set<String> origins, Intake intake) {
        this.http = http;
        this.origins = origins;
        this.intake = intake;
    }

    /** Makes room for other bodies. */
    @Override
    public void close() {
        intake.giveBack(taken);
        taken = 0;
        http.close();
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    /** What stands behind the question mark of the address. */
    Map<String, List<String>> parameters() {
        String query = Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
        Map<String, List<String>> parameters = new TreeMap<>();
        UrlUtil.parseQueryString(query).forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    /** All headers of a name. */
    List<String> headers(String name) {
        return Optional.ofNullable(http.getRequestHeaders().get(name)).orElse(List.of());
    }

    /**
     * The body.
     *
     * @throws RefusedException if it is no JSON, larger than is read, or too much beside all others
     */
    byte[] body() throws IOException {
        String type = header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!type.equals("application/json") && !type.equals("application/fhir+json")) {
            throw new RefusedException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON: Content-Type: application/json.");
        }
        try (InputStream in = http.getRequestBody()) {
            return read(in);
        }
    }

    private byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            if (!intake.take()) {
                throw new RefusedException(
                        HttpStatus.UNAVAILABLE, "Too much is being sent at once; try again in a few seconds.");
            }
            taken++;
            byte[] part = in.readNBytes(Intake.unit());
            body.write(part);
            if (body.size() > MOST_BYTES) {
                discard(in);
                throw new RefusedException(HttpStatus.TOO_LARGE, "The body has more than " + MOST_BYTES + " bytes.");
            } else if (part.length < Intake.unit()) {
                return body.toByteArray();
            }
        }
    }

    /** Lets the rest of the body go by; while a caller still sends, it does not read the answer. */
    void discardBody() {
        try {
            discard(http.getRequestBody());
        } catch (IOException e) {
            // It has been read, or the caller is gone, of which the answer will show no less.
            return;
        }
    }

    /** Reads on without keeping anything, so that the caller gets to read the answer. */
    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long discarded = 0;
        for (int read = in.read(buffer); read >= 0 && discarded < MOST_DISCARDED; read = in.read(buffer)) {
            discarded += read;
        }
    }

    void allow(String methods) {
        http.getResponseHeaders().set("Allow", methods);
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /** Says when it may be worth while to call again. */
    void retryLater() {
        http.getResponseHeaders().set("Retry-After", "5");
    }

    void challenge() {
        http.getResponseHeaders().set("WWW-Authenticate", "Bearer");
    }

    /** Answers with a body of a type; an empty one has no type. */
    void answer(int status, String type, byte[] body) throws IOException {
        crossOrigin();
        http.getResponseHeaders().set("Cache-Control", "no-store");
        if (body.length == 0 || method().equals("HEAD")) {
            http.sendResponseHeaders(status, -1);
            return;
        }
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }

    void answer(int status, String type, String body) throws IOException {
        answer(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private void crossOrigin() {
        http.getResponseHeaders().set("Vary", "Origin");
        header("Origin")
                .filter(origin -> origins.contains("*") || origins.contains(origin))
                .ifPresent(origin -> {
                    http.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
                    http.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
                    http.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type, Authorization");
                    http.getResponseHeaders().set("Access-Control-Max-Age", "600");
                });
    }
}
