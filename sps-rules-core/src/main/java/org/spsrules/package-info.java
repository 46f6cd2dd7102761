/**
 * The facade of SPS Rules: load a knowledge base, hand it a patient case, read the report.
 *
 * <p>Everything public here is immutable and safe for use by several threads, builders excepted.
 */
@NullMarked
package org.spsrules;

import org.jspecify.annotations.NullMarked;
