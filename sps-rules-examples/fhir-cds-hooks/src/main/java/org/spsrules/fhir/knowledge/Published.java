package org.spsrules.fhir.knowledge;

import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.spsrules.internal.knowledge.Knowledge;

/** What every resource of the knowledge says of itself: that it is a draft, of which version, and what it is not. */
final class Published {

    /** Under this address the resources name each other; there is nothing to be fetched. */
    static final String BASE = "http://spsrules.invalid/fhir/";

    private static final String STATUS =
            "Not clinically reviewed, not a medical device, and not for execution: for reading and exchange"
                    + " alone. What SPS Rules says of a patient comes from its own engines.";

    private final Knowledge knowledge;

    Published(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The address of a resource, without its version. */
    static String address(String type, String id) {
        return BASE + type + "/" + id;
    }

    /** The address of a resource in the version of this knowledge. */
    String canonical(String type, String id) {
        return address(type, id) + "|" + knowledge.version();
    }

    /** The resource under its id, with everything that it says of itself. */
    <R extends MetadataResource> R mark(R resource, String id, String title, String description) {
        resource.setId(id);
        resource.setUrl(address(resource.fhirType(), id))
                .setVersion(knowledge.version())
                .setName(name(id))
                .setTitle(title)
                .setStatus(PublicationStatus.DRAFT)
                .setExperimental(true)
                .setPublisher("SPS Rules")
                .setDescription(description + " " + STATUS + " Knowledge base " + knowledge.version() + ", SHA-256 "
                        + knowledge.contentHash() + ".");
        return resource;
    }

    /** The id as programs name things: {@code sps-first-line} becomes {@code SpsFirstLine}. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[^A-Za-z0-9]+")) {
            name.append(word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
