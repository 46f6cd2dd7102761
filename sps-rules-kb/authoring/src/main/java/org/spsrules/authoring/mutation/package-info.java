/** Rules with one fault put in on purpose: would anything that is meant to find faults find it? */
@NullMarked
package org.spsrules.authoring.mutation;

import org.jspecify.annotations.NullMarked;
