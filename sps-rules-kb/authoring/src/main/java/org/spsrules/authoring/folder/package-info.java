/** The files of a knowledge base and its overlays, and the knowledge that they hold. */
@NullMarked
package org.spsrules.authoring.folder;

import org.jspecify.annotations.NullMarked;
