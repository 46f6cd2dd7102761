package org.spsrules.authoring.diagnostic;

import org.spsrules.Problem.Position;

/**
 * A place in a knowledge base.
 *
 * @param file path of the file, relative to the folder of the knowledge base
 * @param position where in the file
 */
public record Location(String file, Position position) {}
