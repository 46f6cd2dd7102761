/** Problems of a knowledge base, each with a file, a place and a code. */
@NullMarked
package org.spsrules.authoring.diagnostic;

import org.jspecify.annotations.NullMarked;
