/** Finds what is most likely a mistake in a knowledge base that can be read. */
@NullMarked
package org.spsrules.authoring.lint;

import org.jspecify.annotations.NullMarked;
