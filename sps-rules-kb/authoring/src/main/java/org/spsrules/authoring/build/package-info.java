/** What the build of a knowledge base runs. */
@NullMarked
package org.spsrules.authoring.build;

import org.jspecify.annotations.NullMarked;
