/** Activation: edited rules serve only after they have passed every gate, and are exchanged while others are asked. */
@NullMarked
package org.spsrules.authoring.activation;

import org.jspecify.annotations.NullMarked;
