/** A CDS Hooks 2.0 service on the HTTP server of the JDK. A program, not a library: nothing here is API. */
@NullMarked
package org.spsrules.cdshooks;

import org.jspecify.annotations.NullMarked;
