package org.spsrules.cdshooks;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a service.
 *
 * @param hook which hook fired
 * @param patientId whose record it is
 * @param context the context of the hook
 * @param prefetch what was fetched ahead
 * @param fhirServer the server that the caller names
 * @param accessToken the token with which that server may be asked
 */
record HookRequest(
        Hook hook,
        String patientId,
        ObjectNode context,
        ObjectNode prefetch,
        Optional<String> fhirServer,
        Optional<String> accessToken) {

    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9.-]{1,64}");
    private static final int LONGEST_INSTANCE = 200;

    /**
     * Reads a call.
     *
     * @throws RefusedException with everything that is missing or of the wrong kind
     */
    static HookRequest read(Hook hook, byte[] body) {
        ObjectNode request = Json.object(body);
        String named = Json.string(request, "hook");
        if (!named.equals(hook.hookName())) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "\"hook\" must be \"" + hook.hookName() + "\" for the service " + hook.serviceId() + ".");
        }
        String instance = Json.string(request, "hookInstance");
        if (instance.isEmpty() || instance.length() > LONGEST_INSTANCE) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "\"hookInstance\" must be a UUID.");
        }
        if (!(request.get("context") instanceof ObjectNode context)) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "\"context\" must be an object.");
        }
        for (String field : hook.context()) {
            if (!context.has(field)) {
                throw new RefusedException(
                        HttpStatus.BAD_REQUEST,
                        "\"context." + field + "\" is missing; " + hook.hookName() + " cannot do without it.");
            }
        }
        String patientId = Json.string(context, "patientId");
        if (!ID.matcher(patientId).matches()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "\"context.patientId\" must be the id of a Patient.");
        }
        return new HookRequest(
                hook,
                patientId,
                context,
                prefetch(request.path("prefetch")),
                stated(request, "fhirServer"),
                stated(request.path("fhirAuthorization"), "access_token"));
    }

    private static ObjectNode prefetch(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Json.object();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "\"prefetch\" must be an object.");
    }

    private static Optional<String> stated(JsonNode object, String field) {
        return Optional.of(Json.string(object, field)).filter(text -> !text.isEmpty());
    }
}
