package org.spsrules.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.fhir.record.ResourceParser;
import org.spsrules.fhir.record.UnusableRecordException;
import org.spsrules.fhir.record.Unused;

/** Resources from the JSON of a request and to that of an answer. Safe for use by several threads. */
final class FhirResources {

    private final FhirContext context = FhirContext.forR4();
    private final ResourceParser parser = new ResourceParser(context);

    /**
     * A resource.
     *
     * @param where what the sender calls it
     * @param unread takes what FHIR R4 does not know of, and which is therefore not read
     * @throws RefusedException if it is none of R4, or an element of it is of another type than FHIR says
     */
    Resource parse(String json, String where, Consumer<Unused> unread) {
        try {
            return parser.parse(json, where, unread);
        } catch (UnusableRecordException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    String json(Resource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }
}
