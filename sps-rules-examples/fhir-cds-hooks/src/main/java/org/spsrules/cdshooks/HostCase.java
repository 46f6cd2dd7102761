package org.spsrules.cdshooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.spsrules.PatientCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.vocabulary.Vocabulary;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case that whoever called keeps: as the body of a call by a hook, as a bundle, or as a case in YAML or JSON. What was sent by FHIR
 * means one case or another depending on the day.
 */
final class HostCase {

    private final RecordMapping mapping;
    private final PatientCaseReader reader;
    private final FhirResources resources = new FhirResources();

    HostCase(Vocabulary vocabulary) {
        this.mapping = new RecordMapping(vocabulary);
        this.reader = new PatientCaseReader(vocabulary).keepingUnknownTerms();
    }

    /**
     * The case in a file, by the day on which it was evaluated.
     *
     * @param acknowledged rules whose alerts were overridden before
     * @throws RefusedException if it is a body that the service refuses
     * @throws org.spsrules.InvalidCaseException if it is a case that cannot be read
     */
    Function<LocalDate, PatientCase> read(Path file, Set<String> acknowledged) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Optional<ObjectNode> sent = sent(text);
        if (sent.isEmpty()) {
            PatientCase stated = untitled(reader.read(text));
            return day -> stated;
        }
        if (!sent.get().has("hook")) {
            Bundle bundle = FhirCalls.bundle(resources.parse(Json.text(sent.get()), "The body", unread -> {}));
            return day -> map(PatientRecord.of(bundle, day), acknowledged);
        }
        String named = Json.string(sent.get(), "hook");
        Hook hook = Hook.named(named)
                .orElseThrow(
                        () -> new RefusedException(HttpStatus.BAD_REQUEST, "\"hook\" is none that is served here."));
        HookRequest request = HookRequest.read(hook, Json.bytes(sent.get()));
        Prefetch prefetch = new Prefetch(resources, Optional.empty());
        Prefetch.Gathered gathered = prefetch.gather(request);
        return day -> map(prefetch.stated(request, gathered, day), acknowledged);
    }

    /** The body of a call; none if it is a case of our own. */
    private static Optional<ObjectNode> sent(String text) {
        if (!text.stripLeading().startsWith("{") || !(text.contains("\"resourceType\"") || text.contains("\"hook\""))) {
            return Optional.empty();
        }
        return Optional.of(Json.object(text.getBytes(StandardCharsets.UTF_8)));
    }

    private PatientCase map(PatientRecord stated, Set<String> acknowledged) {
        return mapping.map(stated.acknowledging(acknowledged)).patientCase();
    }

    /** No record has a heading, and none is in a digest. */
    private static PatientCase untitled(PatientCase stated) {
        return new PatientCase(
                stated.asOf(),
                Optional.empty(),
                Optional.empty(),
                stated.person(),
                stated.diagnosis(),
                stated.course(),
                stated.setting(),
                stated.symptoms(),
                stated.triggers(),
                stated.conditions(),
                stated.allergies(),
                stated.tests(),
                stated.treatments(),
                stated.plans(),
                stated.acknowledged());
    }
}
