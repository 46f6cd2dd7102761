package org.spsrules.cdshooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spsrules.InvalidCaseException;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.UnusableRecordException;

/**
 * The service: it listens, lets pass who may call, and sends each call where it is answered. Logs nothing of a record: of what
 * goes wrong the kind, and nothing that it says.
 */
final class CdsService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CdsService.class);
    /** Many, because a thread waits for its caller: a few who send slowly must not keep out all others. */
    private static final int THREADS = 1_000;

    private static final int WAITING = 64;
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final String JSON = "application/json";
    private static final String FHIR = "application/fhir+json";

    private final HttpServer server;
    private final ExecutorService threads = threads();
    private final Settings settings;
    private final Date started;
    private final Intake intake = Intake.ofMemory();
    private final Advice advice;
    private final HookCalls hooks;
    private final FhirCalls fhir;
    private final Pages pages;
    private final Optional<Site> site;
    private final OwnPages ownPages;

    static {
        // Who sends or reads too slowly holds no thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", System.getProperty("sun.net.httpserver.maxReqTime", "30"));
        System.setProperty("sun.net.httpserver.maxRspTime", System.getProperty("sun.net.httpserver.maxRspTime", "60"));
    }

    /** Starts a service; the rules are closed by whoever loaded them. */
    CdsService(SpsRules rules, Settings settings) throws IOException {
        this(rules, settings, Optional.empty());
    }

    /** Starts a service with pages for people. */
    CdsService(SpsRules rules, Settings settings, Optional<Site> site) throws IOException {
        this.settings = settings;
        this.server = HttpServer.create(settings.address(), WAITING);
        FhirResources resources = new FhirResources();
        this.advice = new Advice(rules, settings.decisions());
        Prefetch prefetch =
                new Prefetch(resources, settings.fhirServer().map(address -> new FhirServer(address, resources)));
        this.hooks = new HookCalls(
                advice, prefetch, new Cards(resources, baseUrl() + "/about", rules.vocabulary()), settings.clock());
        this.fhir = new FhirCalls(advice, resources);
        this.pages = new Pages(rules);
        this.site = site;
        this.ownPages = new OwnPages(URI.create(baseUrl()), port());
        this.started = Date.from(settings.clock().instant());
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** The port at which it listens. */
    int port() {
        return server.getAddress().getPort();
    }

    /** The address under which it is reached. */
    String baseUrl() {
        return settings.baseUrl().orElseGet(() -> "http://" + host() + ":" + port());
    }

    private String host() {
        InetAddress address = settings.address().getAddress();
        if (address.isLoopbackAddress()) {
            return address instanceof Inet6Address ? "[::1]" : address.getHostAddress();
        }
        return settings.address().getHostString();
    }

    private void handle(HttpExchange http) throws IOException {
        boolean forPeople = site.filter(pagesForPeople ->
                        pagesForPeople.has(http.getRequestURI().getPath()))
                .isPresent();
        try (Exchange exchange = new Exchange(http, forPeople ? Set.of() : settings.origins(), intake)) {
            try {
                route(exchange);
            } catch (RefusedException e) {
                refuse(exchange, e.status(), String.valueOf(e.getMessage()));
            } catch (UnusableRecordException | InvalidCaseException e) {
                refuse(exchange, HttpStatus.UNPROCESSABLE, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                LOG.info("A caller went away before its answer.");
            } catch (RuntimeException | Error e) {
                LOG.error("A call failed with {}.", e.getClass().getName());
                refuse(exchange, HttpStatus.INTERNAL_ERROR, "The service failed; nothing was evaluated.");
            }
        }
    }

    private void route(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (site.filter(pagesForPeople -> pagesForPeople.has(path)).isPresent()) {
            visit(exchange, path, site.get());
            return;
        }
        boolean service = path.startsWith("/cds-services/") || path.startsWith("/fhir/");
        boolean page = path.equals("/health")
                || path.equals("/about")
                || path.equals("/cds-services")
                || path.equals("/fhir/metadata")
                || path.equals("/fhir/Questionnaire");
        if (!service && !page) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "There is nothing at this address; GET /cds-services lists the services.");
        }
        if (exchange.method().equals("OPTIONS")) {
            exchange.answer(HttpStatus.NO_CONTENT, JSON, new byte[0]);
            return;
        }
        require(exchange, page ? "GET" : "POST");
        if (page) {
            page(exchange, path);
            return;
        }
        String caller = settings.clients()
                .map(check -> check.pass(exchange.headers("Authorization"), path))
                .orElse("");
        LocalDate today = LocalDate.now(settings.clock());
        if (path.startsWith("/fhir/")) {
            exchange.answer(HttpStatus.OK, FHIR, fhir.answer(path, exchange, today));
        } else {
            Optional<byte[]> answer = hooks.answer(path, exchange, caller, today);
            exchange.answer(HttpStatus.OK, JSON, answer.orElse(new byte[0]));
        }
    }

    private void visit(Exchange exchange, String path, Site pagesForPeople) throws IOException {
        ownPages.check(exchange);
        boolean post = exchange.method().equals("POST");
        if (!post) {
            require(exchange, "GET");
        }
        byte[] body = post ? exchange.body() : new byte[0];
        Site.Answer answer = pagesForPeople.answer(new Site.Call(post ? "POST" : "GET", path, body));
        answer.headers().forEach(exchange::header);
        exchange.answer(answer.status(), answer.type(), answer.body());
    }

    private void page(Exchange exchange, String path) throws IOException {
        switch (path) {
            case "/health" -> exchange.answer(HttpStatus.OK, JSON, Json.bytes(pages.health()));
            case "/cds-services" -> exchange.answer(HttpStatus.OK, JSON, Json.bytes(Discovery.services()));
            case "/fhir/metadata" -> exchange.answer(HttpStatus.OK, FHIR, fhir.capabilities(baseUrl(), started));
            case "/fhir/Questionnaire" -> exchange.answer(HttpStatus.OK, FHIR, fhir.questionnaire());
            default -> exchange.answer(HttpStatus.OK, "text/plain; charset=utf-8", pages.about());
        }
    }

    private static void require(Exchange exchange, String method) {
        // What can be got can also be asked after.
        boolean head = method.equals("GET") && exchange.method().equals("HEAD");
        if (!exchange.method().equals(method) && !head) {
            exchange.allow(method.equals("GET") ? "GET, HEAD, OPTIONS" : method + ", OPTIONS");
            throw new RefusedException(HttpStatus.METHOD_NOT_ALLOWED, "This address takes " + method + ".");
        }
    }

    private void refuse(Exchange exchange, int status, String message) throws IOException {
        if (status == HttpStatus.UNAUTHORIZED) {
            exchange.challenge();
        } else if (status == HttpStatus.UNAVAILABLE) {
            exchange.retryLater();
        }
        try {
            exchange.discardBody();
            if (exchange.path().startsWith("/fhir/")) {
                exchange.answer(status, FHIR, fhir.outcome(message));
            } else {
                exchange.answer(status, JSON, Json.bytes(Json.object().put("error", message)));
            }
        } catch (IOException e) {
            LOG.info("A caller went away before its answer.");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        advice.close();
        threads.shutdownNow();
    }
}
