/** Overlays: a base and the changes that are laid on it, each with a reason. */
@NullMarked
package org.spsrules.authoring.overlay;

import org.jspecify.annotations.NullMarked;
