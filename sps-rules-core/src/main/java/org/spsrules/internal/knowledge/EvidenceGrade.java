package org.spsrules.internal.knowledge;

/**
 * How much weight a piece of evidence carries.
 *
 * @param code what rules call it, for example {@code case-series}
 * @param name what people call it
 * @param note what it means
 */
public record EvidenceGrade(String code, String name, String note) {}
