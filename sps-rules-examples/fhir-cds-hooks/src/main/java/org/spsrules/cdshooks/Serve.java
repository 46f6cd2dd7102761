package org.spsrules.cdshooks;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the service, and runs until it is stopped. */
@Command(
        name = "serve",
        description = "Serves the rules by CDS Hooks 2.0 and FHIR R4, on this machine alone unless told otherwise.")
final class Serve implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what the options are.")
    private boolean help;

    @Option(names = "--port", description = "Port to listen at. A free one is taken and printed if none is given.")
    private int port;

    @Option(
            names = "--host",
            description = "Address to listen at; any but a loopback address needs --client and --base-url.")
    private String host = "127.0.0.1";

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description = "Port at which GET /health is answered too, however many callers of the service send slowly.")
    private @Nullable Integer healthPort;

    @Option(names = "--base-url", description = "Address under which others reach the service.")
    private @Nullable String baseUrl;

    @Option(
            names = "--client",
            paramLabel = "ISSUER=FILE",
            description =
                    "A CDS client that may call: the issuer of its tokens, and a file with its public keys (JWKS)."
                            + " Needs --base-url, which tokens name as their audience.")
    private Map<String, Path> clients = new LinkedHashMap<>();

    @Option(
            names = "--fhir-server",
            description = "The one FHIR server that may be asked for what was not sent. No other is ever asked.")
    private @Nullable String fhirServer;

    @Option(names = "--allow-origin", description = "Origin of web pages whose scripts may call; * for all.")
    private List<String> origins = List.of();

    @Option(
            names = "--record",
            description = "File to which a line is written for each evaluation, without a value of a fact.")
    private @Nullable Path record;

    @Option(
            names = "--record-key",
            description =
                    "File with the key of the digests in it, 32 bytes or more; a new key each time if none is given.")
    private @Nullable Path recordKey;

    @Option(
            names = "--record-rules",
            description = "Write the ids of the rules that applied into it. They reveal diagnoses.")
    private boolean recordRules;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "Folder of a knowledge base that the page shows and saves to. The services go on with the rules"
                            + " that are built in.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        SpsRules rules = SpsRules.load();
        Optional<Site> site = site(rules, settings);
        try {
            CdsService service = new CdsService(rules, settings, site);
            Optional<HealthListener> health = health(rules);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.close();
                health.ifPresent(HealthListener::close);
                site.ifPresent(Site::close);
                rules.close();
            }));
            System.out.println("SPS Rules listens at " + service.baseUrl()
                    + (site.isPresent() ? "; open it in a browser to try patients and rules" : ""));
            health.ifPresent(
                    listener -> System.out.println("GET /health is answered at port " + listener.port() + " too"));
            System.out.flush();
            Thread.currentThread().join();
            return 0;
        } catch (BindException e) {
            throw usage("Nothing can listen at " + host + ":" + port
                    + "; another program may do so. Choose another --port.");
        } catch (IOException e) {
            throw usage("The service cannot be started at " + host + ":" + port + ".");
        }
    }

    private Optional<HealthListener> health(SpsRules rules) throws IOException {
        if (healthPort == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HealthListener(new InetSocketAddress(host, healthPort), new Pages(rules)));
        } catch (BindException e) {
            throw usage("Nothing can listen at " + host + ":" + healthPort
                    + "; another program may do so. Choose another --health-port.");
        }
    }

    /** Pages that write to a folder are for the people at this machine. */
    private Optional<Site> site(SpsRules rules, Settings settings) {
        boolean here = settings.address().getAddress().isLoopbackAddress();
        Optional<Site.Maker> maker = ServiceLoader.load(Site.Maker.class).findFirst();
        if (folder != null && (!here || maker.isEmpty())) {
            throw usage("--rules is for the page, which is there on this machine alone; leave out --host.");
        }
        if (!here || maker.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get().make(rules, Optional.ofNullable(folder)));
        } catch (IOException e) {
            throw usage("--rules: " + e.getMessage());
        }
    }

    private Settings settings() {
        checkPort("--port", port);
        if (healthPort != null) {
            checkPort("--health-port", healthPort);
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw usage("There is no address " + host + ".");
        }
        InetAddress where = address.getAddress();
        if (!where.isLoopbackAddress() && clients.isEmpty()) {
            throw usage(
                    "Off this machine, callers must say who they are: name each with --client, or leave out --host.");
        }
        if (!where.isLoopbackAddress() && baseUrl == null) {
            throw usage("Off this machine, name the address under which callers reach the service with --base-url.");
        }
        if (baseUrl != null && !isHttp(baseUrl)) {
            throw usage("--base-url must be an http or https address.");
        }
        if (fhirServer != null && !isHttp(fhirServer)) {
            throw usage("--fhir-server must be an http or https address.");
        }
        return new Settings(
                address,
                Optional.ofNullable(baseUrl),
                Optional.ofNullable(fhirServer),
                clients.isEmpty() ? Optional.empty() : Optional.of(clientCheck()),
                Set.copyOf(origins),
                decisions(),
                Clock.systemDefaultZone());
    }

    private void checkPort(String option, int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw usage(option + " is a number from 0, for a free one, to " + HIGHEST_PORT + ", not " + number + ".");
        }
    }

    private ClientCheck clientCheck() {
        if (baseUrl == null) {
            throw usage("--client needs --base-url: tokens name the address of the service as their audience.");
        }
        return new ClientCheck(keys(), baseUrl, Clock.systemDefaultZone());
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getAuthority() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, JWKSet> keys() {
        Map<String, JWKSet> keys = new HashMap<>();
        clients.forEach((issuer, file) -> {
            try {
                keys.put(issuer, JWKSet.load(file.toFile()).toPublicJWKSet());
            } catch (IOException | ParseException e) {
                throw usage(file + " cannot be read as a set of public keys (JWKS).");
            }
        });
        return keys;
    }

    private Optional<DecisionRecord> decisions() {
        if (record == null) {
            return Optional.empty();
        }
        try {
            KeyedDigest digests = recordKey == null ? KeyedDigest.random() : KeyedDigest.read(recordKey);
            return Optional.of(DecisionRecord.in(record, digests, recordRules, Clock.systemUTC()));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw usage(record + " cannot be written; --record names a file in a folder that is there.");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }
}
