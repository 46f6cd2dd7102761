package org.spsrules.cdshooks;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.InvalidCaseException;
import org.spsrules.fhir.record.PatientRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers calls of hooks with cards, and takes in what became of them. Safe for use by several threads. */
final class HookCalls {

    private static final String ROOT = "/cds-services/";
    private static final String FEEDBACK = "/feedback";

    private final Advice advice;
    private final Prefetch prefetch;
    private final Cards cards;
    private final Acknowledgements acknowledgements;
    /** Patients are known by a digest under a key that ends with the program. */
    private final KeyedDigest pseudonyms = KeyedDigest.random();

    HookCalls(Advice advice, Prefetch prefetch, Cards cards, Clock clock) {
        this.advice = advice;
        this.prefetch = prefetch;
        this.cards = cards;
        this.acknowledgements = new Acknowledgements(clock);
    }

    /**
     * The answer to a call; empty for feedback.
     *
     * @param caller who calls; empty if nobody is checked
     */
    Optional<byte[]> answer(String path, Exchange exchange, String caller, LocalDate today) throws IOException {
        String id = path.substring(ROOT.length());
        boolean feedback = id.endsWith(FEEDBACK);
        Hook hook = Hook.ofService(feedback ? id.substring(0, id.length() - FEEDBACK.length()) : id)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND, "There is no such service; GET /cds-services lists them."));
        byte[] body = exchange.body();
        if (feedback) {
            feedback(body, caller);
            return Optional.empty();
        }
        return Optional.of(Json.bytes(cards(HookRequest.read(hook, body), caller, today)));
    }

    /** Two callers, or two servers, can each have a patient of the same id, and mean two patients. */
    private String pseudonym(HookRequest request, String caller) {
        return pseudonyms.of(Json.text(
                Json.array().add(caller).add(request.fhirServer().orElse("")).add(request.patientId())));
    }

    private ObjectNode cards(HookRequest request, String caller, LocalDate today) {
        Prefetch.Gathered gathered = prefetch.gather(request);
        String patient = pseudonym(request, caller);
        PatientRecord stated = prefetch.stated(request, gathered, today).acknowledging(acknowledgements.of(patient));
        ObjectNode response = Json.object();
        ArrayNode shown = response.putArray("cards");
        try {
            Advice.Answer answer =
                    advice.about(stated, gathered.lacking(), request.hook().hookName());
            for (Cards.Card card :
                    cards.of(answer, request.patientId(), request.hook().moment())) {
                shown.add(card.json());
                acknowledgements.shown(card.uuid(), caller, patient, card.alerts());
            }
            ArrayNode unused =
                    response.putObject("extension").putObject("urn:spsrules").putArray("unused");
            answer.unused().forEach(each -> unused.add(each.toString()));
        } catch (InvalidCaseException e) {
            shown.add(cards.contradicting(e).json());
        }
        return response;
    }

    private void feedback(byte[] body, String caller) {
        if (!(Json.object(body).get("feedback") instanceof ArrayNode entries) || entries.isEmpty()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "\"feedback\" must be a list of what became of cards.");
        }
        List<JsonNode> all = entries.valueStream().toList();
        for (JsonNode entry : all) {
            String outcome = Json.string(entry, "outcome");
            if (Json.string(entry, "card").isEmpty()
                    || !Set.of("accepted", "overridden").contains(outcome)) {
                throw new RefusedException(
                        HttpStatus.BAD_REQUEST,
                        "Each entry of \"feedback\" names a \"card\" and an \"outcome\", accepted or overridden.");
            }
        }
        for (JsonNode entry : all) {
            if (Json.string(entry, "outcome").equals("overridden")) {
                acknowledgements.override(Json.string(entry, "card"), caller);
            }
        }
    }
}
