/** The first draft of a new rule and its scenarios. */
@NullMarked
package org.spsrules.authoring.scaffold;

import org.jspecify.annotations.NullMarked;
