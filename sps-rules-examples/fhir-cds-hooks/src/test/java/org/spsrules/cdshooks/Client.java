package org.spsrules.cdshooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.node.ObjectNode;

/** A CDS client over HTTP. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final FhirResources RESOURCES = new FhirResources();

    private final String base;

    Client(CdsService service) {
        this.base = "http://127.0.0.1:" + service.port();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> options(String path, String origin) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A call of a hook with a record as prefetch. */
    static ObjectNode request(Hook hook, List<Resource> record) {
        ObjectNode request = Json.object();
        request.put("hook", hook.hookName());
        request.put("hookInstance", UUID.randomUUID().toString());
        request.putObject("context")
                .put("patientId", "1")
                .put("userId", "Practitioner/1")
                .put("encounterId", "e1");
        request.set("prefetch", prefetch(record));
        return request;
    }

    private static ObjectNode prefetch(List<Resource> record) {
        Map<String, String> keys = new HashMap<>();
        for (PrefetchKey key : PrefetchKey.values()) {
            key.types().forEach(type -> keys.put(type, key.key()));
        }
        Map<String, Bundle> bundles = new LinkedHashMap<>();
        for (PrefetchKey key : PrefetchKey.values()) {
            bundles.put(key.key(), new Bundle().setType(Bundle.BundleType.SEARCHSET));
        }
        ObjectNode prefetch = Json.object();
        for (Resource resource : record) {
            if (resource.fhirType().equals("Patient")) {
                prefetch.set("patient", json(resource));
            } else {
                bundles.get(keys.getOrDefault(resource.fhirType(), "answers"))
                        .addEntry()
                        .setResource(resource);
            }
        }
        bundles.remove("patient");
        bundles.forEach((key, bundle) -> prefetch.set(key, json(bundle)));
        if (!prefetch.has("patient")) {
            prefetch.putNull("patient");
        }
        return prefetch;
    }

    static ObjectNode json(Resource resource) {
        return Json.object(RESOURCES.json(resource).getBytes(StandardCharsets.UTF_8));
    }

    /** Orders as the context of a hook holds them. */
    static ObjectNode orders(Resource... orders) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        for (Resource order : orders) {
            bundle.addEntry().setResource(order);
        }
        return json(bundle);
    }
}
