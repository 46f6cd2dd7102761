/**
 * Patient cases and reports as YAML and JSON. Needs the optional dependencies of this module: snakeyaml-engine for YAML,
 * Jackson for JSON.
 *
 * <p>The formats are published as JSON Schemas beside this package: {@code sps-patient-case-1.schema.json},
 * {@code sps-report-1.schema.json}, {@code sps-explanation-1.schema.json} and {@code sps-why-not-1.schema.json}.
 */
@NullMarked
package org.spsrules.io;

import org.jspecify.annotations.NullMarked;
