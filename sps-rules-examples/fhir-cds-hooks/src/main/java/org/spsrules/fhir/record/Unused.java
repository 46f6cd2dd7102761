package org.spsrules.fhir.record;

/**
 * Something in a record that was not used as it stands.
 *
 * @param reference the resource, for example {@code Observation/12}; the first of them if there are several
 * @param what what it says, for example {@code Body height}
 * @param why why it was not used, and what would be right
 * @param count how many resources say the same
 */
public record Unused(String reference, String what, String why, int count) {

    @Override
    public String toString() {
        return (count == 1 ? reference : reference + " and " + (count - 1) + " more") + " (" + what + "): " + why;
    }
}
