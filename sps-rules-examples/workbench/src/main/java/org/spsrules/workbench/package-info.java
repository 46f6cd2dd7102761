/** The command line of SPS Rules. A program, not a library: nothing here is API. */
@NullMarked
package org.spsrules.workbench;

import org.jspecify.annotations.NullMarked;
