package org.spsrules.cdshooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.fhir.record.Unused;

/**
 * The one FHIR server that may be asked for what was not fetched ahead. Its address is configured at the start; none that a
 * request names is ever asked, and no redirection is followed.
 */
final class FhirServer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_WITH_ALL = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_PAGES = 20;

    private final String base;
    private final FhirResources resources;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    FhirServer(String base, FhirResources resources) {
        this.base = withoutSlash(base);
        this.resources = resources;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Whether a request means this server. */
    boolean isAt(String address) {
        return base.equals(withoutSlash(address));
    }

    /** The instant until which all queries of one call must be answered, on the clock of {@link System#nanoTime()}. */
    static long deadline() {
        return System.nanoTime() + PATIENCE_WITH_ALL.toNanos();
    }

    /**
     * The answer to a query, with all its pages.
     *
     * @param deadline see {@link #deadline()}
     * @param unread takes what FHIR R4 does not know of
     * @throws RefusedException if the server does not give it
     */
    List<Resource> get(String query, Optional<String> accessToken, long deadline, Consumer<Unused> unread) {
        List<Resource> pages = new ArrayList<>();
        Optional<String> next = Optional.of(base + "/" + query);
        while (next.isPresent()) {
            if (pages.size() == MOST_PAGES) {
                throw failed("answers in more than " + MOST_PAGES + " pages");
            }
            Resource page = fetch(next.get(), accessToken, patience(deadline), unread);
            pages.add(page);
            next = page instanceof Bundle bundle && bundle.getLink("next") != null
                    ? Optional.of(within(String.valueOf(bundle.getLink("next").getUrl())))
                    : Optional.empty();
        }
        return pages;
    }

    private String within(String address) {
        boolean below = address.startsWith(base + "/") || address.startsWith(base + "?");
        if (!below || isClimbing(address)) {
            throw failed("refers to a page at another address");
        }
        return address;
    }

    /** Whether it leads out of where it begins, {@code base/../elsewhere}, however that is spelt. */
    private static boolean isClimbing(String address) {
        try {
            return List.of(URI.create(address).getPath().split("/")).contains("..");
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** However many pages there are, and however slowly each of them comes, no call holds a thread for long. */
    private static Duration patience(long deadline) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.compareTo(Duration.ofMillis(1)) < 0) {
            throw failed("does not answer all queries in " + PATIENCE_WITH_ALL.toSeconds() + " seconds");
        }
        return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    }

    private Resource fetch(String address, Optional<String> accessToken, Duration patience, Consumer<Unused> unread) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .header("Accept", "application/fhir+json");
            accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // The timeout of a request ends with the headers of its answer.
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> close(body));
                if (response.statusCode() != HttpStatus.OK) {
                    throw failed("answers with status " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw failed("answers with more than " + MOST_BYTES + " bytes");
                }
                return resource(bytes, unread);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw failed("cannot be reached, or does not answer in " + PATIENCE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for");
        }
    }

    private Resource resource(byte[] bytes, Consumer<Unused> unread) {
        try {
            return resources.parse(Json.text(Json.object(bytes)), "fhirServer", unread);
        } catch (RefusedException e) {
            throw failed("answers with what is no FHIR R4 resource in JSON");
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException failed(String how) {
        return new RefusedException(
                HttpStatus.PRECONDITION_FAILED, "The FHIR server " + how + "; send what is needed as prefetch.");
    }
}
