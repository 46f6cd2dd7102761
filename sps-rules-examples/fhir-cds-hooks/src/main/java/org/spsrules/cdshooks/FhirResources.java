package org.spsrules.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import org.hl7.fhir.r4.model.Resource;

/** Resources from JSON and to JSON. Safe for use by several threads. */
final class FhirResources {

    private final FhirContext context = FhirContext.forR4();

    FhirResources() {
        // What is wrong with a resource is quoted by the handler that logs it.
        context.setParserErrorHandler(new LenientErrorHandler(false));
    }

    /**
     * A resource.
     *
     * @param where what the sender calls it
     * @throws RefusedException if it is none of R4
     */
    Resource parse(String json, String where) {
        try {
            return (Resource) context.newJsonParser().parseResource(json);
        } catch (RuntimeException e) {
            // Whatever the parser throws, it is about what it was given.
            throw new RefusedException(HttpStatus.BAD_REQUEST, where + " is no FHIR R4 resource in JSON.");
        }
    }

    String json(Resource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }
}
