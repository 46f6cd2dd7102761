package org.spsrules.fhir.record;

/**
 * A fact of a case and the resource that states it.
 *
 * @param fact the fact, in the words of the case format, for example {@code conditions.present: sleep-apnoea}
 * @param reference the resource, for example {@code Condition/3}
 */
public record FactSource(String fact, String reference) {}
