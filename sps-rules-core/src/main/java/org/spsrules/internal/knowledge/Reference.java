package org.spsrules.internal.knowledge;

import java.util.Locale;
import java.util.Optional;

/**
 * A publication.
 *
 * @param id for example {@code dalakas-2001}
 * @param citation the citation in full
 * @param doi its DOI, where known
 * @param text the text that was read; empty if nobody has read it
 */
public record Reference(String id, String citation, Optional<String> doi, Optional<Text> text) {

    /**
     * The text of a publication, as it was found.
     *
     * @param kind how near it is to what it tells
     * @param date when it was published or last revised, {@code 2025-05} for example; empty if it does not say
     * @param address where it was found
     */
    public record Text(Kind kind, Optional<String> date, String address) {}

    /** The kind of a text. Those that are revised grow old; a paper does not. */
    public enum Kind {
        /** A label of the United States, as the authority or the maker shows it. */
        LABEL(true, true),
        /** A copy of such a label elsewhere. */
        LABEL_COPY(true, true),
        /** A digest of a label, in other words. */
        LABEL_DIGEST(true, true),
        /** A summary of product characteristics, or the product information of another country. */
        PRODUCT_INFORMATION(true, true),
        /** A copy of such product information elsewhere. */
        PRODUCT_INFORMATION_COPY(true, true),
        /** A leaflet for patients. */
        LEAFLET(true, true),
        /** A communication of an authority. */
        REGULATOR(true, true),
        /** A guideline, or advice of a health service. */
        GUIDANCE(true, true),
        /** A handbook, a textbook or a compendium of interactions. */
        HANDBOOK(true, true),
        /** A catalogue of a laboratory. */
        CATALOGUE(true, true),
        /** A paper or an abstract. */
        PAPER(true, false),
        /** An entry in a register of trials. */
        TRIAL_REGISTER(true, true),
        /** A report in the press, or of a company. */
        NEWS(false, true),
        /** A page that tells what others say, or a copy by somebody unknown. */
        SECONDARY(false, true);

        private final boolean verifies;
        private final boolean revised;

        Kind(boolean verifies, boolean revised) {
            this.verifies = verifies;
            this.revised = revised;
        }

        /** How files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it is enough by itself to verify what it says. */
        public boolean verifies() {
            return verifies;
        }

        /** Whether it is revised from time to time, so that what was read may no longer stand there. */
        public boolean revised() {
            return revised;
        }
    }
}
