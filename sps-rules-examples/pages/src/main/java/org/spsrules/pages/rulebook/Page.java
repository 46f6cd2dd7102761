package org.spsrules.pages.rulebook;

import org.spsrules.pages.Frame;

/**
 * A page for a template.
 *
 * @param frame what surrounds it
 * @param view what it shows
 */
public record Page<V>(Frame frame, V view) {}
