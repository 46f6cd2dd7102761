package org.spsrules.authoring;

import java.nio.file.Path;
import org.spsrules.SpsRules;
import org.spsrules.authoring.activation.ActivationException;
import org.spsrules.authoring.activation.Activator;
import org.spsrules.authoring.activation.ActiveRules;
import org.spsrules.authoring.overlay.Edition;

/**
 * Brings edited rules into production. They are checked, held to their own scenarios and to the invariants, and only then
 * compiled; this takes some seconds. Thread-safe.
 */
public final class Authoring {

    private Authoring() {}

    /**
     * The rules in a folder, adapted by overlays in the order given.
     *
     * @throws ActivationException with everything that stands in the way
     */
    public static SpsRules activate(Path folder, Path... overlays) {
        return activate(Edition.of(folder).adaptedBy(overlays));
    }

    /**
     * The rules of an edition.
     *
     * @throws ActivationException with everything that stands in the way
     */
    public static SpsRules activate(Edition edition) {
        Activator.Attempt attempt = Activator.attempt(edition);
        return attempt.rules().orElseThrow(() -> new ActivationException(edition, attempt.problems()));
    }

    /**
     * Serves rules that can be exchanged while they are in use.
     *
     * @param first what serves until others are activated, for example {@link SpsRules#load()}; closed when it no longer
     *     does, so it is not to be used otherwise
     */
    public static ActiveRules serve(SpsRules first) {
        return new ActiveRules(first);
    }
}
