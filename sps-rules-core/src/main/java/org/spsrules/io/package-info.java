/**
 * Patient cases and reports as YAML and JSON. Needs the optional dependencies of this module: snakeyaml-engine for YAML,
 * Jackson for JSON.
 */
@NullMarked
package org.spsrules.io;

import org.jspecify.annotations.NullMarked;
