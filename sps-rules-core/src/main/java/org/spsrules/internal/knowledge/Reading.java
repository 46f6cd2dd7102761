package org.spsrules.internal.knowledge;

import java.math.BigDecimal;
import java.util.List;

/**
 * A place of a publication where somebody has read what a row or a statement says, and found it so.
 *
 * @param reference id of the publication
 * @param section where in it, as it numbers or names its parts
 * @param date the day on which it was read, for example {@code 2026-11-29}
 * @param figures the figures that stand there, written down while reading
 */
public record Reading(String reference, String section, String date, List<BigDecimal> figures) {}
