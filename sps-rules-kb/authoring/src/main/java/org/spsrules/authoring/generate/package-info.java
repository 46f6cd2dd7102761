/** Makes cases by the thousand, for comparing engines and for checking what must hold of every patient. */
@NullMarked
package org.spsrules.authoring.generate;

import org.jspecify.annotations.NullMarked;
