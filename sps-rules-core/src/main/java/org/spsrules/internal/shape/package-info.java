/**
 * The shape of a case, said once: each field with its type, its place in files, its words, and the questions of the rule
 * language that read it. Checks, term resolution, reader, writer, schema, counterfactuals and generated cases walk over it.
 */
@NullMarked
package org.spsrules.internal.shape;

import org.jspecify.annotations.NullMarked;
