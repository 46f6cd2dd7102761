/** The entry of the authoring library: edited rules are checked, proved and put to use. */
@NullMarked
package org.spsrules.authoring;

import org.jspecify.annotations.NullMarked;
