/** The rule language: from the text of a rule file to the tree of its rule. */
@NullMarked
package org.spsrules.authoring.language;

import org.jspecify.annotations.NullMarked;
