/** Pages that are made from the knowledge base and from the rule language. */
@NullMarked
package org.spsrules.authoring.page;

import org.jspecify.annotations.NullMarked;
