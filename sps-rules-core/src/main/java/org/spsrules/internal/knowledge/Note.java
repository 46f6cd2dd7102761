package org.spsrules.internal.knowledge;

import java.util.List;

/**
 * Something to say that does not depend on the patient.
 *
 * @param text a sentence or two
 * @param sources ids of the statements that it rests on
 */
public record Note(String text, List<String> sources) {}
