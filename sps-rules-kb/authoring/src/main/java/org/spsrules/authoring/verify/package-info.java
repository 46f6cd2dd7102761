/** What a knowledge base promises of every case, proven from its rules or shown not to hold by a case. */
@NullMarked
package org.spsrules.authoring.verify;

import org.jspecify.annotations.NullMarked;
