package org.spsrules.authoring.generate;

import org.spsrules.PatientCase;

/** An endless supply of valid cases. The same seed gives the same cases. Not thread-safe. */
public interface Cases {

    /** The next case, its terms in codes of the vocabulary. */
    PatientCase next();
}
