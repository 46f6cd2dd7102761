/** The knowledge base as FHIR R4 resources, to be read and exchanged and not to be executed. */
@NullMarked
package org.spsrules.fhir.knowledge;

import org.jspecify.annotations.NullMarked;
