package org.spsrules.cdshooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Says at a port of its own that the service is well. The JDK's server keeps a thread for each caller who sends slowly; at the
 * port of the service, more of these than it has threads would keep out whoever watches it.
 */
final class HealthListener implements AutoCloseable {

    private static final int THREADS = 4;
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Intake intake = Intake.ofMemory();
    private final byte[] health;

    HealthListener(InetSocketAddress address, Pages pages) throws IOException {
        this.health = Json.bytes(pages.health());
        this.server = HttpServer.create(address, 0);
        server.createContext("/health", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange http) throws IOException {
        try (Exchange exchange = new Exchange(http, Set.of(), intake)) {
            if (exchange.method().equals("GET") || exchange.method().equals("HEAD")) {
                exchange.answer(HttpStatus.OK, JSON, health);
            } else {
                exchange.allow("GET, HEAD");
                exchange.answer(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        JSON,
                        Json.bytes(Json.object().put("error", "This address takes GET.")));
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
