/** The order of rules, the form in which Drools gets them, and their compilation at run time. */
@NullMarked
package org.spsrules.authoring.compile;

import org.jspecify.annotations.NullMarked;
