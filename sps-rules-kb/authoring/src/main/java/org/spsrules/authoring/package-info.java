/** Reads the files of a knowledge base, checks them, and prepares them for both engines. */
@NullMarked
package org.spsrules.authoring;

import org.jspecify.annotations.NullMarked;
