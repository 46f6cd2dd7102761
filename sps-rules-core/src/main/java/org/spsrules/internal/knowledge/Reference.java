package org.spsrules.internal.knowledge;

import java.util.Optional;

/**
 * A publication.
 *
 * @param id for example {@code dalakas-2001}
 * @param citation the citation in full
 * @param doi its DOI, where known
 * @param certainty whether it was verified, inferred or neither
 */
public record Reference(String id, String citation, Optional<String> doi, String certainty) {}
