/**
 * The knowledge base as data: rules with their parsed conditions, the vocabulary, the ladder, contraindications and
 * sources.
 */
@NullMarked
package org.spsrules.knowledge;

import org.jspecify.annotations.NullMarked;
