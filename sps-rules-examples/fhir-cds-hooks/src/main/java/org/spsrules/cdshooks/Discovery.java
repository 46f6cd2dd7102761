package org.spsrules.cdshooks;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service offers, as CDS clients ask for it. */
final class Discovery {

    private Discovery() {}

    static ObjectNode services() {
        ObjectNode root = Json.object();
        ArrayNode services = root.putArray("services");
        for (Hook hook : Hook.values()) {
            ObjectNode service = services.addObject();
            service.put("hook", hook.hookName());
            service.put("title", "Treatment of stiff-person syndrome");
            service.put("description", hook.description() + ". Not a medical device, and not clinically reviewed.");
            service.put("id", hook.serviceId());
            ObjectNode prefetch = service.putObject("prefetch");
            for (PrefetchKey key : PrefetchKey.values()) {
                prefetch.put(key.key(), key.template());
            }
            service.put(
                    "usageRequirements",
                    "The answers of clinicians to the questionnaire at /fhir/Questionnaire make advice firmer.");
        }
        return root;
    }
}
